"""What several rooms of the tests share: a browser, a built and served site, how a page is read, what is compared."""

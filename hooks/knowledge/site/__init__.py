"""Pages become HTML, and the site its files: frame, search, stylesheet, scripts, sitemap. Knows all that pages are made of."""

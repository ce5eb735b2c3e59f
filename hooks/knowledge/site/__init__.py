"""Pages become HTML, and the site its files: frame, search, styles, scripts, sitemap. Knows what pages are made of."""

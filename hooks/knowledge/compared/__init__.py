"""Two states of the data: changed in one language only, gone, or read otherwise. Knows all but checks and book."""

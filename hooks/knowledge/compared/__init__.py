"""Two states of the data: what changed in one language only, what is gone, what a reader sees differently. Knows all rooms but book."""

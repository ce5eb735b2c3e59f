"""What an editor may write, and how it is read: the records, typed, with the line on which each value stands. Knows nothing of the site."""

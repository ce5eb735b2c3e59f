"""What an editor may write and how it is read: typed records, each value with its line. Knows nothing of the site."""

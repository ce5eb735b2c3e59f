"""Which pages there are and what each shows, before rendering. Knows the records, the words and the calculator."""

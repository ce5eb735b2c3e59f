"""Which pages there are and what each shows, before anything is rendered. Knows the records, the words and the calculator."""

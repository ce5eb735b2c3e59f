"""How figures, dates and public figures read in both languages, the arithmetic on what is published, what it proves, and what of it is late. Knows the records."""

"""How figures, dates and public figures read in both languages. Knows the records.

Also the arithmetic on what is published, what it proves, and what of it is late.
"""

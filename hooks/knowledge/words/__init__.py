"""How figures and dates read in both languages, and the arithmetic on published figures. Knows the records."""

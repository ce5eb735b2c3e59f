"""The ROI model: formulas, units, the reference engine, its spread and what waiting costs. Knows the records and how figures read."""

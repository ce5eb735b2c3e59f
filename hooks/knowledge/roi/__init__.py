"""The ROI model: formulas, units, reference engine, spread, what waiting costs. Knows records and how figures read."""

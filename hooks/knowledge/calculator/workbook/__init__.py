"""The workbook of a business case: its sheets as data, the model's formulas in it, and the file. Knows the model."""

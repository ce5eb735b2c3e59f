"""The workbook of a business case: its sheets as data, the model's formulas as it writes them, and the file. Knows the model."""

"""Slips of an editor, thousands of them by a seed, each judged: is it told where it was made, or does the site show it?

`lines` are those in the lines of a file, `kinds` all there are, `slips` draws them, `judging` says what becomes of
each, `table` runs so many; `python -m tests.mutations` prints it.
"""

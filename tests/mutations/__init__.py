"""Faults put, one at a time, into a copy of the real site, to measure what the checker finds.

A fault says which files, what stands there (a pattern) and what is written instead; the place is chosen at run time.
`python tests/mutations/measure.py` puts all of them, with three seeds, and prints a table.
"""

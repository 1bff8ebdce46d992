"""Finish: what is done to the built pages after MkDocs, each step a module with one job; `site.py` takes them in turn.

MkDocs makes whole pages; these steps make them right (tables, spaces, links between languages), easy to find (previews,
data, site map) and light: a page is one small HTML file, one style file and one script file for the whole site.
tests/test_budget.py holds each page to what it may weigh; `make bench` measures.
"""

"""The rules, by hand and in the order in which they run.

A rule is a function; its name is its id in reports, with hyphens, and its docstring says what must be true.
"""

from sitecheck.rules.built import built_language, built_links
from sitecheck.rules.languages import same_ids, same_pages, same_references, same_shape
from sitecheck.rules.links import label_agrees, same_language, target_exists
from sitecheck.rules.pages import front_matter, generated, ids_unique, ids_written
from sitecheck.rules.sources import every_paragraph_cited, fresh, parts_stand, quoted_exactly, term_named

RULES = [
    front_matter,
    ids_written,
    ids_unique,
    generated,
    same_pages,
    same_ids,
    same_shape,
    same_references,
    target_exists,
    same_language,
    label_agrees,
    term_named,
    quoted_exactly,
    parts_stand,
    every_paragraph_cited,
    fresh,
]

BUILT_RULES = [built_links, built_language]

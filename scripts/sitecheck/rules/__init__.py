"""The rules, by hand and in the order in which they run.

A rule is a function; its name is its id in reports, with hyphens, and its docstring says what must be true.
"""

from sitecheck.rules.addresses import inside_address, links_whole, outside_address
from sitecheck.rules.assets import assets_used, pictures_whole, scripts_stay, styles_lead, templates_lead
from sitecheck.rules.built.access import (
    aria_known,
    fields_labelled,
    headings_step,
    ids_meant,
    ids_once,
    keys_in_order,
    skip_link,
    things_named,
)
from sitecheck.rules.built.files import (
    all_built,
    data_leads,
    not_found_page,
    offline_opens,
    robots_open,
    scripts_load,
    search_leads,
    sitemap_whole,
    styles_load,
    titles_apart,
)
from sitecheck.rules.built.languages import (
    alternates_whole,
    built_language,
    names_in_language,
    pairs_match,
    passages_marked,
    switch_leads,
)
from sitecheck.rules.built.links import built_links, citations_agree, downloads_told, foreign_marked, outside_whole, own_address
from sitecheck.rules.built.machines import (
    canonical_own,
    data_parses,
    found_by_search,
    head_whole,
    no_hidden_scripts,
    no_strangers,
    previews_whole,
    tags_closed,
)
from sitecheck.rules.ends import same_ends
from sitecheck.rules.exercises import exercises_answered
from sitecheck.rules.facts import facts_dated, facts_sourced, paragraphs_named, records_used, status_dated
from sitecheck.rules.hygiene import (
    alphabet,
    capitals_once,
    clean_characters,
    mixed_letters,
    nothing_unfinished,
    quotation_marks,
)
from sitecheck.rules.languages import same_code, same_ids, same_numbers, same_pages, same_references, same_shape
from sitecheck.rules.links import label_agrees, label_names_target, mentions_exist, same_language, target_exists
from sitecheck.rules.markup import (
    boxes_known,
    html_closed,
    html_harmless,
    language_marks,
    markup_known,
    markup_whole,
    pictures_described,
)
from sitecheck.rules.pages import (
    front_matter,
    generated,
    headings_in_order,
    ids_unique,
    ids_written,
    page_has_text,
    pages_in_place,
    status_line,
    titles_unique,
)
from sitecheck.rules.questions import answers_explained, options_differ, questions_keyed, questions_lead
from sitecheck.rules.quotations import acts_written, quotations_stand, terms_consistent, terms_unique, terms_used
from sitecheck.rules.settings import files_named, languages_set, menu_complete, menu_translated, settings_needed
from sitecheck.rules.sources import every_paragraph_cited, fresh, parts_stand, quoted_exactly, source_kept, term_named
from sitecheck.rules.spaces import clean_spaces, words_once
from sitecheck.rules.spelling import special_letters, yo_written
from sitecheck.rules.structure import (
    blocks_apart,
    blocks_once,
    boxes_filled,
    fences_closed,
    lines_end,
    lists_whole,
    merges_finished,
    tables_whole,
)
from sitecheck.rules.wording import in_language, translated

PROJECT_RULES = [  # each looks at the whole project
    # a page by itself
    pages_in_place,
    front_matter,
    titles_unique,
    page_has_text,
    headings_in_order,
    status_line,
    ids_written,
    ids_unique,
    blocks_apart,
    boxes_filled,
    tables_whole,
    fences_closed,
    blocks_once,
    lines_end,
    generated,
    # links and addresses
    target_exists,
    inside_address,
    outside_address,
    links_whole,
    same_language,
    label_agrees,
    label_names_target,
    # three languages
    same_pages,
    same_ids,
    same_shape,
    same_code,
    same_references,
    same_numbers,
    translated,
    same_ends,
    language_marks,
    fresh,
    # sources
    quoted_exactly,
    parts_stand,
    exercises_answered,
    source_kept,
    every_paragraph_cited,
    term_named,
    terms_unique,
    terms_used,
    facts_dated,
    facts_sourced,
    status_dated,
    paragraphs_named,
    questions_keyed,
    options_differ,
    answers_explained,
    questions_lead,
    records_used,  # after `generated`, which asks for the words
    # letters
    special_letters,
    yo_written,
    # HTML, settings, files
    html_harmless,
    html_closed,
    pictures_described,
    boxes_known,
    menu_complete,
    menu_translated,
    languages_set,
    settings_needed,
    files_named,
    templates_lead,
    styles_lead,
    scripts_stay,
    pictures_whole,
    assets_used,
]

TEXT_RULES = [  # each looks at one text that people wrote
    mentions_exist,
    in_language,
    quotations_stand,
    terms_consistent,
    acts_written,
    mixed_letters,
    alphabet,
    quotation_marks,
    clean_spaces,
    words_once,
    capitals_once,
    clean_characters,
    markup_whole,
    markup_known,
    lists_whole,
    nothing_unfinished,
]

RULES = [merges_finished, *PROJECT_RULES, *TEXT_RULES]

PAGE_RULES = [  # each looks at one built page while it is parsed
    built_language,
    passages_marked,
    names_in_language,
    alternates_whole,
    switch_leads,
    citations_agree,
    foreign_marked,
    downloads_told,
    own_address,
    outside_whole,
    head_whole,
    canonical_own,
    previews_whole,
    data_parses,
    found_by_search,
    no_strangers,
    no_hidden_scripts,
    tags_closed,
    ids_once,
    ids_meant,
    things_named,
    fields_labelled,
    aria_known,
    headings_step,
    skip_link,
    keys_in_order,
]

SITE_RULES = [  # each looks at the whole built site
    built_links,
    pairs_match,
    all_built,
    titles_apart,
    sitemap_whole,
    robots_open,
    scripts_load,
    search_leads,
    data_leads,
    styles_load,
    not_found_page,
]

OFFLINE_RULES = [offline_opens]
ALL_RULES = [*RULES, *PAGE_RULES, *SITE_RULES, *OFFLINE_RULES]

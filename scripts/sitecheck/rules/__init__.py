"""The rules, by hand and in the order in which they run.

A rule is a function; its name is its id in reports, with hyphens, and its docstring says what must be true.
"""

from sitecheck.rules.addresses import inside_address, links_whole, outside_address
from sitecheck.rules.assets import assets_used, pictures_whole, properties_defined, styles_lead, templates_lead
from sitecheck.rules.attributes import attributes_known
from sitecheck.rules.built.access import (
    aria_known,
    fields_labelled,
    ids_meant,
    ids_once,
    things_named,
)
from sitecheck.rules.built.data import data_leads
from sitecheck.rules.built.downloads import downloads_told
from sitecheck.rules.built.files import (
    all_built,
    robots_open,
    sitemap_whole,
    titles_apart,
)
from sitecheck.rules.built.frame import contents_lead, home_leads, menu_leads, neighbours_lead
from sitecheck.rules.built.head import head_as_written, letters_whole, loads_alike, policy_holds
from sitecheck.rules.built.keys import headings_step, keys_in_order, skip_link
from sitecheck.rules.built.languages import (
    alternates_whole,
    built_language,
    names_in_language,
    pairs_match,
    passages_marked,
    switch_leads,
)
from sitecheck.rules.built.links import built_links, citations_agree, foreign_marked, outside_whole, own_address
from sitecheck.rules.built.lists import llms_whole, manifests_whole, pictures_drawn, twins_match
from sitecheck.rules.built.loads import files_whole, scripts_load, styles_load
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
from sitecheck.rules.built.not_found import not_found_page
from sitecheck.rules.built.offline import offline_opens, offline_runs
from sitecheck.rules.built.pairs import blocks_own, notes_lead
from sitecheck.rules.built.parts import labels_agree, parts_told
from sitecheck.rules.built.search import search_leads, search_tells
from sitecheck.rules.ends import same_ends
from sitecheck.rules.exercises import exercises_answered
from sitecheck.rules.facts import acts_known, facts_dated, facts_sourced, paragraphs_named, records_used, status_dated
from sitecheck.rules.hygiene import (
    alphabet,
    brackets_closed,
    capitals_once,
    clean_characters,
    mixed_letters,
    nothing_unfinished,
    quotation_marks,
)
from sitecheck.rules.languages import same_code, same_ids, same_pages, same_references, same_shape
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
from sitecheck.rules.menu import menu_complete, menu_translated
from sitecheck.rules.numbers import same_numbers
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
from sitecheck.rules.questions import answers_explained, options_differ, questions_ask, questions_keyed, questions_lead
from sitecheck.rules.quotations import acts_written, quotations_stand, terms_consistent, terms_unique, terms_used
from sitecheck.rules.records import editions_described, groups_known, records_differ
from sitecheck.rules.scripts import scripts_lead, scripts_ordered, scripts_stay, scripts_whole
from sitecheck.rules.settings import files_named, languages_set, settings_known, settings_needed
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
from sitecheck.rules.template_words import templates_speak
from sitecheck.rules.templates import templates_agree, templates_whole
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
    questions_ask,
    options_differ,
    answers_explained,
    questions_lead,
    groups_known,
    editions_described,
    records_differ,
    records_used,  # after `generated`, which asks for the words
    # letters
    special_letters,
    yo_written,
    # HTML, settings, files
    html_harmless,
    html_closed,
    attributes_known,
    pictures_described,
    boxes_known,
    menu_complete,
    menu_translated,
    languages_set,
    settings_needed,
    settings_known,
    files_named,
    templates_lead,
    templates_whole,
    templates_agree,
    templates_speak,
    styles_lead,
    properties_defined,
    scripts_stay,
    scripts_whole,
    scripts_lead,
    scripts_ordered,
    pictures_whole,
    assets_used,
]

TEXT_RULES = [  # each looks at one text that people wrote
    mentions_exist,
    in_language,
    quotations_stand,
    terms_consistent,
    acts_written,
    acts_known,
    mixed_letters,
    alphabet,
    quotation_marks,
    brackets_closed,
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
    menu_leads,
    neighbours_lead,
    contents_lead,
    home_leads,
    citations_agree,
    foreign_marked,
    downloads_told,
    own_address,
    outside_whole,
    head_whole,
    head_as_written,
    letters_whole,
    policy_holds,
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
    parts_told,
    headings_step,
    skip_link,
    keys_in_order,
    search_tells,
    blocks_own,
]

SITE_RULES = [  # each looks at the whole built site
    built_links,
    pairs_match,
    labels_agree,
    all_built,
    titles_apart,
    loads_alike,
    sitemap_whole,
    robots_open,
    manifests_whole,
    pictures_drawn,
    llms_whole,
    twins_match,
    notes_lead,
    files_whole,
    scripts_load,
    search_leads,
    data_leads,
    styles_load,
    not_found_page,
]

OFFLINE_RULES = [offline_opens]  # of pages
OFFLINE_SITE_RULES = [offline_runs]
ALL_RULES = [*RULES, *PAGE_RULES, *SITE_RULES, *OFFLINE_RULES, *OFFLINE_SITE_RULES]

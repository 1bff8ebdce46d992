"""The languages of the site. The first is the source language, the others are translations of it."""

LANGUAGES = ("kk", "ru", "en")
SOURCE, *TRANSLATIONS = LANGUAGES

"""The languages of the site. The first is the source language, the others are translations of it."""

LANGUAGES = ("kk", "ru", "en")
SOURCE, *TRANSLATIONS = LANGUAGES
# What each language calls itself.
NAMES = {"kk": "Қазақша", "ru": "Русский", "en": "English"}

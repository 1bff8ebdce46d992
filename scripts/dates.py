"""Dates as readers of each language write them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "kk:dative": "қаңтарға ақпанға наурызға сәуірге мамырға маусымға шілдеге тамызға қыркүйекке қазанға қарашаға желтоқсанға",
    "kk:locative": "қаңтарда ақпанда наурызда сәуірде мамырда маусымда шілдеде тамызда қыркүйекте қазанда қарашада желтоқсанда",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ru:alone": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "en": "January February March April May June July August September October November December",
}
STEMS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "январ феврал март апрел ма[йяе] июн июл август сентябр октябр ноябр декабр",
    "en": MONTHS["en"],
}
MAY_DATE = re.compile(r"\d\s|\s\d{4}")
_ANY = "|".join(f"(?P<{language}_{n}>{stem})" for language, stems in STEMS.items() for n, stem in enumerate(stems.split(), 1))
MONTH = re.compile(_ANY)
# A month stands beside a day or a year: alone, the Kazakh names of some, and May in English, are other words as well.
AFTER_NUMBER = re.compile(r"(?:\d|жылғы|жылдың)\s(?=[^\W\d_])")
BEFORE_YEAR = re.compile(r"\s\d{4}")
LAST_WORD = re.compile(r"[^\W\d_]+$")
LONGEST = 20  # letters of a month with its endings
PATTERNS = {
    "kk": {3: "{year} жылғы {day} {month}", 2: "{year} жылғы {month}", 1: "{year} жыл"},
    "ru": {3: "{day} {month} {year} года", 2: "{month} {year} года", 1: "{year} год"},
    "en": {3: "{day} {month} {year}", 2: "{month} {year}", 1: "{year}"},
}


def write_date(value: str | date, language: str, case: str = "") -> str:
    """Return a date in words.

    `value` is an ISO date, or its year, or its year and month ("2015", "2026-03");
    `case` is "" or, in Kazakh, "dative" or "locative".
    """
    parts = [int(part) for part in str(value).split("-")]
    if language == "ru" and len(parts) == 2:
        case = "alone"
    names = MONTHS[f"{language}:{case}" if case else language].split()
    fields = dict(zip(("year", "month", "day"), parts))
    if "month" in fields:
        fields["month"] = names[parts[1] - 1]
    return PATTERNS[language][len(parts)].format(**fields)


def fill_dates(text: str, language: str, values: dict[str, str | date]) -> str:
    """Replace `{name}` and `{name:case}` in a text by the date of that name.

    Raises KeyError for a name that is not in `values` or a case that the language does not have.
    """
    return re.sub(
        r"\{(\w+)(?::(\w+))?\}",
        lambda match: write_date(values[match[1]], language, match[2] or ""),
        text,
    )


def find_months(text: str) -> list[str]:
    """Return the months of the dates in a text, as "1" to "12", in order, in whichever language of the site they are named."""
    if not MAY_DATE.search(text):
        return []
    starts = {match.end() for match in AFTER_NUMBER.finditer(text)}
    for year in BEFORE_YEAR.finditer(text):
        if word := LAST_WORD.search(text, max(0, year.start() - LONGEST), year.start()):
            starts.add(word.start())
    return [match.lastgroup.rpartition("_")[2] for at in sorted(starts) if (match := MONTH.match(text, at))]

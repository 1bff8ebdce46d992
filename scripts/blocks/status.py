"""Blocks made from what is known of the Law's status: the status line, the full statement, the timeline."""

from __future__ import annotations

from urllib.parse import urlsplit

from dates import fill_dates, write_date
from records import Data


def status_text(data: Data, language: str, key: str) -> str:
    """Return a text of the status record with its dates filled in."""
    record = data["validity"]["status"]
    dates = {"checked": record.own["checked"], "wording": record.own["wording"]}
    try:
        return fill_dates(record.text(language, key), language, dates)
    except KeyError as error:
        raise KeyError(f"docs/_data/validity.yml, {language}.{key}: there is no date or case {error.args[0]}") from error


def write_status(data: Data, page) -> str:
    """The status line of every page: which wording it explains, and how far its status is known."""

    def text(key: str) -> str:
        return status_text(data, page.language, key)

    return (
        '<aside class="status" markdown>\n\n'
        f"{text('wording')} {text('checked')} {text('open')} [{text('more')}]({page.link('history.md#today')})\n\n</aside>"
    )


def write_validity(data: Data, page) -> str:
    """The full statement of what is known of whether the Law is in force."""
    return f'<div class="validity" markdown>\n\n{status_text(data, page.language, "full")}\n\n</div>'


def write_timeline(data: Data, page) -> str:
    """The institution through time: date, event, how sure it is, where it was read."""
    return '<ol class="timeline" markdown>\n' + "\n".join(_event(data, page, id) for id in data["timeline"]) + "\n</ol>"


def _event(data: Data, page, id: str) -> str:
    event = data["timeline"][id]
    date, confidence = event.own["date"], event.own["confidence"]
    sources = ", ".join(
        f"[{urlsplit(address).netloc.removeprefix('www.').removeprefix('m.')}]({address})" for address in event.own["sources"]
    )
    return (
        f'<li markdown="block">\n\n<time datetime="{date}">{write_date(date, page.language)}</time> '
        f"**{event.text(page.language, 'title')}**\n\n{event.text(page.language, 'text')}\n\n"
        f"{confidence} · {data.word(f'confidence-{confidence}', page.language)}{f' · {sources}' if sources else ''}\n{{: .confidence }}\n\n</li>"
    )

"""The downloads page: which files there are, with their size, date and checksum, as they stand in editions/."""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path

from dates import write_date
from editions.sources import FOLDER, read_manifest
from languages import LANGUAGES
from records import Data, Record

# In the page's Markdown: <div class="editions" data-group="read"></div>
PLACE = re.compile(r'<div class="editions" data-group="(\w+)">\s*</div>')


def copy_editions(root: Path, folder: Path) -> None:
    """Put the editions of the present sources into the site's downloads/."""
    for name in read_manifest(root):
        (folder / "downloads").mkdir(exist_ok=True)
        shutil.copy(root / FOLDER / name, folder / "downloads" / name)


def list_editions(html: str, language: str, up: str, manifest: dict[str, dict], data: Data) -> str:
    """Return the page with its places for editions filled; `up` leads from the page to the site's root."""
    return PLACE.sub(lambda match: _list(match[1], language, up, manifest, data), html)


def _list(group: str, language: str, up: str, manifest: dict[str, dict], data: Data) -> str:
    records = [record for record in data["editions"].values() if record.own["group"] == group]
    items = "".join(_item(record, language, up, manifest, data) for record in records)
    if not items:
        return f'<p class="editions">{escape(data.word("downloads-missing", language))}</p>'
    return f'<ul class="editions">{items}</ul>'


def _item(record: Record, language: str, up: str, manifest: dict[str, dict], data: Data) -> str:
    """Return an edition as an item: its file in the page's language, then those in other languages."""
    pattern = record.own["file"]
    name = pattern.format(language=language)
    if name not in manifest:
        return ""
    file = manifest[name]
    others = (
        [code for code in LANGUAGES if code != language and pattern.format(language=code) in manifest] if "{" in pattern else []
    )
    links = "".join(
        f' · <a href="{up}downloads/{pattern.format(language=code)}" hreflang="{code}" download>{escape(data.word(f"search-in-{code}", language))}</a>'
        for code in others
    )
    facts = f'<span class="facts">{write_size(file["bytes"], language)} · <time datetime="{file["date"]}">{write_date(file["date"], language)}</time> · SHA-256 <code>{file["sha256"]}</code></span>'
    return (
        f'<li><a href="{up}downloads/{name}" download><b>{escape(record.text(language, "name"))}</b></a>{links}'
        f"<p>{escape(record.text(language, 'text'))}</p>{facts}</li>"
    )


def write_size(count: int, language: str) -> str:
    """Return a number of bytes as readers of a language write it: «1,2 МБ», "340 KB"."""
    units = ("KB", "MB") if language == "en" else ("КБ", "МБ")
    if count < 100_000:
        number, unit = f"{count / 1000:.1f}", units[0]
    elif count < 1_000_000:
        number, unit = f"{count / 1000:.0f}", units[0]
    else:
        number, unit = f"{count / 1_000_000:.1f}", units[1]
    return f"{number if language == 'en' else number.replace('.', ',')}\N{NO-BREAK SPACE}{unit}"

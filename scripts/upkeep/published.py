"""The published site: is it byte for byte what this commit gives today?"""

from __future__ import annotations

import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

SECONDS = 30


def look_published(site: Path, address: str) -> tuple[str, list[str]]:
    """Compare the built site with what stands at its address; return what was compared and a sentence for each difference."""
    if not address:
        return "no address is known: nothing was compared", ["set SITE_URL, or run this in a workflow"]
    files = sorted(path for path in site.rglob("*") if path.is_file())

    def compare(file: Path) -> str:
        name = file.relative_to(site).as_posix()
        try:
            with urllib.request.urlopen(address + quote(name), timeout=SECONDS) as answer:
                return "" if answer.read() == file.read_bytes() else f"{name} is another file there"
        except OSError as error:
            return f"{name} could not be fetched: {error}"

    with ThreadPoolExecutor(8) as threads:
        faults = [fault for fault in threads.map(compare, files) if fault]
    return f"{len(files) - len(faults)} of {len(files)} files at {address} are byte for byte those of this commit", faults

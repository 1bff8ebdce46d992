"""Outside addresses: do the pages that the site links to still answer?"""

from __future__ import annotations

import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

SECONDS = 30
CLOSED_TO_PROGRAMS = {401, 403, 405, 406, 429}  # the page may be there: it answers browsers and turns programs away


def collect_outside(site: Path, own: str) -> dict[str, list[str]]:
    """Return the outside addresses that the built pages link to, each with the pages; `own` is the site's own address."""
    found: dict[str, list[str]] = {}
    for page in sorted(site.rglob("*.html")):
        tree = LexborHTMLParser(page.read_bytes())
        for address in {link.attributes["href"].partition("#")[0] for link in tree.css("a[href^=http]")}:
            if not (own and address.startswith(own)):
                found.setdefault(address, []).append(page.relative_to(site).as_posix())
    return dict(sorted(found.items()))


def ask(address: str) -> str:
    """Return "" where an address answers, else why not, in a few words."""
    request = urllib.request.Request(address, headers={"User-Agent": "Mozilla/5.0 (compatible; link check)", "Accept": "*/*"})
    for _ in range(2):  # a page that fails once may have been busy
        try:
            with urllib.request.urlopen(request, timeout=SECONDS):
                return ""
        except urllib.error.HTTPError as error:
            if error.code in CLOSED_TO_PROGRAMS:
                return ""
            reason = f"answers {error.code}"
        except OSError as error:
            reason = str(getattr(error, "reason", error)) or type(error).__name__
    return reason


def look_outside(site: Path, own: str) -> tuple[str, list[str]]:
    """Ask every outside address; return what was asked and a sentence for each that does not answer."""
    addresses = collect_outside(site, own)
    with ThreadPoolExecutor(8) as threads:
        reasons = dict(zip(addresses, threads.map(ask, addresses)))
    faults = [f"{address} – {reason} – on {', '.join(addresses[address])}" for address, reason in reasons.items() if reason]
    return f"{len(addresses) - len(faults)} of {len(addresses)} outside addresses answer", faults

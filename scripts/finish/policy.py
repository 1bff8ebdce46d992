"""The Content-Security-Policy of each page: it may run, load and ask only what the site itself serves.

Pages of GitHub set no headers, so the policy stands in the page. It is written last, since it holds the hash of every script
and style that stands in the page itself: what was not there when the page was built does not run.
"""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from pathlib import Path

INLINE = re.compile(r"<(?P<tag>script|style)(?P<attributes>(?:\s[^>]*)?)>(?P<text>.*?)</(?P=tag)>", re.DOTALL)
DATA = re.compile(r"\bsrc=|\btype=[\"']?(?:application/|speculationrules|importmap)")  # not run as a script of the page
POLICY = re.compile(r"\n?[^\S\n]*<meta\s[^>]*http-equiv=[\"']?Content-Security-Policy\b[^>]*>")  # whatever wrote it
CHARSET = re.compile(r"<meta charset=[^>]*>")
RULES = (
    "default-src 'none'",
    "script-src 'self'{script}",
    "style-src 'self'{style}",
    "img-src 'self' data:",  # pictures that stand in the style files
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)


def set_policies(folder: Path) -> None:
    """Write the policy into every page of the built folder."""
    for page in sorted(folder.rglob("*.html")):
        page.write_text(set_policy(page.read_text(encoding="utf-8")), encoding="utf-8")


def set_policy(html: str) -> str:
    """Return the page with its policy, in the place of an older one: after the letters' code and before all that it governs."""
    html = POLICY.sub("", html)
    texts: dict[str, list[str]] = {"script": [], "style": []}
    for match in INLINE.finditer(html):
        if not DATA.search(match["attributes"]):
            texts[match["tag"]].append(match["text"])
    meta = f'<meta http-equiv="Content-Security-Policy" content="{write_policy(texts["script"], texts["style"])}">'
    return CHARSET.sub(rf"\g<0>{meta}", html, count=1)


def write_policy(scripts: list[str], styles: list[str]) -> str:
    """Return the policy of a page that holds these scripts and styles itself."""
    hashes = ("".join(f" {found}" for found in sorted({_hash(text) for text in texts})) for texts in (scripts, styles))
    return "; ".join(RULES).format(**dict(zip(("script", "style"), hashes)))


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

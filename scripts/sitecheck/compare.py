"""Compare what stands in the built site with what should: data value by value, texts without their spaces."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import zip_longest

SHOWN = 100  # letters of a value


def differences(found: object, wanted: object, path: str = "") -> Iterator[tuple[str, str, str]]:
    """Yield where data differs from what it should be: the path to a value, the value, the right one."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        for key in {**wanted, **found}:
            yield from differences(found.get(key), wanted.get(key), f"{path}.{key}".lstrip("."))
    elif isinstance(found, list) and isinstance(wanted, list):
        for number, (one, other) in enumerate(zip_longest(found, wanted), 1):
            yield from differences(one, other, f"{path}.{number}".lstrip("."))
    elif found != wanted:
        yield path, _show(found), _show(wanted)


def _show(value: object) -> str:
    if value is None:
        return "missing"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return f"“{text[:SHOWN]}{'…' * (len(text) > SHOWN)}”"


def unspaced(text: str) -> str:
    """Return a text without spaces; replacing three kinds is faster than splitting."""
    return text.replace(" ", "").replace("\n", "").replace("\N{NO-BREAK SPACE}", "")

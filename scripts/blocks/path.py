"""The block above the path for self-study: what the script shows where scripts run."""

from __future__ import annotations

from records import Data


def write_path(data: Data, page) -> str:
    """The count of steps done, a button to start over, and the tick that the script puts into each step."""

    def word(id: str) -> str:
        return data.word(f"path-{id}", page.language)

    return (
        '<div class="path-progress" hidden>\n'
        f'<p aria-live="polite">{word("count")}: <output>0</output></p>\n'
        f'<button type="button" class="md-button">{word("again")}</button>\n'
        f'<template><label class="tick"><input type="checkbox"> {word("done")}</label></template>\n</div>'
    )

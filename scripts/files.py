"""Files and folders that are replaced whole: an interruption or a full disk leaves the old one as it was."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from pathlib import Path

EXCHANGE, HERE = 2, -100  # RENAME_EXCHANGE and AT_FDCWD of Linux


def replace_text(path: Path, text: str) -> None:
    """Write a text file beside its place, then let it take the place of the old one."""
    handle, new = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(new, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(new, path)
    except BaseException:
        os.unlink(new)
        raise


def replace_folder(new: Path, place: Path) -> None:
    """Let a folder take the place of another, and remove that one."""
    if not place.exists():
        os.rename(new, place)
    elif not _exchange(new, place):
        old = place.with_name(f".site-old-{place.name}")
        shutil.rmtree(old, ignore_errors=True)
        os.rename(place, old)
        os.rename(new, place)
        shutil.rmtree(old, ignore_errors=True)
    else:
        shutil.rmtree(new, ignore_errors=True)


def restore_folder(place: Path) -> None:
    """Undo a replacement that was interrupted where folders cannot be exchanged in one step."""
    old = place.with_name(f".site-old-{place.name}")
    if old.exists() and not place.exists():
        os.rename(old, place)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can: at no moment is either missing. Tell whether it was done."""
    if not sys.platform.startswith("linux"):
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    return bool(rename) and rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0

"""Pandoc, which converts HTML into what other programs read; the time of the stamp is its now."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pypandoc
from stamp import Stamp


def convert(html: str, form: str, options: Iterable[str], stamp: Stamp, files: Mapping[str, bytes] | None = None) -> bytes:
    """Return HTML converted into a form that Pandoc knows. `options` may name `files`. Raises ValueError with Pandoc's reason."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (files or {}).items():
            (Path(folder) / name).write_bytes(content)
        command = [pypandoc.get_pandoc_path(), "--from=html", f"--to={form}", "--output=out", *options]
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(stamp.seconds)}
        done = subprocess.run(command, input=html.encode(), cwd=folder, env=environment, capture_output=True)
        if done.returncode:
            raise ValueError(done.stderr.decode().strip() or f"Pandoc ended with {done.returncode} and gave no reason")
        return (Path(folder) / "out").read_bytes()

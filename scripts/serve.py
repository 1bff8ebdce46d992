"""Show a preview of the site on a local address and build it again at every change."""

from __future__ import annotations

import errno
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

from finish.policy import set_policy
from problems import CannotCheck
from publish import PREVIEW

HOST = "127.0.0.1"
WATCHED = ("docs", "overrides", "scripts", "mkdocs.yml")


def serve_site(root: Path, port: int, build: Callable[[], int]) -> int:
    """Serve the preview until interrupted; `build` builds it and returns an exit status.

    A preview with problems is shown; they stand in the terminal. What cannot be built leaves the last preview in place.
    """
    _try_port(port)
    shutil.rmtree(root / PREVIEW, ignore_errors=True)
    status = build()
    if not (root / PREVIEW).exists():
        return status
    server = _server_class()(build, HOST, port, root=str(root / PREVIEW), mount_path="/")
    server.error_handler = lambda code: (root / PREVIEW / "404.html").read_bytes() if code == 404 else None
    for path in WATCHED:
        server.watch(str(root / path))
    activate = server.server_activate

    def announce() -> None:
        activate()
        print(f"The site is on http://{HOST}:{port}/ – Ctrl+C stops it", flush=True)

    server.server_activate = announce  # not before: who opens the address at once must be answered
    try:
        server.serve(open_in_browser=False)
    except KeyboardInterrupt:
        print("Stopped.")
    finally:
        server.shutdown()
    return 0


def _server_class() -> type:
    """Return MkDocs' server, whose pages allow the script that it puts into them to load them again."""
    from mkdocs.livereload import LiveReloadServer

    class Server(LiveReloadServer):
        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            return set_policy(super()._inject_js_into_html(content, epoch).decode("utf-8")).encode("utf-8")

    return Server


def _try_port(port: int) -> None:
    """Raise CannotCheck where the port cannot be had, before the site is built for it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            reason = (
                "is taken: stop what uses it"
                if error.errno == errno.EADDRINUSE
                else f"cannot be used ({error.strerror}): take another"
            )
            raise CannotCheck(f"port {port} {reason}, or `make serve PORT={port + 1}`") from error

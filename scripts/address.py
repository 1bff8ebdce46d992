"""The addresses of the site and of its repository: the one place that knows them, from the environment."""

from __future__ import annotations

import os


def site_address() -> str:
    """Return where the site will stand, from the environment, or "" for a site that may stand anywhere.

    SITE_URL is taken as it is. In GitHub's workflows GITHUB_REPOSITORY ("owner/name") gives https://owner.github.io/name/.
    """
    owner, _, name = os.environ.get("GITHUB_REPOSITORY", "").partition("/")
    pages = f"https://{owner.lower()}.github.io/" + ("" if name.lower() == f"{owner}.github.io".lower() else f"{name}/")
    address = os.environ.get("SITE_URL") or (pages if name else "")
    return address and address.rstrip("/") + "/"


def repository_address() -> str:
    """Return where the project's files stand on GitHub, from REPO_URL or, in its workflows, GITHUB_REPOSITORY; "" if unknown."""
    name = os.environ.get("GITHUB_REPOSITORY", "")
    server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
    return (os.environ.get("REPO_URL") or (f"{server}/{name}" if name else "")).rstrip("/")

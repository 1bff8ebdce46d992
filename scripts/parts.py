"""The parts list (CycloneDX): every package and vendored file that the project is made with, each with its checksums."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from vendor import read_vendored

NAME = "assembly-law"
PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>[^\s;\\]+)(?P<hashes>(?:.*\\\n\s+--hash=sha256:\w+)+)", re.MULTILINE)


def list_parts(root: Path, version: str, made: datetime) -> str:
    """Return the parts list of a version as JSON; `made` is the time of its commit: the same commit gives the same text."""
    own = Component(name=NAME, version=version, type=ComponentType.APPLICATION, bom_ref=NAME)
    bom = Bom(
        components=[*_packages(root), *_vendored(root)],
        metadata=BomMetaData(component=own, timestamp=made),
        serial_number=uuid5(NAMESPACE_URL, f"{NAME}@{version}"),
    )
    bom.register_dependency(own, bom.components)
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _packages(root: Path) -> Iterator[Component]:
    """Yield the Python packages: the site is made with them, none of them stands in it."""
    for match in PINNED.finditer((root / "requirements.txt").read_text(encoding="utf-8")):
        url = PackageURL("pypi", name=match["name"], version=match["version"])
        hashes = re.findall(r"sha256:(\w+)", match["hashes"])
        yield _component(url, hashes, scope=ComponentScope.EXCLUDED)


def _vendored(root: Path) -> Iterator[Component]:
    for name, package in read_vendored(root / "docs/assets/vendor").items():
        url = PackageURL("npm", name=name, version=package["version"])
        hashes = [file["sha256"] for file in package["files"].values()]
        yield _component(url, hashes, licenses=[LicenseExpression(package["licence"])])


def _component(url: PackageURL, hashes: Iterable[str], **more: object) -> Component:
    """Return a component. Its hashes are those of its files (one for each system), so they stand with their distribution."""
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(url.to_string()),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=found) for found in hashes],
    )
    return Component(name=url.name, version=url.version, purl=url, bom_ref=url.to_string(), external_references=[files], **more)

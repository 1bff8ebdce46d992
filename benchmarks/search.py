"""Measure search in a real browser: what it loads, how long an index and a query take, and how both grow with the site.

Run it with `make bench-search`. A larger site is made from the sections of this one, their words in another order, so
that the words keep their frequencies. The queries are those of tests/queries.tsv.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from install import find_browser  # noqa: E402
from languages import LANGUAGES  # noqa: E402

SEARCH = ROOT / "site/assets/search"
VENDORED = ROOT / "site/assets/vendor/minisearch.js"
ENGINE = (VENDORED, *(SEARCH / f"{name}.js" for name in ("kazakh", "words", "snippet", "engine")))
SIZES = (100, 1000, 3000)  # pages, all languages together
QUERIES = ROOT / "tests/queries.tsv"
MEASURE = """async ([texts, queries]) => {
  const engine = new Engine("kk");
  const building = performance.now();
  for (const language of Object.keys(texts)) engine.add(texts[language]);
  const built = performance.now() - building;
  const times = queries.map(query => {
    const asking = performance.now();
    engine.find(query);
    return performance.now() - asking;
  });
  return [built, times];
}"""


def main() -> int:
    """Print the table; return the exit status."""
    if not VENDORED.is_file():
        print("benchmarks/search.py: there is no built site: `make site` builds it", file=sys.stderr)
        return 2
    rows = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines()[1:]]
    queries = [row[1] for row in rows if row[0] == "kk"]
    texts = {language: _read_texts(language) for language in LANGUAGES}
    pages = sum(len(text["pages"]) for text in texts.values())
    _print_sizes()
    print(f"\n{len(queries)} queries on the Kazakh pages; times in ms, each the median of three runs\n")
    print(f"{'pages':>6}  {'index':>8}  {'median query':>12}  {'95th percentile':>15}  {'texts, gzip KB':>14}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for size in (pages, *SIZES):
            grown = (
                texts if size == pages else {language: _grow(text, size // len(LANGUAGES)) for language, text in texts.items()}
            )
            print(_measure(browser.new_page(), grown, queries, size))
        browser.close()
    return 0


def _read_texts(language: str) -> dict:
    script = (SEARCH / f"texts-{language}.js").read_text(encoding="utf-8")
    return json.loads(script.partition(f".{language} = ")[2].rstrip().rstrip(";"))


def _grow(texts: dict, count: int) -> dict:
    """Return texts of `count` pages, made of the given ones with the words of each section in another order."""
    mixed = random.Random(1)
    pages = []
    for number in range(count):
        page = texts["pages"][number % len(texts["pages"])]
        sections = [
            {**section, "text": " ".join(mixed.sample(words := section["text"].split(), len(words)))}
            for section in page["sections"]
        ]
        pages.append({**page, "path": f"{number}/{page['path']}", "sections": sections})
    return {**texts, "pages": pages}


def _measure(page: Page, texts: dict, queries: list[str], size: int) -> str:
    for file in ENGINE:
        page.add_script_tag(path=file)
    runs = [page.evaluate(MEASURE, [texts, queries]) for _ in range(3)]
    page.close()
    built = median(built for built, _ in runs)
    times = sorted(median(run[number] for _, run in runs) for number in range(len(queries)))
    kilobytes = sum(len(gzip.compress(json.dumps(text, ensure_ascii=False).encode(), 9)) for text in texts.values()) / 1000
    return f"{size:>6}  {built:>8.0f}  {median(times):>12.1f}  {times[-1 - len(times) // 20]:>15.1f}  {kilobytes:>14.0f}"


def _print_sizes() -> None:
    print("What search loads, gzip bytes")
    files = [VENDORED, *sorted(SEARCH.glob("*.js")), *SEARCH.glob("*.css")]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    for name, size in sizes.items():
        print(f"{size:>8}  {name}")
    print(f"{sum(size for name, size in sizes.items() if not name.startswith('texts-')):>8}  all but the texts")


if __name__ == "__main__":
    raise SystemExit(main())

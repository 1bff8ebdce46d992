"""A tiny site, whole and right, that a test writes, breaks in one place, and checks."""

from __future__ import annotations

import textwrap
from pathlib import Path

import translations
from blocks import Target, fill_blocks
from languages import LANGUAGES
from records import load_data
from sitecheck.check import check_built, check_sources
from sitecheck.explain import Example
from sitecheck.pages import read_pages
from tiny_site import write_site

DATA = {
    "law": """
        p1:
          digest: "01f64ba7"
          kk: {name: Мақсат, kind: Заң, text: "Ассамблеяның мақсаты – келісім."}
          ru: {name: Цель, kind: Закон, text: "Цель Ассамблеи – согласие."}
          en: {name: Goal, kind: Law, text: "The goal of the Assembly is accord."}
        p2:
          digest: "7492ce8f"
          kk: {name: Міндет, kind: Заң, text: "Міндеттері: бірлік."}
          ru: {name: Задачи, kind: Закон, text: "Задачи: единство."}
          en: {name: Tasks, kind: Law, text: "The tasks: unity."}
        """,
    "parts": """
        p1.goal:
          kk: {label: Не, words: келісім}
          ru: {label: Что, words: согласие}
          en: {label: What, words: accord}
        """,
    "tasks": """
        unity:
          paragraph: p2
          kk: {name: Бірлік, short: Бірлікті нығайту.}
          ru: {name: Единство, short: Укреплять единство.}
          en: {name: Unity, short: Strengthen unity.}
        """,
    "glossary": """
        accord:
          group: goal
          paragraphs: [p1]
          chosen: false
          kk: {term: келісім, definition: Бәрі мақұлдаған күй.}
          ru: {term: согласие, definition: Общее мнение.}
          en: {term: accord, definition: Being of one mind.}
        """,
    "validity": """
        status:
          checked: 2026-07-01
          wording: 2008-10-20
          kk: {wording: "{wording}.", checked: "{checked:dative} дейін.", open: Белгісіз., more: Толығырақ, full: Белгісіз.}
          ru: {wording: "{wording}.", checked: "До {checked}.", open: Не известно., more: Подробнее, full: Не известно.}
          en: {wording: "{wording}.", checked: "Up to {checked}.", open: Not known., more: More, full: Not known.}
        """,
    "sentences": """
        first:
          paragraph: p1
          sentence: 1
          kind: law
          kk: {why: Мақсатты айтады.}
          ru: {why: Называет цель.}
          en: {why: It names the goal.}
        """,
    "editions": """
        offline:
          group: read
          kk: {name: Бүкіл сайт, text: Желісіз оқуға.}
          ru: {name: Весь сайт, text: Для чтения без сети.}
          en: {name: The whole site, text: Without a network.}
        """,
    "wordings": """
        accord:
          kinds: ["2008"]
          kk: {statement: Мақсат – келісім., why: Мәтінде бар.}
          ru: {statement: Цель – согласие., why: Есть в тексте.}
          en: {statement: The goal is accord., why: It is in the text.}
        """,
    "quiz": """
        goal:
          group: goal
          kind: one
          answer: [a]
          read: law.md#p1
          kk: {question: Мақсат не?, a: Келісім, a-why: Мәтін солай дейді ¶1., b: Бірлік, b-why: Ол – міндет ¶2.}
          ru: {question: Какова цель?, a: Согласие, a-why: Так говорит текст ¶1., b: Единство, b-why: Это задача ¶2.}
          en: {question: What is the goal?, a: accord, a-why: So says the text ¶1., b: unity, b-why: It is a task ¶2.}
        """,
    "timeline": """
        signed:
          date: "2008-10-20"
          confidence: A
          sources: [https://adilet.zan.kz/kaz/docs/Z080000070_]
          kk: {title: Заң, text: № 70-IV қол қойылды.}
          ru: {title: Закон, text: Подписан № 70-IV.}
          en: {title: The Law, text: No. 70-IV was signed.}
        """,
    "words": """
        source-kk:
          kk: {text: Түпнұсқа}
          ru: {text: Источник}
          en: {text: Source}
        translation-ru:
          kk: {text: Аударма}
          ru: {text: Перевод}
          en: {text: Translation}
        translation-en:
          kk: {text: Аударма}
          ru: {text: Перевод}
          en: {text: Translation}
        """,
}

PAGES = {
    "kk": (
        "Заң",
        "Мәтін",
        "Бірінші тармақ [келісімді](glossary.md#accord) атайды [¶1](#p1).",
        "Екіншісі бірлікті айтады [¶2](#p2).",
    ),
    "ru": (
        "Закон",
        "Текст",
        "Первый абзац называет [согласие](glossary.md#accord) [¶1](#p1).",
        "Второй говорит о единстве [¶2](#p2).",
    ),
    "en": (
        "The Law",
        "Text",
        "The first paragraph names [accord](glossary.md#accord) [¶1](#p1).",
        "The second speaks of unity [¶2](#p2).",
    ),
}
GLOSSARY = {
    "kk": ("Сөздік", "келісім", "Бұл бетте сөздер түсіндіріледі."),
    "ru": ("Словарь", "согласие", "На этой странице объясняются слова."),
    "en": ("Glossary", "accord", "This page explains the words."),
}
HISTORY = {
    "kk": ("Тарих", "Бүгін", "Бүгінгі күн туралы."),
    "ru": ("История", "Сегодня", "О сегодняшнем дне."),
    "en": ("History", "Today", "About today."),
}
HOME = {
    "kk": ("Басты бет", "[Сөздік](glossary.md) сөздерді түсіндіреді."),
    "ru": ("Главная", "[Словарь](glossary.md) объясняет слова."),
    "en": ("Home", "The [Glossary](glossary.md) explains the words."),
}
STATUS = "<!-- write: status -->\n<!-- /write -->\n"
SETTINGS = """
site_name: Заң
theme:
  name: material
  custom_dir: overrides
  language: kk
  font: false
  favicon: assets/one.svg
extra_css: [assets/site.css]
extra_javascript: [{path: assets/first.js, defer: true},
  {path: assets/site.js, defer: true}]
plugins:
  - i18n:
      docs_structure: folder
      fallback_to_default: false
      languages:
        - locale: kk
          name: Қазақша
          default: true
          build: true
          nav_translations: {Read: Оқу}
        - locale: ru
          name: Русский
          build: true
          site_name: Закон
          nav_translations: {Read: Чтение}
        - locale: en
          name: English
          build: true
          site_name: The Law
          nav_translations: {Read: Reading}
nav:
  - index.md
  - law.md
  - Read:
      - glossary.md
      - history.md
markdown_extensions:
  - admonition
  - attr_list
  - md_in_html
  - tables
  - toc:
      permalink: "#"
      permalink_title: "#"
exclude_docs: |
  _data/
site_url: !ENV [SITE_URL, ""]
"""
FILES = {
    "docs/assets/site.css": "body { background: url(one.svg) }\n",
    "docs/assets/site.js": 'fetch("x.json")\nfirst()\n',
    "docs/assets/first.js": "const first = () => 1;\n",
    "docs/assets/x.json": "{}\n",
    "docs/assets/one.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d=""/></svg>\n',
    "overrides/404.html": """<!doctype html>\n<a href="{{ base_url }}">Home</a> <a href="{{ 'law/' | url }}">The Law</a>\n""",
}


class Tiny:
    """A project of four pages in three languages, in a folder of the test; `build` makes its site."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name, text in DATA.items():
            self.write(f"docs/_data/{name}.yml", textwrap.dedent(text).lstrip())
        for language, (law, heading, first, second) in PAGES.items():
            self.write(
                f"docs/{language}/law.md",
                f"---\ntitle: {law}\ndescription: {law}.\n---\n\n# {law} {{ #law }}\n\n{first}\n\n{second}\n\n"
                f"## {heading} {{ #text }}\n\n<!-- write: law -->\n<!-- /write -->\n\n<!-- write: apart p1 -->\n<!-- /write -->\n\n{STATUS}",
            )
            self._page(language, "glossary", GLOSSARY[language][0], GLOSSARY[language][1], "accord", GLOSSARY[language][2])
            self._page(language, "history", HISTORY[language][0], HISTORY[language][1], "today", HISTORY[language][2])
            self._page(language, "index", HOME[language][0], HISTORY[language][1], "start", HOME[language][1])
        self.write("mkdocs.yml", SETTINGS.lstrip())
        for name, text in FILES.items():
            self.write(name, text)
        self.fill()
        self.accept()

    def _page(self, language: str, name: str, title: str, heading: str, id: str, text: str) -> None:
        self.write(
            f"docs/{language}/{name}.md",
            f"---\ntitle: {title}\ndescription: {title}.\n---\n\n# {title} {{ #{'home' if name == 'index' else name} }}\n\n"
            f"## {heading} {{ #{id} }}\n\n{text}\n\n{STATUS}",
        )

    def write(self, file: str, text: str) -> None:
        """Write a file of the project."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, file: str) -> str:
        """Return the text of a file."""
        return (self.root / file).read_text(encoding="utf-8")

    def replace(self, file: str, old: str, new: str) -> None:
        """Replace words of a file that stand in it."""
        text = self.read(file)
        assert old in text, f"{old!r} does not stand in {file}"
        self.write(file, text.replace(old, new, 1))

    def replace_everywhere(self, name: str, olds: tuple[str, str, str], news: tuple[str, str, str]) -> None:
        """Replace words in the three versions of a page, and accept the translations."""
        for language, old, new in zip(LANGUAGES, olds, news):
            self.replace(f"docs/{language}/{name}", old, new)
        self.accept()

    def fill(self) -> None:
        """Write the generated blocks."""
        data = load_data(self.root)
        for page in read_pages(self.root).values():
            text, _ = fill_blocks(page.text, Target(page.language, page.name), data, page.file)
            self.write(page.file, text)

    def accept(self) -> None:
        """Accept every translation."""
        pairs = translations.collect_pairs(load_data(self.root), read_pages(self.root))
        ledger: translations.Ledger = {}
        for pair in pairs:
            ledger.setdefault(pair.unit, {}).setdefault(pair.language, []).append(pair.digests)
        translations.write_ledger(self.root, ledger)

    def problems(self) -> list[str]:
        """Return what the checker says of the sources, as it prints it."""
        return [str(problem) for problem in sorted(check_sources(self.root)[0])]

    def build(self, offline: bool = False) -> None:
        """Build the site, as MkDocs and the finishing steps would, in a few lines."""
        write_site(self, offline)

    def built_problems(self, offline: bool = False) -> list[str]:
        """Return what the checker says of the built site, as it prints it."""
        return [str(problem) for problem in sorted(check_built(self.root, self.root / "site", offline)[0])]

    def break_it(self, example: Example) -> None:
        """Put what is wrong in the place of what is right."""
        if example.right.startswith("file "):
            (self.root / example.right[5:]).rename(self.root / example.wrong[5:])
        else:
            self.replace(example.file, example.right, example.wrong)

"""Rules about what the pages say of the source: citations, quotations, terms, translations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from languages import LANGUAGES, SOURCE
from problems import Problem
from translations import digest, find_stale

from sitecheck.project import Project

QUOTATION = re.compile(r"[«“](?P<words>[^«»“”]+)[»”](?:\s*\{[^}]*lang=(?P<language>\w+)[^}]*\})?\s*\(?\[¶(?P<number>\d+)\]")
LETTERS = re.compile(r"[^\W\d_]+")


def source_kept(project: Project) -> Iterator[Problem]:
    """The source text of each paragraph is as it was given, letter for letter, by the digest beside it; none is left out.

    In docs/_data/law.yml
    wrong: Міндеттері: бірліктер.
    right: Міндеттері: бірлік.
    """
    for number, (id, record) in enumerate(project.data["law"].items(), 1):
        if id != f"p{number}":
            message = f"{id} is where p{number} should be"
            yield record.problem((), "source-kept", message, "keep every paragraph, in the order of the Law, with its number")
            break
    for id, record in project.data["law"].items():
        found = digest(record.text(SOURCE))
        if found != str(record.own["digest"]):
            message = f"the source text of {id} has the digest {found}, not {record.own['digest']}: somebody changed it"
            fix = "restore it from the last commit: it is quoted, and never edited"
            yield record.problem((SOURCE, "text"), "source-kept", message, fix)


def every_paragraph_cited(project: Project) -> Iterator[Problem]:
    """Every paragraph of the Law is cited by the explanation somewhere, in each language.

    In docs/en/law.md
    wrong:  [¶1](#p1)
    right:  [¶2](#p2)
    """
    cited = {
        (reference.page.language, id) for reference, _, name, id in project.inside if name == "law.md" and not reference.generated
    }
    for language in LANGUAGES:
        for id, record in project.data["law"].items():
            if (language, id) not in cited:
                message = f"no page in {language} explains {id}"
                yield record.problem(
                    (), "every-paragraph-cited", message, f"cite it where it is explained: [¶{id[1:]}](law.md#{id})"
                )


def quoted_exactly(project: Project) -> Iterator[Problem]:
    """Words in quotation marks before a citation are in that paragraph word for word, in that language.

    In docs/en/law.md
    wrong: speaks of “one unity” [¶2]
    right: speaks of unity [¶2]
    """
    for page in project.pages.values():
        for match in QUOTATION.finditer(page.text):
            record = project.data["law"].get(f"p{match['number']}")
            language = match["language"] or page.language
            if record is None or language not in LANGUAGES:
                continue  # target-exists reports it
            text = _plain(record.text(language))
            for piece in re.split(r"\s*(?:…|\.\.\.)\s*", match["words"]):
                if _plain(piece) not in text:
                    message = f"“{piece}” is not in ¶{match['number']} ({language})"
                    fix = f"quote word for word: {record.text(language)}"
                    yield Problem(page.file, *page.place(match.start()), "quoted-exactly", message, fix)


def _plain(text: str) -> str:
    return " ".join(text.replace("*", "").replace("\N{NO-BREAK SPACE}", " ").split()).casefold().strip(" .,;:")


def parts_stand(project: Project) -> Iterator[Problem]:
    """The parts of a sentence are found in its paragraph, each once, and do not overlap.

    In docs/_data/parts.yml
    wrong: words: agreement
    right: words: accord
    """
    taken: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    for id, part in project.data["parts"].items():
        paragraph = id.partition(".")[0]
        record = project.data["law"].get(paragraph)
        if record is None:
            yield part.problem((), "parts-stand", f"there is no paragraph {paragraph}", "name a part like this: `p4.role`")
            continue
        for language in LANGUAGES:
            for piece in part.text(language, "words").split(" … "):
                count = record.text(language).count(piece)
                if count != 1:
                    message = f"“{piece}” appears {count} times in {paragraph} ({language})"
                    yield part.problem(
                        (language, "words"), "parts-stand", message, "take words that appear there once, letter for letter"
                    )
                    continue
                start = record.text(language).index(piece)
                end = start + len(piece)
                for other, first, last in taken.setdefault((paragraph, language), []):
                    if first < end and start < last:
                        message = f"“{piece}” overlaps with the words of {other} in {paragraph} ({language})"
                        fix = f"give “{record.text(language)[max(first, start) : min(last, end)]}” to one of them"
                        yield part.problem((language, "words"), "parts-stand", message, fix)
                taken[paragraph, language].append((id, start, end))


def term_named(project: Project) -> Iterator[Problem]:
    """A link to a term is labelled with a form of that term.

    In docs/en/law.md
    wrong: [unity](glossary.md#accord)
    right: [accord](glossary.md#accord)
    """
    for reference, _, name, id in project.inside:
        term = project.data["glossary"].get(id)
        if name != "glossary.md" or term is None or reference.kind != "link":
            continue
        written = term.text(reference.page.language, "term")
        stems = {word[:3].casefold() for word in LETTERS.findall(written) if len(word) > 2}
        if not any(word[:3].casefold() in stems for word in LETTERS.findall(reference.label)):
            message = f"the label “{reference.label}” names no form of the term “{written}”"
            yield Problem(*reference.place, "term-named", message, "link the words of the term, or link another term")


def fresh(project: Project) -> Iterator[Problem]:
    """Every translation was read against its source as both stand now.

    In docs/kk/law.md
    wrong: Екіншісі халық бірлігін айтады
    right: Екіншісі бірлікті айтады
    """
    yield from find_stale(project.pairs(), project.pages, project.ledger)

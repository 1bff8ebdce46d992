"""The quiz on the real site in a real browser: by keyboard, right and wrong, reloaded, without storage, without scripts."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from languages import LANGUAGES
from questions import read_questions
from records import load_data

ROOT = Path(__file__).resolve().parent.parent
PATHS = {"kk": "quiz/", "ru": "ru/quiz/", "en": "en/quiz/"}
DATA = load_data(ROOT)
QUESTIONS = {question.record.id: question for question in read_questions(DATA["quiz"])}
TOTAL = len(QUESTIONS)
FOCUS = """() => {
  const {tagName, type, value, dataset} = document.activeElement;
  const question = document.activeElement.closest(".question")?.id ?? "";
  const part = document.activeElement.closest("[data-part]")?.dataset.part ?? "";
  return {kind: type || tagName, value, question, part, inScore: Boolean(document.activeElement.closest(".score"))};
}"""


def choices(question, right):
    """Return what to choose: for boxes the letters to tick, for lists the value of each part."""
    parts = question.parts("kk")
    if question.kind in ("one", "several"):
        wrong = [letter for letter in parts if letter not in question.answer]
        return question.answer if right else wrong[:1]
    values = {part: question.right(part) for part in parts}
    return values if right else dict(zip(values, [*list(values.values())[1:], next(iter(values.values()))]))


def fill_by_keyboard(page, right):
    """Go through the page with Tab and answer every question, right where `right` says so; stop at the button of the score."""
    for _ in range(40 * TOTAL):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["kind"] == "button" and focus["inScore"]:
            return
        if not focus["question"]:
            continue
        question = QUESTIONS[focus["question"]]
        chosen = choices(question, right(question))
        if focus["kind"] == "radio":
            index = list(question.parts("kk")).index(chosen[0])
            for key in ["ArrowDown"] * index or ["Space"]:
                page.keyboard.press(key)
        elif focus["kind"] == "checkbox" and focus["part"] in chosen:
            page.keyboard.press("Space")
        elif focus["kind"] == "select-one":
            offered = sorted(set(choices(question, True).values())) if question.kind == "order" else list(question.options("kk"))
            for _ in range(offered.index(chosen[focus["part"]]) + 1):
                page.keyboard.press("ArrowDown")
        elif focus["kind"] == "button":
            page.keyboard.press("Enter")
    raise AssertionError("the score was not reached")


def score(page):
    """Return how many answers are right, how many were given, and how many links lead to what to read again."""
    numbers = [int(text) for text in page.locator(".score output").all_inner_texts()]
    return (*numbers, page.locator(".score .again a:visible").count())


def hindrances(page, *places):
    """Return what axe finds in places of the page, or in all of its article."""
    page.evaluate(Axe().axe_script)
    found = page.evaluate("places => axe.run(places, {resultTypes: ['violations']})", [*places] or ["article"])["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]


RIGHT = {  # between them, every question is answered rightly and wrongly
    "kk": lambda question: question.number % 2 == 0,
    "ru": lambda question: question.number % 2 == 1,
    "en": lambda question: True,
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_quiz_by_keyboard(page, address, language):
    page.goto(address + PATHS[language])
    fill_by_keyboard(page, RIGHT[language])
    right = [id for id, question in QUESTIONS.items() if RIGHT[language](question)]
    assert page.locator(".question[data-verdict=right]").evaluate_all("nodes => nodes.map(node => node.id)") == right
    assert score(page) == (len(right), TOTAL, TOTAL - len(right))
    assert (
        page.locator(".question").evaluate_all("all => all.filter(each => !each.querySelector('.verdict li a[href*=law]'))") == []
    )
    page.keyboard.press("Enter")
    assert score(page) == (0, 0, 0)
    assert page.evaluate(FOCUS)["question"] == next(iter(QUESTIONS))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_hinders_readers_in_any_state(page, address, scheme):
    page.emulate_media(color_scheme=scheme)
    page.goto(address + PATHS["kk"])
    assert scheme == "dark" or hindrances(page) == []
    answer(page, "signed", right=True)
    answer(page, "forms", right=False)
    answer(page, "aimed", right=False)
    page.locator("#parts button").click()  # not answered yet
    for id in ("text-order", "terms"):
        page.locator(f"#{id} select").evaluate_all("lists => lists.forEach(list => { list.selectedIndex = 1; })")
        page.locator(f"#{id} button").click()
        page.locator(f"#{id} summary").click()
    assert hindrances(page, "#signed", "#forms", "#aimed", "#parts", "#text-order", "#terms", ".score") == []


def answer(page, id, right):
    """Answer one question with the mouse."""
    question, box = QUESTIONS[id], page.locator(f"#{id}")
    for part in choices(question, right):
        box.locator(f"input[value={part}]").check()
    box.locator("button").click()


def test_answers_stay_after_a_reload_and_in_another_language(page, address):
    page.goto(address + PATHS["kk"])
    answer(page, "signed", right=True)
    answer(page, "forms", right=False)
    page.reload()
    assert score(page) == (1, 2, 1)
    assert page.locator("#forms .verdict strong").inner_text() == "Дұрыс емес."
    page.click(".languages a[hreflang=ru]")
    page.wait_for_url(address + PATHS["ru"])
    assert score(page) == (1, 2, 1)
    assert page.locator("#signed .verdict strong").inner_text() == "Верно."


def test_a_changed_answer_is_no_longer_judged(page, address):
    page.goto(address + PATHS["en"])
    answer(page, "signed", right=False)
    page.locator("#signed input[value=b]").check()
    assert page.locator("#signed .verdict").inner_text() == ""
    assert score(page) == (0, 0, 0)


def test_part_of_an_answer_is_not_judged(page, address):
    page.goto(address + PATHS["en"])
    page.locator("#parts select").first.select_option("a")
    page.locator("#parts button").click()
    assert page.locator("#parts .verdict").inner_text() == "Answer the whole question first."
    page.locator("#aimed input[value=a]").check()
    page.locator("#aimed button").click()
    assert page.locator("#aimed .verdict > p").inner_text() == "There are other right answers too."
    assert score(page) == (0, 1, 1)


def test_it_can_be_read_and_answered_in_two_languages(page, address):
    page.goto(address + PATHS["kk"])
    answer(page, "forms", right=False)
    page.goto(address + PATHS["kk"] + "?with=ru")
    page.locator("#signed .pairs").first.wait_for()
    question = DATA["quiz"]["signed"]
    for language in ("kk", "ru"):
        assert question.text(language, "question") in page.locator("#signed legend").inner_text()
    page.locator("#signed button").click()  # not answered yet
    answer(page, "signed", right=True)
    page.locator("#signed button").click()  # once more
    assert page.locator("#signed .verdict strong").inner_text() == "Дұрыс."
    assert page.locator("#signed .verdict li").count() == 1
    for language in ("kk", "ru"):
        assert question.text(language, "b-why").partition(" ¶")[0] in page.locator("#signed .verdict").inner_text()
    assert score(page) == (1, 2, 1)


def test_where_storage_is_forbidden_the_quiz_works_until_the_page_is_left(page_without_storage, address):
    page = page_without_storage
    page.goto(address + PATHS["en"])
    answer(page, "signed", right=True)
    assert score(page) == (1, 1, 0)
    page.reload()
    assert score(page) == (0, 0, 0)


@pytest.mark.parametrize(
    "stored", ["[1", "7", "null", '{"signed": 7, "forms": ["<b>"], "aimed": [[]], "parts": ["zz"], "no-such": ["a"]}']
)
def test_what_others_stored_does_no_harm(page, address, stored):
    page.goto(address + PATHS["en"])
    page.evaluate("stored => localStorage.setItem('law:quiz', stored)", stored)
    page.reload()
    assert score(page) == (0, 0, 0)
    answer(page, "signed", right=True)
    assert score(page) == (1, 1, 0)


def test_it_works_from_a_disk(page, site):
    page.goto((site / "quiz/index.html").as_uri())
    answer(page, "signed", right=True)
    assert score(page) == (1, 1, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_the_answers_are_there(browser, address, language):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + PATHS[language])
    assert page.locator(".question legend:visible").count() == TOTAL
    assert page.locator(".question button:visible, .score:visible").count() == 0
    for id in ("signed", "text-order", "parts"):
        page.locator(f"#{id} summary").click()
        reasons = page.locator(f"#{id} details li:visible").all_inner_texts()
        assert len(reasons) == len(QUESTIONS[id].parts(language))
        assert all("¶" in reason for reason in reasons)
    context.close()


def test_it_prints_as_a_test_with_the_key_on_a_page_of_its_own(page, address):
    page.goto(address + PATHS["kk"])
    answer(page, "signed", right=True)
    page.emulate_media(media="print")
    assert page.locator(".question:visible").count() == TOTAL
    assert page.locator(":is(.question details, .question button, .verdict, .score):visible").count() == 0
    assert page.locator(".key li:visible").count() == TOTAL
    assert page.locator(".key").evaluate("node => getComputedStyle(node).breakBefore") == "page"


def test_only_pages_that_need_them_load_the_scripts(site):
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert sorted(path for path, html in pages.items() if "assets/memory-question-quiz.js" in html) == sorted(
        f"{path}index.html" for path in PATHS.values()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_option_has_one_letter(page, address, language):
    page.goto(address + PATHS[language])
    lettered = "spans => spans.filter(span => getComputedStyle(span, '::before').content !== 'none').length"
    assert page.locator(".options label span").evaluate_all(lettered) == page.locator(".options label").count()

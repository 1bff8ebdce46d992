"""The source text to the letter; dates, spaces and interface words in three languages."""

import hashlib
import re
from pathlib import Path

import material
import pytest
import yaml
from dates import fill_dates, find_months, write_date
from finish.tables import label_tables
from finish.typography import set_spaces
from languages import LANGUAGES, SOURCE
from records import load_data

ROOT = Path(__file__).resolve().parent.parent
SHA256 = "04d2a65774a4b9afb345f9b7af31d2b95348ba53002770473f8f76f465a6a918"


def test_the_source_text_is_unchanged_to_the_letter():
    law = load_data(ROOT)["law"]
    assert list(law) == [f"p{number}" for number in range(1, 12)]
    text = "\n".join(record.text(SOURCE) for record in law.values())
    assert hashlib.sha256(text.encode()).hexdigest() == SHA256


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2026 жылғы 20 қаңтарда және 2026 жылғы наурызда", ["1", "3"]),
        ("20 января 2026 года, в марте 2026 года и 1 мая", ["1", "3", "5"]),
        ("On 20 January 2026, in March 2026 and on 1 May", ["1", "3", "5"]),
        ("«2008 жылғы 20 қазан», 20 October 2008, 20 октября 2008 года", ["10", "10", "10"]),
        ("Наурыз мерекесі; май; it may be 2026", []),
        ("no date", []),
    ],
)
def test_months_of_dates_are_found_in_every_language(text, months):
    assert find_months(text) == months


def test_the_languages_are_those_of_the_site():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert tuple(re.findall(r"- locale: (\w+)", text)) == LANGUAGES


def test_the_kazakh_interface_has_every_word_of_the_theme():
    key = re.compile(r"^\s*\"([\w.]+)\":", re.MULTILINE)
    theirs = Path(material.__file__).parent / "templates/partials/languages"
    expected = {word for name in ("ru", "en") for word in key.findall((theirs / f"{name}.html").read_text(encoding="utf-8"))}
    ours = key.findall((ROOT / "overrides/partials/languages/kk.html").read_text(encoding="utf-8"))
    assert len(ours) == len(set(ours))
    assert expected - set(ours) == set()


@pytest.mark.parametrize(
    ("value", "case", "kk", "ru", "en"),
    [
        ("2008-10-20", "", "2008 жылғы 20 қазан", "20 октября 2008 года", "20 October 2008"),
        ("2026-03", "", "2026 жылғы наурыз", "март 2026 года", "March 2026"),
        ("2015", "", "2015 жыл", "2015 год", "2015"),
    ],
)
def test_dates(value, case, kk, ru, en):
    assert [write_date(value, language, case) for language in LANGUAGES] == [kk, ru, en]


def test_dates_in_a_text():
    assert fill_dates("{day:dative} дейін", "kk", {"day": "2026-07-01"}) == "2026 жылғы 1 шілдеге дейін"
    with pytest.raises(KeyError):
        fill_dates("{dya}", "en", {"day": "2026-07-01"})


def test_spaces_that_must_not_break():
    nb = "\N{NO-BREAK SPACE}"
    given = '<p title="2008 жылғы">2008 жылғы 20 қазан, № 70-IV, 1-бап, ¶ 4 – бір <code>¶ 4</code> сөз <a href="#p4">¶4</a></p><script>"¶ 4"</script>'
    wanted = f'<p title="2008 жылғы">2008{nb}жылғы 20{nb}қазан, №{nb}<span class="unbroken">70-IV</span>, <span class="unbroken">1-бап</span>, ¶{nb}4{nb}– бір <code>¶ 4</code> сөз{nb}<a href="#p4">¶4</a></p><script>"¶ 4"</script>'
    assert set_spaces(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Закон «Об Ассамблее», о котором и в школе говорят", "Закон «Об~Ассамблее», о~котором и~в~школе говорят"),
        ("Действует ли Закон, он же", "Действует~ли Закон, он~же"),
        ("бары да, жоғы де; күші жойылды ма?", "бары~да, жоғы~де; күші жойылды~ма?"),
        ("11 тармақ, 35 слов, 42 + 42 + 42", "11~тармақ, 35~слов, 42~+~42~+~42"),
        ("17–18 наурыз", '<span class="unbroken">17–18</span>~наурыз'),
        ("<a>e-history.kz</a>", '<a><span class="unbroken">e-history.kz</span></a>'),
        ("<b>мекеме</b> – орган", "<b>мекеме</b>~– орган"),
        ('<a href="#p6">¶6</a>–<a href="#p11">¶11</a>', '<a href="#p6">¶6</a>–\N{WORD JOINER}<a href="#p11">¶11</a>'),
        ("пункт 1 статьи 1 и статья 44", "пункт~1 статьи~1 и~статья~44"),
        ("Article 1 and Articles 44(20), CC BY 4.0", "Article~1 and Articles~44(20), CC~BY~4.0"),
        ("«Я узнал, что …», «ойымша, …»", "«Я узнал, что~…», «ойымша,~…»"),
        ("1. The goal taken apart, the goal", "1. The~goal taken apart, the goal"),
        ("мәтіні ме, түсініктеме ме?", "мәтіні~ме, түсініктеме~ме?"),
        ("кто-то и какой-нибудь", '<span class="unbroken">кто-то</span> и~<span class="unbroken">какой-нибудь</span>'),
        ("10 minutes", "10~minutes"),
        ("Лист 1. Цель, Sheet 1. The goal", "Лист~1. Цель, Sheet~1. The~goal"),
        ("По-казахски · да", '<span class="unbroken">По-казахски</span>~· да'),
        ("<p>inter-ethnic, a law in 2008 and today</p>", "<p>inter-ethnic, a law in 2008 and today</p>"),
        (
            "<p>өзара іс-қимыл, Қасым-Жомарт, политико-правовой</p>",
            '<p>өзара <span class="unbroken">іс-қимыл</span>, <span class="unbroken">Қасым-Жомарт</span>, политико-правовой</p>',
        ),
        (
            '<p>статус и <a href="x">порядок</a>, мысль о <em>цели</em></p>',
            '<p>статус и~<a href="x">порядок</a>, мысль о~<em>цели</em></p>',
        ),
        (
            '<p>Тармақтар <a href="x">¶1</a>, <a href="y">¶2</a>, <a href="z">¶3</a></p>',
            '<p>Тармақтар~<a href="x">¶1</a>,~<a href="y">¶2</a>, <a href="z">¶3</a></p>',
        ),
    ],
)
def test_small_words_numbers_and_dashes_stay_with_their_words(given, wanted):
    wanted = wanted.replace("~", "\N{NO-BREAK SPACE}")
    assert set_spaces(f"<article>{given}</article>") == f"<article>{wanted}</article>"


def test_small_words_of_the_frame_are_left():
    assert (
        set_spaces("<nav>Единство народа и общественное согласие</nav>") == "<nav>Единство народа и общественное согласие</nav>"
    )


def test_tables_are_labelled():
    given = "<table>\n<thead>\n<tr>\n<th>A</th>\n<th>B <b>b</b></th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
    wanted = (
        '<table>\n<thead>\n<tr>\n<th scope="col">A</th>\n<th scope="col">B <b>b</b></th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<th scope="row">1</th>\n<td data-label="B b">2</td>\n</tr>\n</tbody>\n</table>'
    )
    assert label_tables(given) == wanted


def test_no_record_holds_a_space_that_must_not_break():
    for path in (ROOT / "docs").rglob("*.yml"):
        assert "\N{NO-BREAK SPACE}" not in path.read_text(encoding="utf-8"), path
        assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8")), dict)

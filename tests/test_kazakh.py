"""The Kazakh stemmer, from the file that readers' browsers run, and what goes with it for the other languages."""

from pathlib import Path

import pytest

SEARCH = Path(__file__).resolve().parent.parent / "docs/assets/search"

# Forms of one word, typed in several ways: all must get the stem of the first.
SAME = """
халық халқы халқының халыққа халықтарға халқымыздың халкы halyq halqyna
мақсат мақсаты мақсатқа мақсаттарымызды максатынан maqsat
тармақ тармағы тармақтан тармағында тармактар tarmaq
келісім келісімі келісімге келісімдерінен келисим kelisim
бірлік бірлігі бірлігін бірлікке бірліктеріміз бирлик
кеңес кеңесі кеңестің кеңесінде кенес keñes
мектеп мектебі мектептерде мектебіміз
ассамблея ассамблеясы ассамблеядан ассамблеяның асамблея assambleya
сессия сессиясы сессиялар сесия sessia sessiya
конституция конституциясына konstitutsiya
дауыс даусы даусымыз дауыстар
орын орны орнында орындар
заң заңы заңда заңның заңымызға заңдардағы zań zañ
құқық құқығы құқықтарын кукык quqyq
тіл тілі тілдер тілінде тілімізбен til
мүше мүшесі мүшелерге мүшеміз
ұйым ұйымы ұйымдармен
достық достығы dostıq dostyq
жұмыс жұмысы жұмыстың zhumys jumys
""".split("\n")[1:-1]
APART = """
жан жаңа
қас қасы
алты алтын
тіл тілек
заң заңгер
халық халықаралық
мақсат мақал
ел елу
ат ата
бас басқа
сөз сөздік
ұлт ұлы
""".split("\n")[1:-1]


@pytest.fixture(scope="module")
def page(browser):
    page = browser.new_page()
    for name in ("kazakh.js", "words.js"):
        page.add_script_tag(path=SEARCH / name)
    yield page
    page.close()


def stems(page, words, language="kk"):
    return page.evaluate("([words, language]) => words.map(word => Words.forms(word, language)[0])", [words.split(), language])


@pytest.mark.parametrize("words", SAME)
def test_forms_of_a_word_have_one_stem(page, words):
    assert set(stems(page, words)) == {stems(page, words)[0]}


@pytest.mark.parametrize("words", APART)
def test_different_words_stay_apart(page, words):
    first, second = stems(page, words)
    assert first != second


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Әңгіме", "ангиме"),
        ("ҰЛТТЫҚ", "ултык"),
        ("Şanyraq", "шанырак"),
        ("aımaq", "аымак"),
        ("Qazaqstan", "казакстан"),
        ("ë", "е"),
    ],
)
def test_all_ways_of_typing_come_to_one(page, word, folded):
    assert page.evaluate("word => Words.fold(word, 'kk')", word) == folded


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "согласие согласия согласием согласию"),
        ("ru", "единство единства единством единству"),
        ("ru", "Ассамблея Ассамблеи Ассамблеей асамблею"),
        ("ru", "межэтнические межэтнических межэтническим"),
        ("ru", "молодёжь молодежи молодежью"),
        ("en", "society societies"),
        ("en", "organize organizing organized organization"),
        ("en", "task tasks"),
        ("en", "association associations"),
    ],
)
def test_russian_and_english_forms_have_one_stem(page, language, words):
    assert len(set(stems(page, words, language))) == 1


@pytest.mark.parametrize(
    ("typed", "meant"), [("fccfv,ktz", "ассамблея"), ("дфц", "law"), ("[fksr", "халык"), ("vf0cfn", "мақсат"), ("n3k", "тіл")]
)
def test_the_other_keyboard_layout(page, typed, meant):
    assert page.evaluate("typed => Words.otherLayout(typed)", typed) == meant


@pytest.mark.parametrize(
    ("a", "b", "edits"), [("", "", 0), ("", "ab", 2), ("kitten", "sitting", 3), ("заң", "заң", 0), ("аб", "ба", 2)]
)
def test_the_distance_between_words(page, a, b, edits):
    assert page.evaluate("([a, b]) => Words.distance(a, b)", [a, b]) == edits

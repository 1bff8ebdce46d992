// Words in three languages: takes text apart, and gives the forms under which the index knows a word.
const Words = (() => {
  // Endings of Russian and English, longest first. A light cut: it joins the forms of a noun or an adjective.
  const RUSSIAN = ending(
    "иями|ями|ами|иях|ях|ах|иям|ям|ам|ием|ием|ем|ом|ией|ей|ой|ий|ый|ию|ью|ия|ья|ие|ье|ии|ев|ов|ого|его|ому|ему|ыми|ими|" +
    "ым|им|ых|их|ую|юю|ая|яя|ое|ее|ые|а|я|о|е|ы|и|у|ю|ь|й", 3);
  const ENGLISH = ending("ations|ation|ities|ity|ments|ment|ings|ing|ions|ion|ies|ied|ers|er|es|ed|ly|s|e|y", 3);

  const LANGUAGES = {
    kk: { fold: Kazakh.fold, stem: Kazakh.stem },
    ru: { fold: word => word.toLowerCase().normalize("NFC").replaceAll("ё", "е"), stem: word => word.replace(RUSSIAN, "$1") },
    en: { fold: word => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, ""), stem: word => word.replace(ENGLISH, "$1") },
  };

  const WORD = /[\p{L}\p{M}\p{N}]+/gu;
  const LONGEST = 40; // letters of a word that are looked at

  // The keys of a keyboard: the same place in the Latin and in the Russian layout; the digit row is the Kazakh one.
  const KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
  const RUSSIAN_KEYS = "йцукенгшщзхъфывапролджэячсмитьбюё";
  const DIGITS = "2345890";
  const KAZAKH_DIGITS = "әіңғүұқ";

  function ending(list, left) {
    const longestFirst = [...new Set(list.split("|"))].sort((a, b) => b.length - a.length);
    return new RegExp(`^(.{${left},}?)(?:${longestFirst.join("|")})$`);
  }

  // "Ассамблеяның жұмысы" → ["Ассамблеяның", "жұмысы"]
  function split(text) {
    return (text.match(WORD) ?? []).map(word => word.slice(0, LONGEST));
  }

  // A word in lower case and one writing, with all its endings.
  function fold(word, language) {
    return single(LANGUAGES[language].fold(word));
  }

  // What the index knows a word by: its stem, and the word itself where it differs.
  function forms(word, language) {
    const { fold, stem } = LANGUAGES[language];
    const folded = fold(word);
    return [...new Set([single(stem(folded)), single(folded)])];
  }

  // One letter for two: "ассамблея" and "асамблея" are one word.
  function single(word) {
    return word.replace(/(\p{L})\1+/gu, "$1");
  }

  // What would have been typed in the other keyboard layout: "fccfv,ktz" → "ассамблея", "дфц" → "law".
  function otherLayout(query) {
    const lower = query.toLowerCase();
    const [from, to] = /[a-z]/.test(lower)
      ? [KEYS + DIGITS, RUSSIAN_KEYS + KAZAKH_DIGITS]
      : [RUSSIAN_KEYS + KAZAKH_DIGITS, KEYS + DIGITS];
    return lower.replace(/./gu, letter => to[from.indexOf(letter)] ?? letter);
  }

  // The number of letters to change, add or drop between two words (Levenshtein).
  function distance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i++) {
      let left = i, corner = i - 1;
      for (let j = 1; j <= b.length; j++) {
        const above = row[j];
        const here = Math.min(above + 1, left + 1, corner + (a[i - 1] !== b[j - 1]));
        row[j - 1] = left;
        left = here;
        corner = above;
      }
      row[b.length] = left;
    }
    return row[b.length];
  }

  return { WORD, split, fold, forms, otherLayout, distance };
})();

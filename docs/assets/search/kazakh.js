// Kazakh words: `fold` makes all ways of typing a word one, `stem` cuts its endings.
//
// The same file runs over the texts and over what a reader types, so a stem need not be right: it must be the same
// for every form of a word. Three things bring that about. Folding comes first (ә→а, і→и, ң→н …), so endings are
// written here in folded letters and half as many. Endings are cut one by one until none is left: whatever is cut
// from "сөзінде" leads through "сөзі" to the stem of "сөз". And where a stem changes its look (халық, халқы; тармақ,
// тармағы), both looks are brought to a third one rather than told apart.
const Kazakh = (() => {
  const FOLDED = { ә: "а", і: "и", ң: "н", ғ: "г", ү: "у", ұ: "у", қ: "к", ө: "о", һ: "х", э: "е", ё: "е" };

  // Latin letters of the official alphabets and of everyday typing, marks taken apart (NFD); several letters come first.
  const LATIN = [
    [/s\u0327|sh/g, "ш"], [/c\u0327|ch/g, "ч"], [/y\u0301/g, "у"], [/\p{M}/gu, ""],
    [/zh/g, "ж"], [/kh/g, "х"], [/gh/g, "г"], [/ng/g, "н"], [/ts/g, "ц"],
    [/[iı]+y?a/g, "ия"], [/ya/g, "я"], [/yu/g, "ю"], [/y(?=[aeiou])|(?<=[aeiou])y/g, "й"],
  ];
  const LETTERS = { ı: "ы" };
  [..."abcdefghijklmnopqrstuvwxyz"].forEach((letter, n) => LETTERS[letter] = "абцдефгхижклмнопкрстувухыз"[n]);

  // Which letters an ending may follow. «У» is a vowel in some words and a consonant in others.
  const VOWEL = "аеоуыиюя";
  const SOFT = `${VOWEL}лмнрйжз`; // vowels, sonorants and voiced consonants
  const HARD = "бвгдкпстфхцчшщ"; // after these an ending begins with к, п or т
  const CONSONANT = "бвгджзйклмнпрстуфхцчшщ";

  // How many letters at least must be left, what they end in, the ending.
  const ENDINGS = [
    // plural
    [2, SOFT, "лар|лер"], [2, "лмнжз", "дар|дер"], [2, HARD, "тар|тер"],
    // of, to, (object), in, of those in, from, with
    [3, `${VOWEL}мн`, "нын|нин"], [2, "лрйужз", "дын|дин"], [2, HARD, "тын|тин"],
    [2, SOFT, "га|ге"], [2, HARD, "ка|ке"], [3, "ыи", "на|не"], [4, "м", "а|е"],
    [3, VOWEL, "ны|ни"], [2, "лмнрйужз", "ды|ди"], [2, HARD, "ты|ти"],
    [2, SOFT, "да|де|дагы|деги"], [2, HARD, "та|те|тагы|теги"],
    [2, `${VOWEL}лрйжз`, "дан|ден"], [2, "ыимн", "нан|нен"], [2, HARD, "тан|тен"],
    [2, SOFT, "мен|менен"], [2, "жз", "бен|бенен"], [2, HARD, "пен|пенен"],
    // my, your, his, our
    [3, "аеоуюя", "мыз|миз|ныз|низ|м"], [3, VOWEL, "н"], [3, "аеоя", "сы|си|с"], // -с: кеңес-і looks like кеңе-сі
    [2, CONSONANT, "ымыз|имиз|ыныз|иниз"], [3, CONSONANT, "ым|им|ын|ин|ы|и"],
  ].map(([least, before, endings]) => new RegExp(`^(.{${least - 1},}[${before}])(?:${endings})$`));

  // Words that end like a form of another one: қасы (beside) is not қас (eyebrow) with an ending.
  const WHOLE = new Set(["касы", "баска", "кыска", "алты", "алтын", "орын"]);

  // Takes a word, returns it in lower case, in Cyrillic and in folded letters.
  function fold(word) {
    const lower = word.toLowerCase();
    const latin = /\p{Script=Latin}/u.test(lower) && !/\p{Script=Cyrillic}/u.test(lower);
    const cyrillic = latin ? fromLatin(lower) : lower.normalize("NFC");
    return cyrillic.replace(/./gu, letter => FOLDED[letter] ?? letter);
  }

  function fromLatin(word) {
    const plain = LATIN.reduce((text, [from, to]) => text.replace(from, to), word.normalize("NFD"));
    return plain.replace(/[a-zı]/g, letter => LETTERS[letter]);
  }

  // Takes a folded word, returns its stem.
  function stem(folded) {
    let word = folded;
    for (let cut = peel(word); cut !== word; cut = peel(word)) word = cut;
    return word // тармағ-ы is тармақ, кітаб-ы is кітап; халық loses its last vowel as it does in халқ-ы
      .replace(/г$/, "к").replace(/б$/, "п")
      .replace(/^(.+[^аеоыиюя])[ыи]([^аеоуыиюя])$/, "$1$2");
  }

  function peel(word) {
    if (WHOLE.has(word)) return word;
    for (const ending of ENDINGS) {
      const match = ending.exec(word);
      if (match) return match[1];
    }
    return word;
  }

  return { fold, stem };
})();

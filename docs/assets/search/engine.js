// The search itself: texts in, results out; it touches no page. One index a language, sections as documents.
// A section has the same key ("law/#p4") in every language, so what is found in one language is known in all.
class Engine {
  static #LONGEST = 200; // letters of a query
  static #MOST = 12; // words of a query
  static #OWN = 20; // results in the page's language
  static #OTHER = 5; // results in each other language
  static #LAW = "law/#p";
  static #GLOSSARY = "glossary/";
  // «¶4», "p4", «4-тармақ», «абзац 4», as folding leaves the words around the number
  static #PARAGRAPH = /^(?:¶|п|параг\p{L}*|тарма[кг]\p{L}*|й?абзац\p{L}*)$/u;

  #language;
  #indexes = {};
  #vocabulary;

  // `language` is that of the page: its results come first.
  constructor(language) {
    this.#language = language;
  }

  // Take in the texts of a language: {language, folder, pages: [{path, title, sections: [{id, title, text}]}]}.
  add({ language, folder, pages }) {
    const forms = remember(word => Words.forms(word, language));
    const sections = pages.flatMap(page => page.sections.map(section => (
      { ...section, key: `${page.path}#${section.id}`, path: folder + page.path, page: page.title, whole: section === page.sections[0] }
    )));
    const index = new MiniSearch({
      idField: "key", fields: ["title", "text"], tokenize: Words.split, processTerm: forms,
      searchOptions: {
        tokenize: term => [term], processTerm: term => term, // a query comes in as the terms of the index
        boost: { title: 3 },
        boostDocument: key => (key.startsWith(Engine.#GLOSSARY) || key.startsWith(Engine.#LAW) ? 1.2 : 1),
        weights: { prefix: 0.15, fuzzy: 0.3 },
      },
    });
    index.addAll(sections);
    const names = sections.filter(({ key, whole }) => key.startsWith(Engine.#GLOSSARY) && !whole)
      .map(({ key, title }) => ({ key, stems: Words.split(title).map(word => forms(word)[0]) }));
    this.#indexes[language] = { index, forms, names, sections: new Map(sections.map(section => [section.key, section])) };
  }

  // Return {groups: [{language, results}], nearest}: the page's language first. `nearest` is the closest word where
  // nothing is found. For a result see `#result`.
  find(query) {
    const clean = query.slice(0, Engine.#LONGEST);
    const paragraph = this.#paragraph(clean);
    if (paragraph) return { groups: [{ language: this.#language, results: [paragraph] }] };
    const words = Words.split(clean).slice(0, Engine.#MOST);
    const other = Words.split(Words.otherLayout(clean)).slice(0, Engine.#MOST);
    const attempts = [
      () => this.#search(words, "AND"),
      () => this.#search(other, "AND"),
      () => this.#search(words, "AND", true),
      () => this.#search(other, "AND", true),
      () => this.#search(words, "OR", true),
    ];
    for (const attempt of attempts) {
      const groups = this.#group(attempt());
      if (groups.length) return { groups };
    }
    return { groups: [], nearest: this.#nearest(words) };
  }

  #paragraph(query) {
    const [, before, number, after] = /^(\D*)0*(\d{1,2})(\D*)$/.exec(query) ?? [];
    const section = number && this.#indexes[this.#language].sections.get(Engine.#LAW + number);
    const around = section && Kazakh.fold(before + after).replace(/[^¶\p{L}]/gu, "");
    return around && Engine.#PARAGRAPH.test(around) ? Engine.#result(section, () => false) : undefined;
  }

  // Return for each language what is found there: [{id, score, terms}].
  #search(words, combineWith, typos = false) {
    const found = {};
    for (const [language, { index }] of Object.entries(this.#indexes)) {
      const queries = words.map(word => this.#alternatives(word, language, typos));
      found[language] = queries.length ? index.search({ combineWith, queries }) : [];
    }
    found[this.#language].push(...this.#translate(words));
    return found;
  }

  // A word may stand as its stem, as it is, with more letters behind, or with a typo.
  #alternatives(word, language, typos) {
    const [stem, full = stem] = this.#indexes[language].forms(word);
    const edits = full.length >= 8 ? 2 : full.length >= 4 ? 1 : 0;
    return { combineWith: "OR", queries: [stem, { queries: [full], prefix: full.length > 2, fuzzy: typos && edits }] };
  }

  // Where the query holds a term's name in another language, search for its name in the page's language.
  #translate(words) {
    const { index, names: ownNames } = this.#indexes[this.#language];
    const found = [];
    for (const [language, { names, forms }] of Object.entries(this.#indexes)) {
      if (language === this.#language) continue;
      const stems = new Set(words.map(word => forms(word)[0]));
      const keys = new Set(names.filter(name => name.stems.every(stem => stems.has(stem))).map(({ key }) => key));
      for (const { key, stems: queries } of ownNames) {
        if (keys.has(key)) found.push(...index.search({ combineWith: "AND", queries }));
      }
    }
    return found;
  }

  // What is found in any language is a result in the page's own; in another language only what is found there.
  #group(found) {
    const { own, others } = this.#merge(found);
    const groups = [{ language: this.#language, results: this.#results(this.#language, own, Engine.#OWN) }];
    others.sort(([, a], [, b]) => b.best - a.best);
    for (const [language, { hits }] of others) groups.push({ language, results: this.#results(language, hits, Engine.#OTHER) });
    return groups.filter(group => group.results.length);
  }

  #merge(found) {
    const own = new Map();
    const others = [];
    for (const [language, results] of Object.entries(found)) {
      const isOwn = language === this.#language;
      for (const { id, score, terms } of results) {
        const hit = own.get(id) ?? own.set(id, { score: 0, terms: new Set() }).get(id);
        hit.score += isOwn ? score : score / 2;
        if (isOwn) terms.forEach(term => hit.terms.add(term));
      }
      if (isOwn) continue;
      const hits = new Map(results.map(({ id, score, terms }) => [id, { score, terms: new Set(terms) }]));
      others.push([language, { best: results[0]?.score, hits }]);
    }
    return { own, others };
  }

  #results(language, hits, most) {
    const { sections, forms } = this.#indexes[language];
    return [...hits].filter(([key]) => sections.has(key))
      .sort(([, a], [, b]) => b.score - a.score).slice(0, most)
      .map(([key, { terms }]) => Engine.#result(sections.get(key), word => forms(word).some(form => terms.has(form))));
  }

  // `title` and `passage` are cut into [{text, marked}]; `marks` are the words found, as they stand in the section.
  static #result({ id, path, page, title, text, whole }, isFound) {
    const marks = [...new Set(Words.split(`${title} ${text}`).filter(isFound).map(word => word.toLowerCase()))];
    return { id, path, page: whole ? "" : page, title: Snippet.mark(title, isFound), passage: Snippet.cut(text, isFound), marks };
  }

  // The word of the page's language that is closest to the longest one of the query.
  #nearest(words) {
    const wanted = Words.fold(words.toSorted((a, b) => b.length - a.length)[0] ?? "", this.#language);
    let best = { word: "", edits: wanted.length / 2 };
    for (const [folded, word] of this.#vocabulary ??= this.#collect()) {
      const edits = Math.abs(folded.length - wanted.length) < best.edits ? Words.distance(folded, wanted) : Infinity;
      if (edits < best.edits) best = { word, edits };
    }
    return best.word;
  }

  #collect() {
    const sections = [...this.#indexes[this.#language].sections.values()];
    return new Map(sections.flatMap(({ title, text }) => Words.split(`${title} ${text}`))
      .filter(word => word.length > 2).map(word => [Words.fold(word, this.#language), word.toLowerCase()]));
  }
}

// The same function, asking only once for each word.
function remember(ask) {
  const known = new Map();
  return word => known.get(word) ?? known.set(word, ask(word)).get(word);
}

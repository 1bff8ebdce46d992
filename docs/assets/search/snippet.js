// Snippets: the passage of a text where most of the words found stand together.
const Snippet = (() => {
  const LENGTH = 26; // words

  // Takes a text and a test of a word; returns [{text, marked}], with "…" where the text goes on.
  function cut(text, isFound) {
    const words = [...text.matchAll(Words.WORD)].map(match => (
      { start: match.index, end: match.index + match[0].length, marked: isFound(match[0]) }
    ));
    const first = densest(words);
    const passage = words.slice(first, first + LENGTH);
    if (!passage.length) return [{ text, marked: false }];
    const start = first ? passage[0].start : 0;
    const isLast = first + LENGTH >= words.length;
    const parts = join(text, passage, start, isLast ? text.length : passage.at(-1).end);
    if (first) parts.unshift({ text: "… ", marked: false });
    if (!isLast) parts.push({ text: " …", marked: false });
    return parts;
  }

  // The number of the word at which the best passage begins: a little before its first word found.
  function densest(words) {
    let best = 0, most = 0;
    words.forEach((word, n) => {
      if (!word.marked) return;
      const count = words.slice(n, n + LENGTH - 6).filter(other => other.marked).length;
      if (count > most) [best, most] = [n, count];
    });
    return best < 6 ? 0 : best - 4;
  }

  function join(text, words, start, end) {
    const parts = [];
    let at = start;
    for (const word of words.filter(word => word.marked)) {
      parts.push({ text: text.slice(at, word.start), marked: false }, { text: text.slice(word.start, word.end), marked: true });
      at = word.end;
    }
    parts.push({ text: text.slice(at, end), marked: false });
    return parts.filter(part => part.text);
  }

  return { cut };
})();

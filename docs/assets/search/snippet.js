// Snippets: a text cut into [{text, marked}] at the words found, and the passage where most of them stand together.
const Snippet = (() => {
  const LENGTH = 26; // words of a passage
  const BEFORE = 4; // words shown before the first one found

  // The whole text, marked.
  function mark(text, isFound) {
    return cutAt(text, find(text, isFound), 0, text.length);
  }

  // The best passage, marked, with "…" where the text goes on.
  function cut(text, isFound) {
    const words = find(text, isFound);
    const first = begin(words);
    const passage = words.slice(first, first + LENGTH);
    const isLast = first + LENGTH >= words.length;
    const parts = cutAt(text, passage, first ? passage[0].start : 0, isLast ? text.length : passage.at(-1).end);
    if (first) parts.unshift({ text: "…\u00a0", marked: false });
    if (!isLast) parts.push({ text: "\u00a0…", marked: false });
    return parts;
  }

  function find(text, isFound) {
    return [...text.matchAll(Words.WORD)].map(({ 0: word, index: start }) => (
      { start, end: start + word.length, marked: isFound(word) }
    ));
  }

  // The number of the word at which the passage with most words found begins.
  function begin(words) {
    let best = 0, most = 0;
    words.forEach((word, n) => {
      if (!word.marked) return;
      const count = words.slice(n, n + LENGTH - BEFORE).filter(other => other.marked).length;
      if (count > most) [best, most] = [n, count];
    });
    return Math.max(0, Math.min(best - BEFORE, words.length - LENGTH));
  }

  function cutAt(text, words, start, end) {
    const parts = [];
    let at = start;
    for (const word of words.filter(word => word.marked)) {
      parts.push({ text: join(text.slice(at, word.start)), marked: false }, { text: text.slice(word.start, word.end), marked: true });
      at = word.end;
    }
    parts.push({ text: join(text.slice(at, end)), marked: false });
    return parts.filter(part => part.text);
  }

  // No line ends after the hyphen of "1-бап", wherever its number or its word is marked.
  function join(text) {
    return text.replace(/(\d|^)-(?=\p{L}|$)/gu, "$1-\u2060");
  }

  return { mark, cut };
})();

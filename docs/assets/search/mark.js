// Marks the words that a search found (?h=word+word) in the text of the page. The words are only compared.
(() => {
  const words = new Set(new URLSearchParams(location.search).get("h").toLowerCase().split(" "));

  function mark(text) {
    for (const match of [...text.data.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].reverse()) {
      if (!words.has(match[0].toLowerCase())) continue;
      const found = text.splitText(match.index);
      found.splitText(match[0].length);
      const element = document.createElement("mark");
      found.replaceWith(element);
      element.append(found);
    }
  }

  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const texts = [];
  const notSearched = ".question, .flashcards"; // as in scripts/finish/search.py
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest(notSearched)) texts.push(walker.currentNode);
  texts.forEach(mark);
})();

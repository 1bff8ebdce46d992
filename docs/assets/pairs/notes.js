// Notes: what a paragraph and a term note share. They are set as text, never as markup, in the language of the link's block.
const Notes = (() => {
  function open(page, id, link, event) {
    const { lang } = link.closest("[lang]");
    const { paragraphs, terms } = notes[lang];
    if (page === "law" && paragraphs[id]) ParagraphNote.open(link, id, lang);
    else if (terms[id]) TermNote.open(link, terms[id], lang, event);
    else if (event.type === "click") location.assign(link.href);
  }

  function create(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  // Texts by language, that of the note first.
  function ownFirst(texts, language) {
    return [[language, texts[language]], ...Object.entries(texts).filter(([other]) => other !== language)];
  }

  // Below the link, or above it where there is more room; on a phone the style puts it at the bottom.
  function place(note, link) {
    const { left, top, bottom } = link.getBoundingClientRect();
    const x = Math.max(8, Math.min(left, innerWidth - note.offsetWidth - 16));
    const below = bottom + note.offsetHeight + 14 < innerHeight || top < innerHeight / 2;
    const y = below ? Math.min(bottom + 6, innerHeight - note.offsetHeight - 8) : Math.max(8, top - note.offsetHeight - 6);
    note.style.setProperty("--left", `${x}px`);
    note.style.setProperty("--top", `${Math.max(8, y)}px`);
  }

  return { open, create, ownFirst, place };
})();

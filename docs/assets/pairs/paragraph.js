// The note on a paragraph of the Law: its text in three languages, its address and its citation to be copied.
const ParagraphNote = (() => {
  const { create, ownFirst, place } = Notes;
  const note = create("div", { id: "paragraph-note", popover: "auto", role: "dialog", className: "note note-wide md-typeset", tabIndex: -1 });
  let link;
  document.body.append(note);
  note.ontoggle = event => {
    const lost = document.activeElement === document.body || note.contains(document.activeElement);
    if (event.newState === "closed" && lost) link.focus({ preventScroll: true });
  };

  function open(target, id, language) {
    link = target;
    note.lang = language;
    note.replaceChildren(...content(id, language));
    note.ariaLabel = note.querySelector("b").textContent;
    note.showPopover();
    place(note, link);
    note.focus();
  }

  function content(id, language) {
    const { words, marks, paragraphs, source } = notes[language];
    const { name, kind, texts } = paragraphs[id];
    const close = create("button", { type: "button", className: "note-close", ariaLabel: words.close, title: words.close }, "×");
    close.onclick = () => note.hidePopover();
    return [
      close,
      create("p", {}, create("b", {}, `¶${id.slice(1)} · ${name}`), create("br"), create("small", {}, kind)),
      create("div", { className: "note-versions" }, ...ownFirst(texts, language).map(([each, text]) => version(each, text, marks[each], each === source))),
      tools(id, language),
    ];
  }

  function version(lang, text, mark, isSource) {
    const className = `version ${isSource ? "source" : "translation"}`;
    return create("blockquote", { className }, create("p", { lang }, text), create("p", { className: "mark" }, mark));
  }

  function tools(id, language) {
    const { words, paragraphs } = notes[language];
    const { kind } = paragraphs[id];
    const address = addressOf(id, language);
    const values = { number: id.slice(1), kind: kind[0].toLowerCase() + kind.slice(1), address };
    const citation = words.citation.replace(/\{(\w+)\}/g, (_, key) => values[key]);
    const status = create("span", { role: "status", ariaLabel: words["copy-citation"] });
    const button = (text, copied) => {
      const element = create("button", { type: "button" }, text);
      element.onclick = () => copyText(copied, status, words.copied);
      return element;
    };
    const whole = create("a", { href: link.href }, words.law);
    whole.onclick = () => note.hidePopover(); // it may stand on this very page
    return create("p", { className: "note-tools" }, button(words["copy-address"], address), button(words["copy-citation"], citation), whole, status);
  }

  // Where the site is published, if it was built for an address; or else where this copy of it stands.
  function addressOf(id, language) {
    const { site, law } = notes[language];
    return site ? `${site}${law}#${id}` : link.href;
  }

  return { open };
})();

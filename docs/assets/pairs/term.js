// The note on a term: its names in three languages and its definition, while the pointer or the focus is on the link.
const TermNote = (() => {
  const { create, ownFirst, place } = Notes;
  const note = create("div", { id: "term-note", popover: "manual", className: "note md-typeset" });
  let link, timer;
  document.body.append(note);

  function open(target, term, language, { type, pointerType }) {
    if (type === "pointerover" && pointerType === "touch" || type === "focusin" && !target.matches(":focus-visible")) return;
    wait(() => show(target, term, language, type), type === "pointerover" && !link ? 250 : 0);
  }

  function show(target, term, language, type) {
    if (type !== "click" && !target.matches(":hover, :focus")) return; // gone already
    if (target === link) return;
    close();
    link = target;
    note.lang = language;
    note.replaceChildren(...content(term, language));
    link.setAttribute("aria-describedby", note.id);
    note.showPopover();
    place(note, link);
  }

  function content({ names, definition }, language) {
    const [[, own], ...others] = ownFirst(names, language);
    const translated = others.flatMap(([lang, name], n) => [n ? " · " : "", create("span", { lang }, name)]);
    return [
      create("p", {}, create("b", {}, own)),
      create("p", { className: "names" }, ...translated),
      create("p", {}, definition),
      create("p", {}, create("a", { href: link.href }, notes[language].words.glossary)),
    ];
  }

  function close() {
    clearTimeout(timer);
    if (!link) return;
    link.removeAttribute("aria-describedby");
    link = undefined;
    note.hidePopover();
  }

  function wait(action, time) {
    clearTimeout(timer);
    timer = setTimeout(action, time);
  }

  const holds = target => note.contains(target) || link?.contains(target);

  // The pointer may cross from the link to the note, which stays while it is there.
  document.addEventListener("pointerover", event => holds(event.target) && clearTimeout(timer));
  document.addEventListener("pointerout", event => {
    if (event.pointerType !== "touch" && holds(event.target) && !holds(event.relatedTarget)) wait(close, 250);
  });
  document.addEventListener("pointerdown", event => holds(event.target) || close());
  document.addEventListener("focusout", event => holds(event.target) && !holds(event.relatedTarget) && close());
  document.addEventListener("keydown", event => event.key === "Escape" && close());

  return { open };
})();

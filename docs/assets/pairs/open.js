// Reading side by side and notes: loads the rest when a reader asks for it, or has chosen before: ?with=ru,en or storage.
const Reading = (() => {
  const here = new URL("pairs/", document.currentScript.src);
  const language = document.documentElement.lang;
  const others = [...document.querySelectorAll(".languages a")].map(link => link.hreflang).filter(other => other !== language);
  const button = document.querySelector(".pairs-open");
  const NOTED = /\/(law|glossary)\/(?:index\.html)?(?:\?.*)?#([\w-]+)$/;

  const loadAll = (...names) => Promise.all(names.map(name => load(new URL(name, here))));
  const known = list => others.filter(other => list.includes(other));

  // The page's own language stands first: who switches to another one that is shown keeps both.
  function remembered() {
    try {
      const [first, ...rest] = localStorage["law:reading"].split(" ");
      return known(rest.includes(language) ? [first, ...rest] : rest);
    } catch {
      return []; // nothing is stored, or storing is forbidden
    }
  }

  // The words stand in the page: they are needed when nothing can be loaded.
  function fail(error) {
    const note = Object.assign(document.createElement("p"), { popover: "auto", role: "alert", textContent: button.dataset.failed });
    document.body.append(note);
    note.showPopover();
    throw error;
  }

  const show = chosen => loadAll("pairs.css", "pairs.js").then(() => Pairs.show(chosen)).catch(fail);
  const openMenu = () => loadAll("pairs.css", "pairs.js", "copy.js", `words-${language}.js`, "menu.js").then(() => Menu.open(button)).catch(fail);

  // A note opens on ¶ by a press; on a term of the glossary by pointing, focus or a tap, and a second tap follows the link.
  function openNote(event) {
    const link = event.target.closest?.("article a:not(.headerlink)");
    const [, page, id] = link?.href.match(NOTED) ?? [];
    const pressed = event.type === "click";
    if (!page || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const follows = page === "law" ? !/^\s*¶/.test(link.textContent) : event.pointerType !== "touch" || link.hasAttribute("aria-describedby");
    if (pressed ? follows : page === "law") return;
    if (pressed) event.preventDefault();
    loadAll("notes.css", `notes-${link.closest("[lang]").lang}.js`, "copy.js", "notes.js", "paragraph.js", "term.js").then(
      () => Notes.open(page, id, link, event),
      () => pressed && location.assign(link.href), // a link stays a link
    );
  }

  if ("popover" in button) {
    const asked = known((new URLSearchParams(location.search).get("with") ?? "").split(","));
    const chosen = asked.length ? asked : remembered();
    if (chosen.length) document.addEventListener("DOMContentLoaded", () => show(chosen)); // other scripts read the page first
    button.onclick = openMenu;
    button.hidden = false;
    for (const type of ["click", "pointerover", "focusin"]) document.addEventListener(type, openNote);
  }

  return { language, others, show };
})();

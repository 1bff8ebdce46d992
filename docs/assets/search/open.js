// Opens search: loads everything else only when a reader asks for it, by the button, by "/" or by Ctrl+K.
// On a page opened from a result it loads what marks the words found.
(() => {
  const here = new URL("search/", document.currentScript.src);
  const PARTS = ["search.css", "../vendor/minisearch.js", "kazakh.js", "words.js", "snippet.js", "engine.js", "dialog.js"];
  const button = document.querySelector(".search-open");
  const language = document.documentElement.lang;
  const others = [...document.querySelectorAll(".languages a")].map(link => link.hreflang).filter(other => other !== language);
  let dialog;

  const loadFrom = name => load(new URL(name, here));

  // The page's language first: search can be used at once, the other languages come in behind.
  async function start() {
    await Promise.all([...PARTS, `texts-${language}.js`].map(loadFrom));
    const dialog = new SearchDialog(searchTexts[language], new URL("../../", here));
    for (const other of others) loadFrom(`texts-${other}.js`).then(() => dialog.add(searchTexts[other]));
    return dialog;
  }

  async function open() {
    button.setAttribute("aria-busy", "true");
    try {
      (await (dialog ??= start())).open();
    } catch (error) {
      dialog = undefined; // the next try loads again
      throw error;
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  function isTyping(target) {
    return target.isContentEditable || /^(?:input|textarea|select)$/i.test(target.tagName);
  }

  button.addEventListener("click", open);
  button.hidden = false;
  addEventListener("keydown", event => {
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const controlK = event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !controlK) return;
    event.preventDefault();
    open();
  });
  if (new URLSearchParams(location.search).has("h")) loadFrom("mark.js");
})();

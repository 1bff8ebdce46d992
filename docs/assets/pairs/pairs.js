// Pairs: puts the counterparts of the page's blocks, from other languages, beside them, in place; and takes them away.
// The build proved that the versions agree; a page and a counterpart from different builds are refused, not guessed at.
const Pairs = (() => {
  const article = document.querySelector("article");
  let blocks; // of this page, as they were before anything was added
  let shown = [];

  async function show(chosen) {
    const counterparts = await Promise.all(chosen.map(loadCounterpart));
    remember(chosen);
    keepPlace(() => {
      blocks?.forEach(unpair);
      for (const [number, block] of blocks?.entries() ?? []) pair(block, counterparts.map(each => each[number]));
      document.documentElement.dataset.languages = 1 + chosen.length;
      shown = chosen;
    });
  }

  async function loadCounterpart(language) {
    const page = new URL(document.querySelector(`.languages a[hreflang=${language}]`).href);
    page.search = page.hash = "";
    const file = new URL(page.pathname.endsWith("/") ? "index.blocks.js" : page.pathname.replace(/\.html$/, ".blocks.js"), page);
    await load(file);
    const counterpart = pairBlocks[language];
    blocks ??= [...document.querySelectorAll(counterpart.select)];
    const same = blocks.length === counterpart.blocks.length && blocks.every((block, n) => block.localName === counterpart.blocks[n][0]);
    if (!same) throw new Error(`${file} is of another build than this page`);
    return counterpart.blocks.map(([, html]) => ({ language, content: read(html, page) }));
  }

  // The links lead where they lead on their own page. Those inside the site name no host, which tells them from outside ones.
  function read(html, page) {
    const { content } = Object.assign(document.createElement("template"), { innerHTML: html });
    for (const name of ["href", "src"]) {
      for (const element of content.querySelectorAll(`[${name}]`)) {
        const { protocol, host, pathname, search, hash, href } = new URL(element.getAttribute(name), page);
        const inside = protocol === location.protocol && host === location.host;
        element.setAttribute(name, inside ? pathname + search + hash : href);
      }
    }
    return content;
  }

  function pair(block, counterparts) {
    if (!counterparts.length) return;
    if (block.matches(".quote")) return addVersions(block, counterparts);
    const own = span("pairs-own", ...block.childNodes);
    const others = counterparts.map(({ language, content }) => {
      const other = span("pairs-other", content.cloneNode(true));
      other.lang = language;
      other.hidden = other.textContent === own.textContent; // ¶4 is ¶4 in every language
      return other;
    });
    block.append(span("pairs", own, ...others));
  }

  function unpair(block) {
    for (const version of block.querySelectorAll(".pairs-version")) version.remove();
    const own = block.querySelector(":scope > .pairs > .pairs-own");
    if (own) block.replaceChildren(...own.childNodes);
  }

  // A quotation shows the source anyway: it takes the versions that it does not have.
  function addVersions(quote, counterparts) {
    for (const { language, content } of counterparts) {
      if (quote.querySelector(`.version [lang=${language}]`)) continue;
      const version = content.cloneNode(true).firstElementChild;
      version.classList.add("pairs-version");
      version.lang = language;
      [...quote.querySelectorAll(".version")].at(-1).after(version);
    }
  }

  function span(className, ...children) {
    const element = Object.assign(document.createElement("span"), { className });
    element.append(...children);
    return element;
  }

  // What stood at the top of the screen, by more than a line, stays there. What is not shown stands anywhere: answers that
  // are closed, and on a phone the heads of tables.
  function keepPlace(change) {
    const line = document.querySelector(".md-header").getBoundingClientRect().bottom + 24;
    const hidden = "thead, details:not([open]) > :not(summary)";
    const first = blocks?.find(block => !block.closest(hidden) && block.getBoundingClientRect().bottom > line);
    const before = first?.getBoundingClientRect().top;
    change();
    if (first) scrollBy({ top: first.getBoundingClientRect().top - before, behavior: "instant" });
  }

  function remember(chosen) {
    try {
      localStorage["law:reading"] = [Reading.language, ...chosen].join(" ");
    } catch {} // storage is forbidden: the choice holds for this page
  }

  return { show, get shown() { return shown; } };
})();

// The search box: a dialog over the page. What it shows is set as text, never as markup.
class SearchDialog {
  #engine;
  #folder;
  #root;
  #words;
  #dialog;
  #input;
  #status;
  #output;

  // `texts` are those of the page's language, with the interface words; `root` is the address of the site.
  constructor(texts, root) {
    this.#folder = texts.folder;
    this.#root = root;
    this.#words = texts.words;
    this.#engine = new Engine(texts.language);
    this.#engine.add(texts);
    this.#build();
    this.#listen();
  }

  // Take in the texts of another language, also while a reader is searching.
  add(texts) {
    this.#engine.add(texts);
    this.#show();
  }

  open() {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
  }

  #build() {
    const { label, placeholder, close } = this.#words;
    this.#input = create("input", {
      type: "search", name: "query", ariaLabel: label, placeholder, autocomplete: "off", autocapitalize: "off", spellcheck: false,
    });
    const button = create("button", { type: "button", className: "search-close", ariaLabel: close, title: close }, "×");
    const form = create("form", { role: "search" }, this.#input, button);
    this.#status = create("p", { role: "status", className: "search-status" });
    this.#output = create("div", { className: "search-output" });
    this.#dialog = create("dialog", { className: "search", ariaLabel: label }, form, this.#status, this.#output);
    document.body.append(this.#dialog);
  }

  #listen() {
    this.#input.addEventListener("input", () => this.#show());
    this.#dialog.addEventListener("submit", event => {
      event.preventDefault();
      this.#output.querySelector("a")?.click();
    });
    this.#dialog.addEventListener("click", event => {
      // The backdrop, the cross, or a result: it may stand on this very page.
      if (event.target === this.#dialog || event.target.closest("a, .search-close")) this.#dialog.close();
    });
    this.#dialog.addEventListener("keydown", event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const stops = [this.#input, ...this.#output.querySelectorAll("a, button")];
      stops[Math.max(0, stops.indexOf(document.activeElement) + step)]?.focus();
    });
  }

  #show() {
    const query = this.#input.value;
    const { groups, nearest } = query.trim() ? this.#engine.find(query) : { groups: [] };
    const count = groups.reduce((sum, { results }) => sum + results.length, 0);
    this.#status.textContent = query.trim() && (count ? `${this.#words.found}: ${count}` : this.#words.nothing);
    this.#output.replaceChildren(...groups.map(group => this.#group(group)));
    if (query.trim() && !count) this.#output.replaceChildren(...this.#offer(nearest));
    this.#output.scrollTop = 0;
  }

  #group({ language, results }) {
    const title = create("h2", {}, this.#words[`in-${language}`]);
    const list = create("ol", { lang: language }, ...results.map(result => create("li", {}, this.#link(result))));
    return create("section", { ariaLabel: title.textContent }, title, list);
  }

  #link({ path, id, page, title, passage, marks }) {
    const link = create("a", { href: this.#address(path, id, marks) }, create("b", {}, ...title.map(show)));
    if (page) link.append(" ", create("small", {}, page));
    link.append(create("span", {}, ...passage.map(show)));
    return link;
  }

  // A folder's address does not open its page from a disk, so the file is named there.
  #address(path, id, marks = []) {
    const address = new URL(path + (this.#root.protocol === "file:" ? "index.html" : ""), this.#root);
    if (marks.length) address.search = new URLSearchParams({ h: marks.slice(0, 8).join(" ") });
    address.hash = id;
    return address.href;
  }

  #offer(nearest) {
    const offers = [];
    if (nearest) {
      const word = create("button", { type: "button" }, nearest);
      word.addEventListener("click", () => {
        this.#input.value = nearest;
        this.#show();
        this.#input.focus();
      });
      offers.push(create("p", {}, `${this.#words.nearest} `, word));
    }
    const glossary = create("a", { href: this.#address(`${this.#folder}glossary/`, "") }, this.#words.glossary);
    return [...offers, create("p", {}, glossary)];
  }
}

function show({ text, marked }) {
  return marked ? create("mark", {}, text) : text;
}

function create(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

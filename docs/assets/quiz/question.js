// One question: what the reader answered, whether it is right, and the verdict below it.
class Question {
  #parts; // the lines that are right or wrong, each by itself
  #verdict;
  #words;

  // `element` is the question in the page, `words` what a verdict says, `checked` is called when the reader asks for it,
  // `changed` when an answer that was judged no longer stands.
  constructor(element, words, { checked, changed }) {
    this.element = element;
    this.judged = false;
    this.#words = words;
    this.#verdict = element.querySelector(".verdict");
    this.#parts = [...element.querySelectorAll("[data-part]")].map(line => ({
      name: line.dataset.part,
      right: line.dataset.right ?? "",
      field: line.querySelector("input, select"),
    }));
    const button = element.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", () => this.check() && checked(this));
    element.querySelector("fieldset").addEventListener("change", () => {
      if (!this.judged) return;
      this.forget();
      changed(this);
    });
  }

  // What is chosen: the names of the boxes, or for each list its value.
  get answer() {
    return this.#parts.map(({ name, field }) => (field.matches("select") ? field.value : field.checked ? name : ""));
  }

  // Takes an answer that was remembered; what does not fit is left out.
  set answer(values) {
    this.#parts.forEach(({ name, field }, index) => {
      const value = String(values?.[index] ?? "");
      if (!field.matches("select")) field.checked = value === name;
      else field.value = [...field.options].some(option => option.value === value) ? value : "";
    });
  }

  get right() {
    return this.#parts.every(part => this.#isRight(part));
  }

  // A list is right by its value, a box by standing as it should: the right ones ticked, the wrong ones not.
  #isRight({ right, field }) {
    return field.matches("select") ? field.value === right : field.checked === (right !== "");
  }

  get #finished() {
    const chosen = this.answer.filter(Boolean).length;
    return this.#parts[0].field.matches("select") ? chosen === this.#parts.length : chosen > 0;
  }

  // Judges the answer and says why, in the words of the page's own answer. Returns whether there was one to judge.
  check() {
    if (!this.#finished) {
      this.#say(this.#words.unfinished);
      return false;
    }
    this.judged = true;
    this.element.dataset.verdict = this.right ? "right" : "wrong";
    const lists = this.#parts[0].field.matches("select");
    const said = this.#parts.filter(({ field }) => lists || field.checked);
    const missing = !lists && this.#parts.some(part => part.right && !part.field.checked) && said.every(part => part.right);
    this.#say(`${this.#words[this.right ? "right" : "wrong"]}.`, said.map(part => this.#reason(part, lists)));
    if (missing) this.#verdict.append(Object.assign(document.createElement("p"), { textContent: this.#words.more }));
    return true;
  }

  #say(words, reasons = []) {
    const verdict = Object.assign(document.createElement("strong"), { textContent: words });
    const list = document.createElement("ul");
    list.append(...reasons);
    this.#verdict.replaceChildren(verdict, ...(reasons.length ? [list] : []));
  }

  #reason(part, lists) {
    const reasons = [...this.element.querySelectorAll("details [data-for]")];
    const reason = reasons.find(line => line.dataset.for === part.name).cloneNode(true);
    const right = this.#isRight(part);
    reason.className = right ? "right" : "wrong";
    if (!right) for (const solution of reason.querySelectorAll(".solution")) solution.remove(); // it would be read as wrong
    if (lists) {
      const words = `${this.#words[right ? "right" : "wrong"]}. `;
      reason.prepend(Object.assign(document.createElement("span"), { className: "mark", textContent: words }));
    }
    return reason;
  }

  // Takes the verdict back; the answer stays as it is.
  forget() {
    this.judged = false;
    delete this.element.dataset.verdict;
    this.#verdict.replaceChildren();
  }
}

// The cards on the glossary page: turns them, asks whether one knows them, remembers what one knows in this browser only.
(() => {
  const box = document.querySelector(".flashcards");
  const find = selector => box.querySelector(selector);
  const [front, back, topic] = [".front", ".back", "#topic"].map(find);
  const known = memory("cards"); // by card, the same in every language
  const cards = [...terms(), ...tasks()];
  let waiting = []; // the cards of the topic that one does not know yet; the first is shown

  // The terms are those of the page: each heading with all that stands below it.
  function terms() {
    let group = "";
    const found = [];
    for (const heading of document.querySelectorAll("h2[id^=group-], h2[id^=group-] ~ h3[id]")) {
      if (heading.matches("h2")) group = heading.id;
      else found.push({ id: heading.id, topic: group, front: heading.firstChild, back: below(heading) });
    }
    return found;
  }

  function below(heading) {
    const found = [];
    for (let next = heading.nextElementSibling; next && !next.matches("h2, h3"); next = next.nextElementSibling) found.push(next);
    return found;
  }

  function tasks() {
    return [...box.querySelectorAll(".six-tasks li")].map(({ id, children: [name, words] }) => ({
      id,
      topic: "six-tasks",
      front: name,
      back: [words],
    }));
  }

  function chosen() {
    return cards.filter(card => !topic.value || card.topic === topic.value);
  }

  function start() {
    waiting = chosen().filter(card => !known.get(card.id));
    show();
  }

  function show(turned = false) {
    const card = waiting[0];
    find(".card").hidden = !card;
    find(".done").hidden = Boolean(card);
    front.textContent = card ? card.front.textContent : "";
    back.replaceChildren(...(card && turned ? card.back.map(copy) : []));
    back.hidden = !turned;
    find(".turn").hidden = !card || turned;
    for (const name of [".know", ".not-yet"]) find(name).hidden = !turned;
    find("output").textContent = `${chosen().filter(({ id }) => known.get(id)).length} / ${chosen().length}`;
  }

  function copy(node) {
    const copied = node.cloneNode(true);
    for (const inner of [copied, ...copied.querySelectorAll("[id]")]) inner.removeAttribute("id");
    return copied;
  }

  // The focus stays where the next press is due: on the card's other side, on the next card, on starting over.
  function next(knows) {
    const card = waiting.shift();
    if (knows) known.set(card.id, true);
    else waiting.push(card);
    show();
    find(waiting.length ? ".turn" : ".restart").focus();
  }

  topic.addEventListener("change", start);
  find(".turn").addEventListener("click", () => {
    show(true);
    find(".know").focus();
  });
  find(".know").addEventListener("click", () => next(true));
  find(".not-yet").addEventListener("click", () => next(false));
  find(".restart").addEventListener("click", () => {
    for (const { id } of chosen()) known.set(id, false);
    start();
    find(".turn").focus();
  });
  start();
  box.hidden = false;
})();

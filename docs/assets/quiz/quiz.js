// The quiz: counts the answers, names what to read again, remembers, starts over.
(() => {
  const score = document.querySelector(".score");
  const kept = memory("quiz"); // by question, the same in every language
  const questions = [...document.querySelectorAll(".question")].map(
    element =>
      new Question(element, score.dataset, {
        checked(question) {
          kept.set(element.id, question.answer);
          show();
        },
        changed: () => show(),
      })
  );

  function show() {
    const judged = questions.filter(question => question.judged);
    const wrong = judged.filter(question => !question.right);
    write(".right", judged.length - wrong.length);
    write(".answered", judged.length);
    score.querySelector(".again ul").replaceChildren(...wrong.map(readAgain));
    score.querySelector(".again").hidden = wrong.length === 0;
  }

  function write(place, number) {
    const output = score.querySelector(place);
    if (output.textContent !== String(number)) output.textContent = number;
  }

  // The question's own words lead to where its answer stands.
  function readAgain({ element }) {
    const link = element.querySelector("details > p a").cloneNode();
    link.append(...element.querySelector("legend").cloneNode(true).childNodes);
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  score.querySelector("button").addEventListener("click", () => {
    kept.clear();
    for (const question of questions) {
      question.answer = [];
      question.forget();
      question.element.querySelector("details").open = false;
    }
    show();
    questions[0].element.querySelector("input, select").focus();
  });

  for (const question of questions) {
    const answer = kept.get(question.element.id);
    if (!Array.isArray(answer)) continue;
    question.answer = answer;
    question.check();
  }
  show();
  score.hidden = false;
})();

// The path for self-study: a tick beside each step. The ticks stay in this browser; where storage is forbidden, on this page.
(() => {
  const KEY = "path";
  const progress = document.querySelector(".path-progress");
  const steps = [...document.querySelectorAll(".path > ol > li")];
  const tick = progress.querySelector("template").content.firstElementChild;
  const again = progress.querySelector("button");

  function recall() {
    try {
      const stored = JSON.parse(localStorage.getItem(KEY));
      return Array.isArray(stored) ? stored : [];
    } catch {
      return []; // storage is forbidden, or holds what another program wrote
    }
  }

  function remember(done) {
    try {
      localStorage.setItem(KEY, JSON.stringify(done));
    } catch {
      // the ticks last as long as the page
    }
  }

  const done = recall();
  const boxes = steps.map((step, index) => {
    const label = tick.cloneNode(true);
    const box = label.querySelector("input");
    const name = step.querySelector("strong");
    name.id ||= `step-${index + 1}`;
    label.id = `tick-${index + 1}`;
    box.setAttribute("aria-labelledby", `${label.id} ${name.id}`);
    box.checked = done[index] === true;
    step.append(label);
    return box;
  });

  function show() {
    progress.querySelector("output").textContent = `${boxes.filter(box => box.checked).length} / ${boxes.length}`;
    for (const [index, step] of steps.entries()) step.classList.toggle("done", boxes[index].checked);
    again.disabled = !boxes.some(box => box.checked);
  }

  function keep() {
    show();
    remember(boxes.map(box => box.checked)); // not before a reader ticks something: nothing is stored without a choice
  }

  for (const box of boxes) box.addEventListener("change", keep);
  again.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    keep();
    boxes[0].focus();
  });
  show();
  progress.hidden = false;
})();

// The path for self-study: a tick beside each step, remembered in this browser.
(() => {
  const kept = memory("path"); // by step, the same in every language
  const progress = document.querySelector(".path-progress");
  const steps = [...document.querySelectorAll(".path > ol > li")];
  const tick = progress.querySelector("template").content.firstElementChild;
  const again = progress.querySelector("button");

  const boxes = steps.map((step, index) => {
    const label = tick.cloneNode(true);
    const box = label.querySelector("input");
    const name = step.querySelector("strong");
    name.id ||= `step-${index + 1}`;
    label.id = `tick-${index + 1}`;
    box.setAttribute("aria-labelledby", `${label.id} ${name.id}`);
    box.checked = kept.get(name.id) === true;
    box.addEventListener("change", () => {
      kept.set(name.id, box.checked);
      show();
    });
    step.append(label);
    return box;
  });

  function show() {
    progress.querySelector("output").textContent = `${boxes.filter(box => box.checked).length} / ${boxes.length}`;
    for (const [index, step] of steps.entries()) step.classList.toggle("done", boxes[index].checked);
    again.disabled = !boxes.some(box => box.checked);
  }

  again.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    kept.clear();
    show();
    boxes[0].focus();
  });
  show();
  progress.hidden = false;
})();

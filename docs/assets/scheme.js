// Light or dark: the system decides until the reader presses the button; then the choice is kept.
(() => {
  const KEY = "scheme";
  const root = document.documentElement;
  const button = document.querySelector(".scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");

  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

  function take(choice) {
    if (choice === "dark" || choice === "light") root.dataset.scheme = choice;
    button.setAttribute("aria-pressed", isDark());
  }

  try {
    take(localStorage.getItem(KEY));
  } catch {
    take(); // storage is closed to the site: a choice lasts as long as the page
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    take(isDark() ? "light" : "dark");
    try {
      localStorage.setItem(KEY, root.dataset.scheme);
    } catch {
      // as above
    }
  });
  system.addEventListener("change", () => take());
  addEventListener("storage", event => event.key === KEY && take(event.newValue));
})();

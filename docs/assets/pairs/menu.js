// The menu of reading side by side: with one of the other languages, with both, with none; and a link to what is shown.
const Menu = (() => {
  const { language, others, show } = Reading;
  const { words } = pairWords[language];
  const menu = document.createElement("div");

  function open(button) {
    button.onclick = null;
    button.popoverTargetElement = menu; // from here on the browser opens and closes it
    button.after(menu);
    menu.showPopover({ source: button });
  }

  function choice(chosen, text, lang = language) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: text, lang });
    button.chosen = chosen;
    button.onclick = () => show(chosen).then(() => menu.hidePopover());
    return button;
  }

  function mark() {
    const shown = Pairs.shown;
    for (const button of menu.querySelectorAll("button")) {
      if (button.chosen) button.ariaPressed = button.chosen.join() === shown.join();
    }
    status.textContent = "";
    copy.hidden = !shown.length;
  }

  // The address of this page with what is read beside it, for a lesson or a worksheet.
  function copyLink() {
    const address = new URL(location);
    address.searchParams.set("with", Pairs.shown.join());
    copyText(address.href.replaceAll("%2C", ","), status, words.copied);
  }

  const name = other => document.querySelector(`.languages a[hreflang=${other}]`).textContent;
  const title = Object.assign(document.createElement("p"), { textContent: words.label });
  const status = Object.assign(document.createElement("p"), { role: "status", ariaLabel: words.copy });
  const copy = Object.assign(document.createElement("button"), { type: "button", className: "pairs-copy", textContent: words.copy, onclick: copyLink });
  Object.assign(menu, { popover: "auto", className: "pairs-menu", role: "group", ariaLabel: words.label });
  menu.append(
    title,
    ...others.map(other => choice([other], name(other), other)),
    choice(others, words.both),
    choice([], words.none),
    copy,
    status,
  );
  menu.onbeforetoggle = mark;

  return { open };
})();

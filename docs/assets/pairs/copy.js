// Copies a text and says so; where the browser forbids it, shows the text to be copied by hand.
async function copyText(text, status, copied) {
  status.textContent = ""; // said again when it is copied again
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = copied;
  } catch {
    const field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, ariaLabel: status.ariaLabel });
    status.replaceChildren(field);
    field.select();
  }
}

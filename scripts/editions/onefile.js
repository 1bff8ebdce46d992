// Finds: leaves only the rows that hold what is typed. Without scripts the browser's own search does.
{const find = document.querySelector("[type=search]"); find.hidden = false; find.oninput = () => {
const words = find.value.trim().toLowerCase(); for (const row of document.querySelectorAll("section")) row.hidden = !row.textContent.toLowerCase().includes(words); };}

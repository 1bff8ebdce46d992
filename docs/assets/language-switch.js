// The language switch keeps the section: it carries the address's #part over to the other language.
const links = document.querySelectorAll(".languages a");

function carryHash() {
  for (const link of links) link.hash = location.hash;
}

addEventListener("hashchange", carryHash);
carryHash();

// The drawer on a phone closes when a link in it is followed: the link may lead to a place on this very page.
const menus = document.querySelector("#menus");
menus.addEventListener("click", event => {
  if (event.target.closest("a") && menus.matches(":popover-open")) menus.hidePopover();
});

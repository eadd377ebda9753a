"use strict";
// Without a script a browser prints by its menu.
addEventListener("load", () => {
  const button = document.getElementById("print");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => print());
});

// A page that moved: go on to its new address with the fragment the reader came with.
addEventListener("DOMContentLoaded", () => {
  location.replace(document.getElementById("target").href + location.hash);
});

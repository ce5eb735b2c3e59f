// The search button and its keys. The engine and the index are fetched when the search is first opened.

export function startSearch(button) {
  const dialog = document.getElementById("search");
  const status = dialog.querySelector(".search-status");
  const hint = status.textContent;
  const open = () => {
    if (!dialog.open) dialog.showModal();
    if (!dialog.dataset.ready) status.textContent = dialog.dataset.loading;
    document.getElementById("search-query").select();
    import("../search/dialog.js").then(({ startDialog }) => startDialog(dialog, hint)).catch(() => {
      status.textContent = dialog.dataset.failed;
    });
  };
  dialog.querySelector("form").addEventListener("submit", (event) => document.activeElement.id === "search-query" && event.preventDefault());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  button.hidden = false;
  button.addEventListener("click", open);
  button.addEventListener("pointerenter", () => import("../search/dialog.js").catch(() => {}), { once: true });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    if (document.querySelector("dialog[open]:not(#search)")) return;
    event.preventDefault();
    open();
  });
}

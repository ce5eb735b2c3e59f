// The search button and its keys. The engine and the index are fetched when the search is first opened.

export function startSearch(button) {
  const dialog = document.getElementById("search");
  const open = () => {
    if (!dialog.open) dialog.showModal();
    document.getElementById("search-query").select();
    import("./dialog.js").then(({ startDialog }) => startDialog(dialog)).catch(() => {
      dialog.querySelector(".search-status").textContent = dialog.dataset.failed;
    });
  };
  button.hidden = false;
  button.addEventListener("click", open);
  button.addEventListener("pointerenter", () => import("./dialog.js").catch(() => {}), { once: true });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    open();
  });
}

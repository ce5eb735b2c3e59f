// The search button, its keys and its address. The engine and the index are fetched when the search is first opened.
import { partOf } from "./parts.js";

/** Makes the button work. "/" and Ctrl+K open the search too, and so does an address: "#search", "#search=otif". */
export function startSearch(button) {
  const dialog = document.getElementById("search");
  const open = opener(dialog);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    if (document.activeElement.id === "search-query") event.preventDefault();
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", leaveAddress);
  button.addEventListener("click", () => open());
  button.addEventListener("pointerenter", () => import("../search/dialog.js").catch(() => {}), { once: true });
  addEventListener("keydown", (event) => {
    if (!asksForSearch(event) || document.querySelector("dialog[open]:not(#search)")) return;
    event.preventDefault();
    open();
  });
  addEventListener("hashchange", (event) => openAsked(open) && event.stopImmediatePropagation()); // no filter, no case
  openAsked(open);
}

/** Opens the search if the address asks for it; whether it did. */
function openAsked(open) {
  const query = askedInAddress();
  if (query !== null) open(query);
  return query !== null;
}

/** A function that opens the dialog, with a query if one is given, and says so where the search cannot be had. */
function opener(dialog) {
  const [input, status] = [dialog.querySelector("input"), partOf(dialog, "status")];
  const hint = status.textContent;
  return (query) => {
    if (!dialog.open) dialog.showModal();
    if (!dialog.dataset.ready) status.textContent = dialog.dataset.loading;
    if (query) input.value = query;
    if (query && dialog.dataset.ready) input.dispatchEvent(new Event("input"));
    input.select();
    import("../search/dialog.js")
      .then(({ startDialog }) => startDialog(dialog, hint))
      .catch(() => {
        status.textContent = dialog.dataset.failed;
      });
  };
}

function asksForSearch(event) {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
  return slash || (event.key === "k" && (event.ctrlKey || event.metaKey));
}

/** What the address asks for: a query, "" for none yet; null where it does not ask for the search. */
function askedInAddress() {
  return /^#search(=|$)/u.test(location.hash) ? new URLSearchParams(location.hash.slice(1)).get("search") : null;
}

/** A closed search is no longer in the address. */
function leaveAddress() {
  if (askedInAddress() !== null) history.replaceState(history.state, "", location.pathname + location.search);
}

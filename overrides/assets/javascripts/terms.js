// Definitions of terms, on hover and on focus. They can be pointed at, stay until left, and close with Escape.

export function startTerms(main) {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "tip";
  tip.role = "tooltip";
  tip.hidden = true;
  document.body.append(tip);
  let owner = null;
  let closing = 0;

  const open = (term) => {
    clearTimeout(closing);
    if (owner === term) return;
    close();
    owner = term;
    tip.textContent = term.dataset.definition;
    tip.hidden = false;
    term.setAttribute("aria-describedby", "tip");
    place(tip, term);
  };
  const close = () => {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
  const soon = () => {
    clearTimeout(closing);
    closing = setTimeout(close, 200);
  };
  const termOf = (event) => event.target.closest?.("a.term");

  for (const [type, act] of [["mouseover", open], ["focusin", open]]) main.addEventListener(type, (event) => termOf(event) && act(termOf(event)));
  for (const type of ["mouseout", "focusout"]) main.addEventListener(type, (event) => termOf(event) && soon());
  tip.addEventListener("mouseover", () => clearTimeout(closing));
  tip.addEventListener("mouseout", soon);
  addEventListener("keydown", (event) => event.key === "Escape" && close());
}

/** Below the term, inside the window. */
function place(tip, term) {
  const box = term.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 16);
  tip.style.setProperty("left", `${Math.max(16, left) + scrollX}px`);
  tip.style.setProperty("top", `${box.bottom + scrollY + 4}px`);
}

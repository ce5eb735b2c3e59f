// Definitions of terms, on hover, on focus, at a first tap. They can be pointed at, stay until left, close with Escape.

const LEAVING = 200; // milliseconds to get from the term to its definition

/** Shows the definition of each glossary term of the page; a second tap, a click or Enter leads to the glossary. */
export function startTerms(page) {
  const tip = document.createElement("div");
  Object.assign(tip, { className: "tip", id: "tip", role: "tooltip", hidden: true });
  document.body.append(tip);
  let owner = null,
    closing = 0,
    first = null;

  const close = () => {
    owner?.removeAttribute("aria-describedby");
    owner = null;
    tip.hidden = true;
  };
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
  const soon = () => {
    clearTimeout(closing);
    closing = setTimeout(close, LEAVING);
  };
  const on = (type, act) => page.addEventListener(type, (event) => act(event.target.closest?.("a.term"), event));

  for (const type of ["mouseover", "focusin"]) on(type, (term) => term && open(term));
  for (const type of ["mouseout", "focusout"]) on(type, (term) => term && soon());
  on("pointerdown", (term, event) => (first = event.pointerType === "touch" && term !== owner ? term : null));
  on("click", (term, event) => {
    if (!term || term !== first) return;
    event.preventDefault();
    open(term);
  });
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

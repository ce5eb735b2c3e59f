// Definitions of terms, on hover, on focus, at a first tap. They can be pointed at, stay until left, close with Escape.

const LEAVING = 200; // milliseconds to get from the term to its definition

/** Shows the definition of each glossary term of the page; a second tap, a click or Enter leads to the glossary. */
export function startTerms(page) {
  const shown = { tip: addTip(), term: null, closing: 0 };
  let tapped = null;
  const on = (type, act) =>
    page.addEventListener(type, (event) => act(event.target.closest?.("[data-definition]"), event));

  for (const type of ["mouseover", "focusin"]) on(type, (term) => term && open(shown, term));
  for (const type of ["mouseout", "focusout"]) on(type, (term) => term && closeSoon(shown));
  on("pointerdown", (term, event) => (tapped = event.pointerType === "touch" && term !== shown.term ? term : null));
  on("click", (term, event) => {
    if (!term || term !== tapped) return;
    event.preventDefault();
    open(shown, term);
  });
  shown.tip.addEventListener("mouseover", () => clearTimeout(shown.closing));
  shown.tip.addEventListener("mouseout", () => closeSoon(shown));
  addEventListener("keydown", (event) => event.key === "Escape" && close(shown));
}

function addTip() {
  const tip = document.createElement("div");
  Object.assign(tip, { className: "tip", id: "tip", role: "tooltip", hidden: true });
  document.body.append(tip);
  return tip;
}

function open(shown, term) {
  clearTimeout(shown.closing);
  if (shown.term === term) return;
  close(shown);
  shown.term = term;
  shown.tip.textContent = term.dataset.definition;
  shown.tip.hidden = false;
  term.setAttribute("aria-describedby", "tip");
  place(shown.tip, term);
}

function close(shown) {
  shown.term?.removeAttribute("aria-describedby");
  shown.term = null;
  shown.tip.hidden = true;
}

function closeSoon(shown) {
  clearTimeout(shown.closing);
  shown.closing = setTimeout(() => close(shown), LEAVING);
}

/** Below the term, inside the window. */
function place(tip, term) {
  const box = term.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 16);
  tip.style.setProperty("left", `${Math.max(16, left) + scrollX}px`);
  tip.style.setProperty("top", `${box.bottom + scrollY + 4}px`);
}

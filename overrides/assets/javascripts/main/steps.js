// A page in steps: a narrow screen shows one at a time, and of the last the section that was asked for (the style hides
// the others).

/** Links to what stands in a step show it, and so does the address. */
export function startSteps(steps) {
  document.addEventListener("click", ({ target }) => revealNamed(target.closest?.("a[href^='#']")?.hash));
  addEventListener("hashchange", () => revealNamed(location.hash));
  revealNamed(location.hash, (place) => steps.contains(place) && place.scrollIntoView());
}

function revealNamed(hash, shown = () => {}) {
  const place = hash && !hash.includes("=") && document.getElementById(hash.slice(1));
  if (!place) return;
  reveal(place);
  shown(place);
}

/** Shows a place of the page, in whatever step, section or fold it stands. */
export function reveal(place) {
  const step = place.closest("[data-step]"),
    section = place.closest("[data-section]"),
    steps = step?.closest("[data-steps]");
  for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (!step) return;
  steps.dataset.steps = step.dataset.step;
  for (const other of steps.querySelectorAll("[data-section]")) other.toggleAttribute("data-shown", other === section);
  for (const link of steps.querySelectorAll("nav a")) mark(link, step, section);
}

function mark(link, step, section) {
  const place = document.querySelector(link.hash),
    at = place.closest("[data-section]");
  const current = at ? at === section : place.closest("[data-step]").dataset.step === step.dataset.step;
  if (current) link.setAttribute("aria-current", at ? "true" : "step");
  else link.removeAttribute("aria-current");
}

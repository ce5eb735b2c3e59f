// A reader's case, from the calculator along the links of the site and back: in the fragments of the links that they
// follow, nowhere else.
import { readChoices } from "./fragment.js";

const CALCULATOR = /\/calculator\/$/;
const OWN = ["v", "search", "case", "at"]; // of a fragment, what is no input of a case

/** Links carry the case that the page holds; a page that was reached with one shows the place that the link led to. */
export function startCarried() {
  for (const event of ["click", "auxclick"]) document.addEventListener(event, carry, true);
  if (held()) document.getElementById(readChoices().at)?.scrollIntoView();
}

/** The fragment of the calculator that the reader comes from; "" where there is none. */
function held() {
  const { search, ...choices } = readChoices();
  return CALCULATOR.test(location.pathname) ? new URLSearchParams(choices).toString() : (choices.case ?? "");
}

function carry({ target }) {
  const link = target.closest?.("a[href]"),
    fragment = held();
  const stays = !link || link.origin !== location.origin || link.pathname === location.pathname;
  if (!fragment || stays || link.dataset.module === "carrying") return;
  link.hash = CALCULATOR.test(link.pathname) ? returned(fragment, link.hash) : along(fragment, link.hash);
}

/** The case again, with what the link adds to it: into the case that was shown. */
function returned(fragment, hash) {
  if (hash && !hash.includes("=")) return hash;
  const found = new URLSearchParams(fragment),
    added = [...new URLSearchParams(hash.slice(1))].filter(([name]) => !OWN.includes(name));
  const shown = Number(found.get("at")) > 1 ? `${found.get("at")}.` : "";
  for (const [name, value] of added) found.set(name === "to" ? name : shown + name, value);
  return `#${found}`;
}

/** The case beside what the link asks for: a place of a page, or its choices. */
function along(fragment, hash) {
  const choices = new URLSearchParams(hash.includes("=") ? hash.slice(1) : "");
  if (hash && !hash.includes("=")) choices.set("at", hash.slice(1));
  choices.set("case", fragment);
  return `#${choices}`;
}

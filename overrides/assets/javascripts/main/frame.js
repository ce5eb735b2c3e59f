// What Material's frame lacks.
import { partOf } from "./parts.js";

/** A link opens with what stands in this page's address: the other language, the business case of the figures shown. */
export function startCarrying(link) {
  for (const event of ["click", "auxclick", "contextmenu", "pointerdown"]) {
    link.addEventListener(event, () => (link.hash = location.hash));
  }
}

/** The drawer of a phone: whoever opens it by keyboard stands in it, and Escape leads back. */
export function startDrawer(toggle) {
  const first = partOf(document, "sections").querySelector("a");
  toggle.addEventListener("change", () => toggle.checked && toggle.matches(":focus-visible") && first.focus());
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !toggle.checked || document.querySelector("dialog[open]")) return;
    toggle.click();
    toggle.focus();
  });
}

// Material's own script, fetched when the page is at rest and run at the reader's first sign: what it does at load is
// to measure the page, for longer than all else together.
const SIGNS = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "focusin"];
const OWN = "[data-md-toggle], [name=__palette]"; // its controls: what the page's other controls were told is theirs

/** Runs the script that `link` fetches ahead. It hears nothing that went before: that the page is read, and what was
 *  chosen, is said again. */
export function startMaterial(link) {
  const early = new Set();
  const note = ({ target }) => early.add(target);
  addEventListener("change", note);
  const run = () => {
    for (const sign of SIGNS) removeEventListener(sign, run);
    const script = document.createElement("script");
    script.addEventListener("load", () => {
      removeEventListener("change", note);
      document.dispatchEvent(new Event("DOMContentLoaded"));
      for (const control of early) if (control.matches(OWN)) control.dispatchEvent(new Event("change"));
    });
    script.src = link.href;
    document.body.append(script);
  };
  for (const sign of SIGNS) addEventListener(sign, run, { passive: true });
  showPalette(__md_get("__palette")?.index ?? 0);
}

/** The button of the appearance that was chosen, until Material's script keeps it. */
function showPalette(index) {
  for (const [at, option] of document.querySelectorAll("[name=__palette]").entries()) {
    option.nextElementSibling.hidden = at !== index;
  }
}

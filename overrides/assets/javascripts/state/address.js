// The state in the page's address.
import { isAnchor } from "../main/fragment.js";
import { model } from "../engine/generated.js";
import { written } from "./state.js";

export const SAME_ENTRY = "replaceState"; // of the browser's history
export const NEW_ENTRY = "pushState"; // what takes figures away can be undone by going back
const AGAIN_AFTER = 1000; // milliseconds before an address that was refused is written again

/** Writes the state into the address, in the same entry of the history or a new one. A browser that is asked too often
 *  refuses: then once more, later. */
export function writeAddress(calculator, entry) {
  const link = linkOf(calculator.state),
    same = link === location.href;
  if (isAnchor() && !link.includes("#")) return; // the example may be linked to by its sections
  clearTimeout(calculator.later);
  try {
    history[same ? SAME_ENTRY : entry](null, "", link);
  } catch {
    calculator.later = setTimeout(() => writeAddress(calculator, SAME_ENTRY), AGAIN_AFTER);
  }
}

/** The address of this page with a state in it. */
export function linkOf(state) {
  const fragment = written(model, state);
  return location.href.replace(/#.*/s, "") + (fragment && `#${fragment}`);
}

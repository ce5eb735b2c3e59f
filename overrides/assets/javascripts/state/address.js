// The state in the page's address.
import { isAnchor } from "../main/fragment.js";
import { model } from "../engine/generated.js";
import { written } from "./state.js";

export const REPLACE = "replaceState";
export const LEAVE = "pushState"; // what takes figures away can be undone by going back
const AGAIN_AFTER = 1000; // milliseconds before an address that was refused is written again

/** Writes the state into the address. A browser that is asked too often refuses: then once more, later. */
export function address(calculator, write) {
  const link = linkOf(calculator.state),
    same = link === location.href;
  if (isAnchor() && !link.includes("#")) return; // the example may be linked to by its sections
  clearTimeout(calculator.later);
  try {
    history[same ? REPLACE : write](null, "", link);
  } catch {
    calculator.later = setTimeout(() => address(calculator, REPLACE), AGAIN_AFTER);
  }
}

export function linkOf(state) {
  const fragment = written(model, state);
  return location.href.replace(/#.*/s, "") + (fragment && `#${fragment}`);
}

// The reader's choices live in the address's fragment: "#team=stores&sort=name". A fragment without "=" is an anchor.

/** A fragment that leads to a section and leaves the choices alone. */
export const isAnchor = () => location.hash.length > 1 && !location.hash.includes("=");

/** The choices in the address as an object; {} for an anchor. */
export function readChoices() {
  const text = location.hash.slice(1);
  if (!text.includes("=")) return {};
  return Object.fromEntries(new URLSearchParams(text));
}

/** Puts the choices into the address, without a new entry in the history; empty ones are left out. */
export function writeChoices(changes) {
  const choices = { ...readChoices(), ...changes };
  const kept = Object.entries(choices).filter(([, value]) => value !== "");
  if (!kept.length && !location.hash.includes("=")) return;
  history.replaceState(null, "", kept.length ? `#${new URLSearchParams(kept)}` : location.pathname + location.search);
}

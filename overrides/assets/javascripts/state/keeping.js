// Keeps the cases in this browser if the reader asks, and copies their link. Nothing is sent anywhere.

const PLACE = "calculator-cases";

/** The fragment that this browser keeps; "" where there is none or where the browser refuses. */
export function kept() {
  try {
    return localStorage.getItem(PLACE) ?? "";
  } catch {
    return "";
  }
}

/** Whether the browser did it. */
export function keep(fragment) {
  try {
    localStorage.setItem(PLACE, fragment);
    return true;
  } catch {
    return false;
  }
}

/** This browser keeps nothing any more. */
export function forget() {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // a browser that refuses keeps nothing
  }
}

/** Whether the link is in the clipboard. */
export async function copyLink(link) {
  try {
    await navigator.clipboard.writeText(link);
    return true;
  } catch {
    return false;
  }
}

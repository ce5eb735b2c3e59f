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

export function forget() {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // a browser that refuses keeps nothing
  }
}

/** Whether the address of the page is in the clipboard. */
export async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    return true;
  } catch {
    return false;
  }
}

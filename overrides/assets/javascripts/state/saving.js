// Files that the page makes and the reader keeps. Nothing is sent anywhere.

const LATER = 1000; // milliseconds in which the browser has taken the file

/** Lets the reader save a text as a file. */
export function saveFile(text, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LATER);
}

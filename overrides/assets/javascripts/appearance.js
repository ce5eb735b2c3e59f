// What Material writes inline, as a file: its storage, and the appearance that was chosen, before the page is painted.
// A classic script, so its names are global: Material's bundle asks for them.
var __md_scope = new URL("../../", document.currentScript.src);
var __md_hash = (text) => [...text].reduce((sum, letter) => ((sum << 5) - sum + letter.charCodeAt(0)) | 0, 0);
var __md_get = (key, storage = localStorage, scope = __md_scope) => {
  try {
    return JSON.parse(storage.getItem(`${scope.pathname}.${key}`));
  } catch {
    return null; // storage is forbidden, or holds something else
  }
};
var __md_set = (key, value, storage = localStorage, scope = __md_scope) => {
  const name = `${scope.pathname}.${key}`;
  try {
    // The system's appearance is no choice: nothing is kept.
    if (key === "__palette" && value.index === 0) storage.removeItem(name);
    else storage.setItem(name, JSON.stringify(value));
  } catch {
    // storage is forbidden: the choice holds for this page
  }
};
for (const [name, value] of Object.entries(__md_get("__palette")?.color ?? {})) {
  document.body.setAttribute(`data-md-color-${name}`, String(value));
}
// Material's bundle asks each alternate for a sitemap of its own, by the whole attribute: a space keeps it away.
for (const link of document.querySelectorAll("link[rel=alternate]")) link.rel += " ";
// What the choices in the address change waits for the scripts: nothing is shown that jumps (calculator.css).
document.documentElement.toggleAttribute("data-choices", location.hash.includes("="));
// Who comes back finds the place where they were: everything is laid out at once (offscreen.css).
document.documentElement.toggleAttribute(
  "data-back",
  performance.getEntriesByType("navigation")[0]?.type !== "navigate",
);

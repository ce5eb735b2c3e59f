// Starts what each page needs, and fetches no more. Everything here improves pages that already read without it.
import { startLanguage, startMenu, startTheme } from "./frame.js";
import { startSearch } from "./search/open.js";
import { startTerms } from "./terms.js";

const EVERYWHERE = { language: startLanguage, search: startSearch, theme: startTheme };
const SOMEWHERE = { calculator: "./roi/start.js", copy: "./copy.js", filter: "./filter.js", map: "./map.js", sort: "./sort.js" };

for (const element of document.querySelectorAll("[data-module]")) {
  const name = element.dataset.module;
  if (name in EVERYWHERE) EVERYWHERE[name](element);
  else import(SOMEWHERE[name]).then(({ start }) => start(element)).catch(fail);
}
startMenu(document.querySelector(".menu-button"), document.querySelector(".menu"));
startTerms(document.querySelector("main"));

/** Shows what the page has to say when a script did not come, and leaves the fault to the console. */
function fail(error) {
  for (const text of document.querySelectorAll("[data-only=failed]")) text.hidden = false;
  for (const text of document.querySelectorAll("[data-only=static]")) text.hidden = true;
  throw error;
}

// Starts what each page needs. Everything here improves pages that already read without it.
import { startCopy } from "./copy.js";
import { startFilter } from "./filter.js";
import { startLanguage, startMenu, startTheme } from "./frame.js";
import { startMap } from "./map.js";
import { startSearch } from "./search/open.js";
import { startSort } from "./sort.js";
import { startTerms } from "./terms.js";

const startCalculator = (form) => import("./roi/start.js").then(({ start }) => start(form)).catch(fail);
const MODULES = { calculator: startCalculator, copy: startCopy, filter: startFilter, language: startLanguage, map: startMap, search: startSearch, sort: startSort, theme: startTheme };

for (const element of document.querySelectorAll("[data-module]")) MODULES[element.dataset.module](element);
startMenu(document.querySelector(".menu-button"), document.querySelector(".menu"));
startTerms(document.querySelector("main"));

/** Shows what the page has to say when a script did not come, and leaves the fault to the console. */
function fail(error) {
  for (const text of document.querySelectorAll("[data-only=failed]")) text.hidden = false;
  for (const text of document.querySelectorAll("[data-only=static]")) text.hidden = true;
  throw error;
}

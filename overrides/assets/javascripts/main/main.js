// Starts what each page needs. Everything here improves pages that already read without it.
import { arrived } from "./early.js";
import { startCarried } from "./carried.js";
import { startFilter } from "./filter.js";
import { startCarrying, startDrawer } from "./frame.js";
import { startLeads } from "./leads.js";
import { startMap } from "./map.js";
import { startMaterial } from "./material.js";
import { startSearch } from "./search.js";
import { startSort } from "./sort.js";
import { startSteps } from "./steps.js";
import { startTerms } from "./terms.js";

const fetchCalculator = (form) =>
  import("../calculator/start.js").then(({ startCalculator }) => startCalculator(form)).catch(failed);
const fetchBusinessCase = (form) =>
  import("../businesscase/start.js").then(({ startBusinessCase }) => startBusinessCase(form)).catch(failed);
const fetchRealisation = (form) =>
  import("../realisation/start.js").then(({ startRealisation }) => startRealisation(form)).catch(failed);
const fetchHome = (form) => import("../home/start.js").then(({ startHome }) => startHome(form));
const MODULES = {
  "business-case": fetchBusinessCase,
  calculator: fetchCalculator,
  carrying: startCarrying,
  filter: startFilter,
  home: fetchHome,
  leads: startLeads,
  map: startMap,
  material: startMaterial,
  realisation: fetchRealisation,
  search: startSearch,
  sort: startSort,
  steps: startSteps,
};

const elements = [...document.querySelectorAll("[data-module]")];
Promise.all(elements.map((element) => started(MODULES[element.dataset.module], element))).then(arrived);
started(startDrawer, document.getElementById("__drawer"));
started(startCarried, document);
started(startTerms, document.getElementById("content"));

/** One part that fails stops no other. */
async function started(start, element) {
  try {
    if (element) await start(element);
  } catch (error) {
    reportError(error);
  }
}

/** Shows what the page has to say when a script did not come, and leaves the fault to the console. */
function failed(error) {
  for (const text of document.querySelectorAll("[data-only=failed]")) text.hidden = false;
  for (const text of document.querySelectorAll("[data-only=static]")) text.hidden = true;
  throw error;
}

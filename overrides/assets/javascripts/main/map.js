// The map of all KPIs. A KPI is chosen in the list or by keyboard on the drawing; its relations are set off there, told
// in a panel beside it and announced. The choice lives in the address ("#kpi=csat"). Pointing at one only sets it off.
import { isAnchor, readChoices, writeChoices } from "./fragment.js";
import { partOf } from "./parts.js";

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
const PARTS = ["choice", "clear", "status", "drawing", "chosen", "centre"];

/** Makes the map usable by keyboard, by touch and by pointer. */
export function startMap(root) {
  const map = Object.fromEntries(PARTS.map((name) => [name, partOf(root, name)]));
  map.nodes = [...map.drawing.querySelectorAll("[data-node]")];
  map.relations = [...root.querySelectorAll("[data-relation]")];
  map.sides = [...map.chosen.querySelectorAll("[data-side]")];
  map.says = root.dataset.says;
  map.drawing.removeAttribute("aria-hidden");
  stop(map, map.nodes[0]);
  map.choice.addEventListener("change", () => choose(map, map.choice.value));
  map.clear.addEventListener("click", () => leave(map));
  root.addEventListener("keydown", (event) => event.key === "Escape" && choose(map, ""));
  const figure = map.drawing.parentElement; // a drawing that hears of the focus would be a stop of its own
  figure.addEventListener("keydown", (event) => walk(map, event));
  figure.addEventListener("focusin", (event) => choose(map, nodeOf(event)));
  map.drawing.addEventListener("pointerover", (event) => setOff(map, nodeOf(event) || map.id));
  map.drawing.addEventListener("pointerleave", () => setOff(map, map.id));
  map.chosen.addEventListener("click", () => (map.followed = true));
  addEventListener("hashchange", () => isAnchor() || restore(map));
  restore(map);
}

const nodeOf = (event) => event.target.closest("[data-node]")?.dataset.node ?? "";

/** The one node that Tab stops at. */
function stop(map, node) {
  for (const other of map.nodes) other.tabIndex = other === node ? 0 : -1;
}

/** To the next KPI around the circle, or to either end. */
function walk(map, event) {
  const at = map.nodes.indexOf(document.activeElement);
  const count = map.nodes.length;
  const to = { Home: 0, End: count - 1 }[event.key] ?? at + STEPS[event.key];
  if (at < 0 || Number.isNaN(to)) return;
  event.preventDefault();
  map.nodes[(to + count) % count].focus();
}

/** Chooses what the address asks for. A link of the panel leads on to another KPI: the focus goes with it. */
function restore(map) {
  choose(map, readChoices().kpi ?? "");
  if (map.followed && map.id) map.centre.focus();
  map.followed = false;
}

function leave(map) {
  choose(map, "");
  map.choice.focus();
}

function choose(map, id) {
  const node = map.nodes.find((other) => other.dataset.node === id);
  map.id = node ? id : "";
  map.choice.value = map.id;
  map.clear.hidden = map.chosen.hidden = !node;
  if (node) stop(map, node);
  setOff(map, map.id);
  map.status.textContent = node ? tell(map) : "";
  writeChoices({ kpi: map.id });
}

/** Leaves only the relations of a KPI on the drawing; all of them for "". */
function setOff(map, id) {
  const near = new Set([id]);
  map.drawing.classList.toggle("chosen", Boolean(id));
  for (const curve of map.drawing.querySelectorAll("[data-from]")) {
    const touches = curve.dataset.from === id || curve.dataset.to === id;
    curve.classList.toggle("near", touches);
    if (touches) near.add(curve.dataset.from).add(curve.dataset.to);
  }
  for (const node of map.nodes) node.classList.toggle("near", near.has(node.dataset.node));
}

/** Fills the panel with the relations of the chosen KPI, side by side of it; what is announced. */
function tell(map) {
  const option = map.choice.selectedOptions[0];
  map.centre.textContent = option.textContent;
  map.centre.href = option.dataset.href;
  const own = map.relations.filter(({ dataset }) => [dataset.from, dataset.to].includes(map.id));
  const told = map.sides.map((side) =>
    fill(
      map,
      side,
      own.filter((relation) => sideOf(map, relation) === side.dataset.side),
    ),
  );
  return [option.textContent, ...told.filter(Boolean)].join(". ");
}

function sideOf(map, { dataset }) {
  if (dataset.relation === "trades-off") return "tensions";
  if (dataset.relation !== "causes") return "twins";
  return dataset.from === map.id ? "effects" : "causes";
}

/** One side of the panel: each relation as the list says it, the other KPI leading on; its names in words. */
function fill(map, side, relations) {
  const copies = relations.map((relation) => relation.cloneNode(true));
  const names = copies.map((copy, index) => lead(copy, relations[index].dataset, map.id));
  side.hidden = !relations.length;
  side.querySelector("ul").replaceChildren(...copies);
  const what = side.querySelector("h3").textContent;
  return relations.length ? map.says.replace("{what}", what).replace("{names}", names.join(", ")) : "";
}

function lead(copy, { from, to }, id) {
  const [source, target] = copy.querySelectorAll("[data-part=head] a");
  const other = from === id ? target : source;
  other.href = `#kpi=${from === id ? to : from}`;
  partOf(copy, "head").replaceChildren(
    ...(copy.dataset.relation.match(/causes|trades-off/) ? [other] : headOf(copy, other)),
  );
  return other.lastChild.textContent.trim();
}

/** What is nearly the same, or part of the other, keeps the word that says so. */
const headOf = (copy, other) => [partOf(copy, "kind").cloneNode(true), other];

// Shapes onto the page: what the build drew is replaced, the rows of a chart are made after its first one.
import { partOf } from "../main/parts.js";

const SVG = "http://www.w3.org/2000/svg";

/** Shapes as the children of an SVG element. */
export function put(place, shapes) {
  place.replaceChildren(...shapes.map(elementOf));
}

function elementOf({ tag, attributes, inside }) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (typeof inside === "string") element.textContent = inside;
  else put(element, inside);
  return element;
}

/** A chart of rows into its figure. */
export function putRows(figure, { axis, rows }) {
  const list = partOf(figure, "rows"),
    pattern = list.firstElementChild;
  put(partOf(figure, "axis"), axis);
  list.replaceChildren(...rows.map((row) => rowOf(pattern.cloneNode(true), row)));
}

function rowOf(element, { id, label, shapes }) {
  name(partOf(element, "name"), id, label);
  put(partOf(element, "plot"), shapes);
  return element;
}

/** What a row is called; a button leads to the field of that name. */
export function name(place, id, label) {
  place.textContent = label;
  if (place.dataset.leads) place.dataset.leads = id;
}

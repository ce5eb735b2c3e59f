// Finds assumptions by name, in place: what does not answer is folded away with its group.
import { fill, number } from "../words/format.js";
import { part, partOf } from "../main/parts.js";

/** Makes the field above the assumptions find them. */
export function startFind(context) {
  const inputs = part(context, "inputs");
  partOf(inputs, "find").addEventListener("input", ({ target }) => find(context, inputs, target.value));
}

function find(context, inputs, text) {
  const { lang, words } = context,
    asked = wordsIn(text);
  const groups = [...inputs.querySelectorAll("[data-group]")];
  const found = groups.reduce((sum, group) => sum + findIn(group, asked), 0);
  const told = found ? fill(words.texts.found, { n: number(found, lang) }) : words.texts.found_none;
  partOf(inputs, "found").textContent = asked.length ? told : "";
}

/** Shows of a group what answers, all of it where its own name does; how many that are. */
function findIn(group, asked) {
  const named = answers(group.querySelector("summary").textContent, asked);
  const items = [...group.querySelectorAll("[data-field], [data-find]")];
  for (const item of items) item.hidden = !named && !answers(nameOf(item), asked);
  const found = items.filter((item) => !item.hidden).length;
  group.hidden = found === 0;
  group.open = asked.length > 0 && found > 0;
  return found;
}

/** What an assumption is called: as the page says it, and as the model does. */
const nameOf = (item) =>
  `${item.querySelector("label, a").textContent} ${(item.dataset.field ?? item.dataset.find).replaceAll("_", " ")}`;

/** Whether every word asked for begins one of the text. */
const answers = (text, asked) => asked.every((word) => wordsIn(text).some((other) => other.startsWith(word)));

const wordsIn = (text) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

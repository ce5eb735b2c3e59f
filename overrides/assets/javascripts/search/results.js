// Groups of results → what the dialog shows: a heading and a list each, the late ones hidden until asked for.
import { forms } from "./words.js";

const LONGEST_EXCERPT = 170;

/** The sections of the list. `marked` are the forms of words to set off; `names` what each group is called. */
export function sectionsOf(groups, { names, root, lang, marked }) {
  return groups.map(({ name, entries }) => {
    const title = element("h3", { id: `search-${name}` }, names[name]);
    const link = (entry) => resultLink(entry, { root, lang, marked });
    const items = entries.map(({ entry, late }) => element("li", { hidden: late }, link(entry)));
    const hidden = items.every((item) => item.hidden);
    const section = element("section", { hidden }, title, element("ul", {}, ...items));
    section.setAttribute("aria-labelledby", title.id);
    return section;
  });
}

/** Shows the late results; the first of them, to put the focus on. */
export function reveal(list) {
  const late = [...list.querySelectorAll("li[hidden]")];
  for (const hidden of list.querySelectorAll("[hidden]")) hidden.hidden = false;
  return late[0]?.querySelector("a");
}

function resultLink(entry, { root, lang, marked }) {
  const title = element("span", { className: "title" }, ...setOff(entry.label, marked, lang));
  const excerpt = element("span", { className: "excerpt" }, ...setOff(shortened(entry.summary ?? ""), marked, lang));
  return element("a", { href: root + entry.url }, title, excerpt);
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The text up to the last whole word that fits. */
function shortened(text) {
  return text.length > LONGEST_EXCERPT ? `${text.slice(0, LONGEST_EXCERPT).replace(/[\s\p{P}]*\s\S*$/u, "")}…` : text;
}

/** The text with the words that were asked for in <mark>. */
function setOff(text, marked, lang) {
  return text.split(/([\p{L}\p{N}]+)/u).map((piece, index) => {
    const found = index % 2 === 1 && forms(piece.toLowerCase(), lang).some((form) => marked.has(form));
    return found ? element("mark", {}, piece) : piece;
  });
}

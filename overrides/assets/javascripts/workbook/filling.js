// Figures into the cells of a sheet. What a reader typed is always a text, never a formula.

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
// What a sheet cannot hold: characters that XML refuses, halves of a pair;
// and what a spreadsheet would read as the code of a character.
const REFUSED = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const CODE = /_(?=x[0-9a-f]{4}_)/gi;
const LONGEST = 32767; // characters in a cell

/** The text of a sheet with its figures in place. `places`: [[first cell, key, how many to the right]]; `none` is what
 *  a formula says that has no value. */
export function filled(text, places, amounts, none) {
  const sheet = new DOMParser().parseFromString(text, "application/xml");
  const cells = new Map([...sheet.getElementsByTagNameNS(SPACE, "c")].map((cell) => [cell.getAttribute("r"), cell]));
  for (const [first, key, width = 1] of places) {
    const value = key.split(".").reduce((part, name) => part[name], amounts);
    let cell = cells.get(first);
    for (let index = 0; index < width; index++, cell = cell.nextElementSibling)
      put(sheet, cell, (Array.isArray(value) ? value[index] : value) ?? null, none);
  }
  return HEAD + new XMLSerializer().serializeToString(sheet.documentElement); // browsers differ on the head
}

function put(sheet, cell, value, none) {
  const formula = cell.getElementsByTagNameNS(SPACE, "f");
  cell.replaceChildren(...formula);
  cell.removeAttribute("t");
  if (value === null && !formula.length) return;
  if (typeof value === "number") cell.append(element(sheet, "v", String(value)));
  else if (formula.length) cell.append(typed(cell, "str") && element(sheet, "v", value ?? none));
  else cell.append(typed(cell, "inlineStr") && inline(sheet, value));
}

/** Says what a cell holds. */
function typed(cell, kind) {
  cell.setAttribute("t", kind);
  return cell;
}

function inline(sheet, text) {
  const holder = element(sheet, "is", ""),
    said = element(sheet, "t", text.replace(REFUSED, "").replace(CODE, "_x005F_").slice(0, LONGEST));
  said.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
  holder.append(said);
  return holder;
}

function element(sheet, name, text) {
  const made = sheet.createElementNS(SPACE, name);
  made.textContent = text;
  return made;
}

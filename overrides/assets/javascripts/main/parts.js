// Scripts find elements by what they are for, in `data-` attributes: a change of style breaks nothing.

/** The part of an element that has this name (`data-part`). */
export const partOf = (element, name) => element.querySelector(`[data-part="${name}"]`);

/** The part of a context's page that has this name. */
export const part = ({ page }, name) => partOf(page, name);

/** An element with a text and attributes. */
export function cell(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** A row of a table. */
export function row(...cells) {
  const element = document.createElement("tr");
  element.append(...cells);
  return element;
}

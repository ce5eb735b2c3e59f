// Scripts find elements by what they are for, in `data-` attributes: a change of style breaks nothing.

/** The part of an element that has this name (`data-part`). */
export const partOf = (element, name) => element.querySelector(`[data-part="${name}"]`);

/** The part of a context's page that has this name. */
export const part = ({ page }, name) => partOf(page, name);

/** A text at its place, which is hidden while there is none. */
export function tell(place, text) {
  if (place.textContent === text) return;
  place.hidden = text === "";
  place.textContent = text;
}

/** Shows the message of a field at the part of that name, or clears it;
 *  the controls that it describes are marked with it. */
export function complain(field, message, name = "error") {
  const place = partOf(field, name);
  if ((place?.textContent ?? message) === message) return;
  tell(place, message);
  for (const control of field.querySelectorAll(`[aria-describedby~="${place.id}"]`))
    control.setAttribute("aria-invalid", String(message !== ""));
}

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

// What was typed into a field goes away, and comes back.
import { boundsOf } from "../state/bounds.js";
import { fill } from "../words/format.js";
import { exactText } from "../words/figures.js";
import { partOf, tell } from "../main/parts.js";

/** What the button beside a field does, and says; hidden where it says nothing. */
export function offer({ words }, field, action, text) {
  const button = partOf(field, "restore");
  button.dataset.do = action;
  tell(button, text);
  button.setAttribute("aria-label", `${text} (${words.labels[field.dataset.field]})`);
}

/** Offers to put back what the restored field held in `before`. */
export function offerAgain(context, field, before) {
  const name = field.dataset.field,
    value = exactText(context, before.inputs[name], boundsOf(context.model, name).unit);
  offer(context, field, "again", fill(context.words.texts.again, { value }));
}

/** The case without what was typed into a field, and without what was said of it. */
export const restored = (name, theCase) => ({
  ...untyped(name, theCase),
  own: theCase.own.filter((own) => own !== name),
});

/** The case with a field as it stood in `before`, and with what was said of it. */
export function asBefore(name, theCase, before) {
  const inputs = { ...theCase.inputs, [name]: before.inputs[name] },
    from = before.from[name] ? { ...theCase.from, [name]: before.from[name] } : theCase.from;
  const own = before.own.includes(name) && !theCase.own.includes(name) ? [...theCase.own, name] : theCase.own;
  return { ...theCase, inputs, from, own };
}

/** The case without what was typed into a field. */
export function untyped(name, theCase) {
  const { [name]: _, ...inputs } = theCase.inputs,
    { [name]: __, ...from } = theCase.from;
  return { ...theCase, inputs, from };
}

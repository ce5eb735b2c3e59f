// "Every figure opens": what is needed to show the formula behind a figure is fetched when the first one is opened.
import { arrived } from "../main/early.js";
import { part, partOf } from "../main/parts.js";
import { reveal } from "../main/steps.js";

/** Makes the page's figures open; `results` gives the latest results when asked. */
export function startOpening(context, results) {
  const dialog = part(context, "opened");
  let panel = null;
  const open = async (id) => {
    panel ??= import("../opening/panel.js").then(async ({ contextOf, showFigure }) => ({
      showFigure,
      context: await contextOf(context),
    }));
    const opened = await panel.catch(() => null);
    if (opened) opened.showFigure(opened.context, dialog, results(), id);
    else panel = failed(context, dialog);
    // Who types on meanwhile is left alone.
    if (!dialog.open && !document.activeElement.matches("input[type=text]")) dialog.showModal();
  };
  for (const button of context.page.querySelectorAll("[data-opens]")) wake(button);
  context.page.addEventListener("click", ({ target }) => {
    if (target.dataset.opens) open(target.dataset.opens);
    if (target.dataset.leads) reach(document.getElementById(`in-${target.dataset.leads}`));
  });
  dialog.querySelector("[data-do=close]").addEventListener("click", () => dialog.close());
  dialog.querySelector("[data-do=change]").addEventListener("click", ({ target }) => {
    dialog.close();
    reach(document.getElementById(`in-${target.dataset.name}`));
  });
}

/** What the dialog says where its parts did not come; null, so that the next figure asks for them again. */
function failed({ words }, dialog) {
  partOf(dialog, "definition").textContent = words.texts.not_opened;
  return null;
}

let described = 0;

/** A figure can be pressed, and is described by what it is called. */
function wake(button) {
  const name = button.closest("tr")?.querySelector("th") ?? button.closest("div").querySelector("dt");
  name.id ||= `figure-${++described}`;
  button.setAttribute("aria-describedby", name.id);
  button.setAttribute("aria-haspopup", "dialog");
  button.disabled = false;
}

/** Goes to a field, wherever it is folded away. */
export function reach(control) {
  reveal(control);
  control.focus();
}

/** Goes to the answer; or to the field of a target, and marks it. */
export function arriveAt({ page }, name) {
  if (name === "answer") return showAnswer(document.getElementById("results"));
  const control = page.querySelector(`#in-${CSS.escape(name)}`);
  if (!control) return;
  control.closest("[data-field]").dataset.target = "";
  arrived(); // what waits out of sight takes no focus
  reach(control);
  control.scrollIntoView({ block: "center" });
}

function showAnswer(heading) {
  arrived();
  reveal(heading);
  heading.focus();
  heading.scrollIntoView();
}

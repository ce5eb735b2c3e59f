// "Every figure opens": what is needed to show the formula behind a figure is fetched when the first one is opened.

/** Makes the page's figures open; `results` gives the latest results when asked. */
export function startOpening(context, results) {
  const dialog = context.page.querySelector("dialog.trace");
  let panel = null;
  for (const place of context.page.querySelectorAll("[data-opens]")) {
    buttonOf(place).addEventListener("click", async () => {
      panel ??= import("./panel.js").then(async ({ prepared, show }) => ({ show, context: await prepared(context) }));
      const { show, context: prepared } = await panel;
      show(prepared, dialog, results(), place.dataset.opens);
      dialog.showModal();
    });
  }
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.querySelector(".change").addEventListener("click", ({ target }) => {
    dialog.close();
    reach(document.getElementById(`in-${target.dataset.name}`));
  });
}

/** A button in the place of a figure. */
function buttonOf(place) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "open";
  for (const { name, value } of place.attributes) button.setAttribute(name, value);
  button.append(...place.childNodes);
  place.replaceWith(button);
  return button;
}

/** Goes to a field, wherever it is folded away. */
function reach(control) {
  const folded = control.closest("details");
  if (folded) folded.open = true;
  control.focus();
}

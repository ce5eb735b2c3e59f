// "Every figure opens": what is needed to show the formula behind a figure is fetched when the first one is opened.

/** Makes the page's figures open; `results` gives the latest results when asked. */
export function startOpening(context, results) {
  const dialog = context.page.querySelector("dialog.trace");
  let panel = null;
  for (const place of context.page.querySelectorAll("[data-opens]")) {
    buttonOf(place).addEventListener("click", async () => {
      panel ??= import("./panel.js").then(async ({ prepared, show }) => ({ show, context: await prepared(context) }));
      const opened = await panel.catch(() => null);
      if (opened) opened.show(opened.context, dialog, results(), place.dataset.opens);
      else panel = failed(context, dialog);
      if (!dialog.open && !document.activeElement.matches("input[type=text]")) dialog.showModal(); // who types on meanwhile is left alone
    });
  }
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.querySelector(".change").addEventListener("click", ({ target }) => {
    dialog.close();
    reach(document.getElementById(`in-${target.dataset.name}`));
  });
}

/** What the dialog says where its parts did not come; null, so that the next figure asks for them again. */
function failed({ words }, dialog) {
  dialog.querySelector(".definition").textContent = words.texts.not_opened;
  return null;
}

let described = 0;

/** A button in the place of a figure, described by what the figure is called. */
function buttonOf(place) {
  const button = document.createElement("button"), name = place.closest("tr")?.querySelector("th") ?? place.closest("div").querySelector("dt");
  button.type = "button";
  button.className = "open";
  name.id ||= `figure-${++described}`;
  button.setAttribute("aria-describedby", name.id);
  button.setAttribute("aria-haspopup", "dialog");
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

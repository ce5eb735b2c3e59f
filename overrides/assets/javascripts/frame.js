// The controls around a page: menu on phones, language, appearance.

const THEMES = ["auto", "light", "dark"];

export function startMenu(button, menu) {
  button.hidden = false;
  const show = (open) => {
    button.setAttribute("aria-expanded", String(open));
    menu.classList.toggle("open", open);
  };
  button.addEventListener("click", () => show(button.getAttribute("aria-expanded") === "false"));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || document.querySelector("dialog[open]") || button.getAttribute("aria-expanded") === "false") return;
    show(false);
    button.focus();
  });
}

/** The other language opens on the same section, with the same filters. */
export function startLanguage(link) {
  for (const event of ["click", "auxclick", "contextmenu", "pointerdown"]) link.addEventListener(event, () => (link.hash = location.hash));
}

export function startTheme(button) {
  const root = document.documentElement;
  const name = () => root.dataset.theme ?? "auto";
  const describe = () => {
    button.querySelector(".theme-name").textContent = button.dataset.label.replace("{theme}", button.dataset[name()]);
    button.title = button.dataset[name()];
  };
  button.hidden = false;
  describe();
  button.addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(name()) + 1) % THEMES.length];
    if (next === "auto") delete root.dataset.theme;
    else root.dataset.theme = next;
    remember(next);
    describe();
  });
}

function remember(theme) {
  try {
    if (theme === "auto") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // storage is forbidden: the choice holds for this page
  }
}

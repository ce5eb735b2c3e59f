// Runs before the page is drawn. An address that holds choices marks the page, and what they change waits for the scripts (site.css).

document.documentElement.toggleAttribute("data-choices", location.hash.includes("="));

// The document as one file that opens without a network: its styles, its words and the engine stand in it.

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
const METAS = [
  { charset: "utf-8" },
  { "http-equiv": "Content-Security-Policy", content: POLICY },
  { name: "viewport", content: "width=device-width, initial-scale=1" },
];
const START = '$start.startBusinessCase(document.querySelector("form"));\n';
const FONTS = /@font-face\s*\{[^}]*url\([^}]*\}/g; // they stay on the site: the system's own letters do

/** The text of the file. `content` is the page's content, `fragment` the state;
 *  throws where a part of it cannot be had. */
export async function fileText({ content, title, words, fragment }) {
  const [style, script] = await Promise.all([textOf(styles()), textOf(new URL("offline.js", import.meta.url))]);
  const made = document.implementation.createHTMLDocument(title),
    main = element(made, "main", { class: "md-typeset alone" });
  for (const attributes of METAS) made.head.append(element(made, "meta", attributes));
  main.append(contentOf(made, content, fragment));
  return [
    `<!doctype html>\n<html lang="${document.documentElement.lang}">`,
    // A style of this page would be blocked.
    made.head.outerHTML.replace("</head>", () => `<style>${style.replace(FONTS, "")}</style></head>`),
    `<body>${main.outerHTML}`,
    `<script type="application/json" data-part="words">${JSON.stringify(words).replaceAll("<", "\\u003c")}<\/script>`,
    `<script type="module">${script}${START}<\/script>`,
    "</body></html>\n",
  ].join("\n");
}

const styles = () => document.querySelector("link[rel=stylesheet]").href;

async function textOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.text();
}

/** A copy of the page's content; its links lead to the site, and it holds what it opens with. */
function contentOf(made, content, fragment) {
  const copy = made.importNode(content, true),
    form = copy.querySelector("form");
  for (const link of copy.querySelectorAll("a[href]"))
    link.href = new URL(link.getAttribute("href"), location.href).href;
  for (const left of copy.querySelectorAll("nav, [data-only=static], [data-do=file]")) left.remove();
  Object.assign(form.dataset, { home: location.href.replace(/#.*/s, ""), fragment });
  return copy;
}

function element(made, tag, attributes) {
  const created = made.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
}

// The document as text for a mail and as Markdown for a CRM or a wiki: what the page shows of it, read part by part.
import { partOf } from "../main/parts.js";

const COLONS = { fr: "\u00a0: ", en: ": " };
const colon = () => COLONS[document.documentElement.lang];
const PLAIN = {
  heading: (text) => `\n${text.toUpperCase()}\n`,
  item: (text) => `- ${text}`,
  pair: (term, text) => `- ${term}${colon()}${text}`,
  strong: (text) => text,
  table: (rows) =>
    rows.slice(1).map(([head, ...cells]) => `- ${head}${colon()}${named(rows[0].slice(1), cells).join("; ")}`),
  escape: (text) => text,
  address: (href) => href,
};
const MARKED = {
  heading: (text) => `\n## ${text}\n`,
  item: (text) => `- ${text}`,
  pair: (term, text) => `- **${term}**${colon()}${text}`,
  strong: (text) => `# ${text}`,
  table: ([heads, ...rows]) => ["", heads, heads.map(() => "---"), ...rows, ""].map(piped),
  escape: (text) => text.replace(/[\\`*_[\]{}<>|#~]/g, "\\$&"),
  address: (href) => `<${href}>`,
};

const named = (heads, cells) => cells.map((text, index) => `${heads[index]} ${text}`);
const piped = (cells) => (cells === "" ? "" : `| ${cells.join(" | ")} |`);

/** The document as plain text. */
export const asText = (paper) => written(paper, PLAIN);

/** The document as Markdown. */
export const asMarkdown = (paper) => written(paper, MARKED);

const written = (paper, style) =>
  `${lines(paper, style)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()}\n`;

/** The lines of what stands in an element, of what is shown alone. */
function lines(element, style) {
  return [...element.children].filter(isShown).flatMap((child) => {
    const read = READERS[child.localName];
    return read ? read(child, style) : lines(child, style);
  });
}

const READERS = {
  h2: (element, style) => [style.heading(said(element, style))],
  p: (element, style) => {
    const text = said(element, style);
    return [element.dataset.part === "title" ? style.strong(text) : text, ""];
  },
  li: (element, style) => [style.item(said(element, style))],
  dl: (element, style) =>
    [...element.children].map((pair) => style.pair(...[...pair.children].map((part) => said(part, style)))),
  table: (element, style) =>
    style.table([...element.rows].filter(isShown).map((row) => [...row.cells].map((part) => said(part, style)))),
  figure: () => [],
};

const isShown = (element) => element.checkVisibility();

/** The text of an element on one line; an address in it stays one. */
function said(element, style) {
  const text = style.escape(element.innerText.replace(/[ \n\t]+/g, " ").trim()),
    link = partOf(element, "address");
  return link ? text.replace(style.escape(link.textContent), () => style.address(link.href)) : text;
}

// The workbook of the case shown: the build's template with the reader's figures in it. Nothing leaves the browser.
import { linkOf } from "../state/address.js";
import { amountsOf } from "./amounts.js";
import { cells } from "./cells.js";
import { filled } from "./filling.js";
import { packed, unpacked } from "./zip.js";

const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const SAID = "docProps/core.xml"; // when the file was made
const FIRST_DAY = 25569; // 1 January 1970 as a spreadsheet counts days
const DAY = 86400000; // milliseconds

/** Offers the workbook as a download. `context`: {page, model, words, lang}; throws if its template cannot be had. */
export async function download(context, state) {
  const response = await fetch(new URL(`../workbook/${context.lang}.xlsx`, import.meta.url));
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  const now = new Date(),
    parts = await unpacked(await response.arrayBuffer());
  const amounts = amountsOf(context, state, { date: serial(now), address: linkOf(state) });
  for (const [name, places] of Object.entries(cells))
    parts.set(name, filled(parts.get(name), places, amounts, context.words.texts.none));
  parts.set(SAID, parts.get(SAID).replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${now.toISOString().slice(0, 19)}Z`));
  offer(await packed(parts), `oms-business-case-${named(now)}.xlsx`);
}

/** The reader's day as a spreadsheet counts it. */
const serial = (now) => Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY + FIRST_DAY;

const named = (now) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

function offer(bytes, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: KIND }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DAY / 1440); // a minute: some browsers ask for it late
}

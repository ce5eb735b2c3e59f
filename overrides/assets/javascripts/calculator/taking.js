// What a reader takes away. What makes it is fetched when it is first asked for.
import { part } from "../main/parts.js";

/** Offers the workbook of the case shown, and says whether it could be made. */
export async function takeWorkbook({ context, state }) {
  const said = part(context, "workbook-notes"),
    { texts } = context.words;
  said.textContent = "";
  try {
    const { download } = await import("../workbook/download.js");
    await download(context, state);
    said.textContent = texts.workbook_done;
  } catch {
    said.textContent = texts.workbook_failed;
  }
}

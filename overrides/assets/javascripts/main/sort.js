// Tables that sort by a column; the choice stays in the address.
import { isAnchor, readChoices, writeChoices } from "./fragment.js";

/** Makes the headings of a table's columns sort it, and sorts it as the address says. */
export function startSort(table) {
  const headers = [...table.tHead.rows[0].cells].filter((header) => header.dataset.sort);
  for (const header of headers) {
    const button = header.querySelector("button");
    button.disabled = false;
    button.addEventListener("click", () => {
      const direction = header.ariaSort === "ascending" ? "descending" : "ascending";
      sort(table, header, direction);
      writeChoices({ sort: String(header.cellIndex + 1), order: direction });
    });
  }
  const first = [...table.tBodies[0].rows];
  const restore = () => {
    if (isAnchor()) return;
    const { sort: column, order } = readChoices();
    const header = headers.find((candidate) => String(candidate.cellIndex + 1) === column);
    if (header) return sort(table, header, order === "descending" ? order : "ascending");
    const sorted = headers.find((candidate) => candidate.ariaSort);
    if (!sorted) return;
    sorted.removeAttribute("aria-sort");
    table.tBodies[0].append(...first);
  };
  addEventListener("hashchange", restore);
  restore();
}

function sort(table, header, direction) {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const sign = direction === "ascending" ? 1 : -1;
  const key = (row) => row.cells[header.cellIndex].dataset.value ?? row.cells[header.cellIndex].textContent.trim();
  const rows = [...table.tBodies[0].rows].sort((a, b) => sign * collator.compare(key(a), key(b)));
  for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", direction);
  table.tBodies[0].append(...rows);
}

// What a reader puts at the head of the business case, and the annexes chosen: parts of the fragment named "paper.…".

/** The entries that are texts, and the most characters of each. */
export const HEADING = { title: 90, prospect: 90, author: 90, date: 10 };
const ANNEXES = ["kpis", "outcomes", "costs"];
const CONTROLS = /\p{Cc}/u; // nothing that a reader types

/** {title, prospect, author, date: "2026-11-27" or "", annexes: [name]} before the reader types anything. */
export const emptyPaper = () => ({ title: "", prospect: "", author: "", date: "", annexes: [] });

/** [[name in the fragment, value]] of what is not empty. */
export function paperPairs(paper) {
  const typed = Object.keys(HEADING).filter((name) => paper[name]);
  const pairs = typed.map((name) => [`paper.${name}`, paper[name]]);
  return paper.annexes.length ? [...pairs, ["paper.annexes", paper.annexes.join(".")]] : pairs;
}

/** Whether a part of the fragment was sound; then it is in the paper. */
export function takePaper(paper, name, value) {
  const sound = name === "annexes" ? soundAnnexes(value.split(".")) : soundHeading(name, value);
  if (sound) paper[name] = name === "annexes" ? value.split(".") : value;
  return sound;
}

/** Whether a text can stand in an entry of the heading. */
export function soundHeading(name, value) {
  const known = Object.hasOwn(HEADING, name) && value.length <= HEADING[name] && !CONTROLS.test(value);
  return known && (name !== "date" || value === "" || isDay(value));
}

/** Whether a text is a day of the calendar: "2026-11-27". */
export function isDay(text) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00Z`) : new Date(NaN);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const soundAnnexes = (names) => names.every((name, index) => ANNEXES.includes(name) && names.indexOf(name) === index);

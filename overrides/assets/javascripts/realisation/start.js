// Value realisation: the plan of a case, what is realised month by month, the forecast that follows.
// Nothing leaves the browser.
import { fetchJson, labelsOn } from "../state/fetching.js";
import { noteOn } from "../state/older.js";
import { model } from "../engine/generated.js";
import { isAnchor } from "../main/fragment.js";
import { complain, part, partOf } from "../main/parts.js";
import { isDay } from "../state/heading.js";
import { saveFile } from "../state/saving.js";
import { empty, readFragment } from "../state/state.js";
import { day, read } from "../words/format.js";
import { newBaseline, realised } from "./baseline.js";
import { isMonth, LARGEST, LONGEST, readBaseline } from "./reading.js";
import { fillControls, paintFollowed, textOf } from "./table.js";

const FILE_NAME = "oms-value-baseline.json";

/** Makes the page show the plan of the case that the address holds. */
export async function startRealisation(form) {
  const page = document.querySelector("main"),
    words = await fetchJson(`${form.dataset.root}roi.json`);
  words.labels = labelsOn(page);
  const context = { page, model, words, lang: document.documentElement.lang, exact: true };
  const following = { form, context, month: 0, baseline: null, own: false }; // own: the reader opened a file, or typed
  listen(following);
  openAddress(following);
}

function listen(following) {
  const { form } = following;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => change(following, target));
  form.addEventListener("input", ({ target }) => target.closest("[data-series]") && takeAmount(following, target));
  form.addEventListener("click", ({ target }) => target.dataset.do === "save" && save(following));
  addEventListener("hashchange", () => isAnchor() || following.own || openAddress(following));
}

/** The plan of the case in the address, whole or not at all. */
function openAddress(following) {
  const { context, form } = following,
    read = readFragment(model, location.hash),
    { state, ignored } = read;
  const said = noteOn(context, location.hash, read);
  if (ignored.length) said.push(textOf(context, "refused", { what: ignored.slice(0, 5).join(", ") }));
  part(context, "link-notes").replaceChildren(...said);
  const sound = ignored.length ? empty(model) : state;
  show(following, newBaseline(model, sound, form.dataset.edition));
  part(context, "held").textContent = textOf(
    context,
    sound === state && location.hash.includes("=") ? "from_link" : "from_example",
  );
  if (!ignored.length) part(context, "to-calculator").hash = location.hash;
}

function show(following, baseline, month = 0) {
  Object.assign(following, { baseline, month });
  fillControls(following.context, following.form, baseline, month);
  paintFollowed(following.context, baseline);
}

/** Takes a change of the baseline that leaves the controls as the reader left them. */
function keep(following, baseline) {
  Object.assign(following, { baseline, own: true });
  paintFollowed(following.context, baseline);
  part(following.context, "form-notes").textContent = textOf(following.context, "unsaved");
}

function change(following, control) {
  const { baseline, form, context } = following,
    owned = control.closest("[data-owned]");
  if (control.name === "file") return openFile(following, control);
  if (control.name === "month") {
    following.month = Number(control.value);
    return fillControls(context, form, baseline, following.month);
  }
  if (owned)
    return keep(following, { ...baseline, owners: { ...baseline.owners, [owned.dataset.owned]: ownerIn(owned) } });
  if (control.name !== "start") return undefined;
  const wrong = !isMonth(control.value);
  complain(control.closest("[data-part=starting]"), wrong ? textOf(context, "bad_month") : "");
  if (wrong) return undefined;
  keep(following, { ...baseline, start: control.value });
  return fillControls(context, form, following.baseline, following.month);
}

/** What is typed of a driver; a day that no calendar has is none. */
function ownerIn(row) {
  const due = partOf(row, "due").value;
  return { owner: partOf(row, "owner").value.trim(), due: isDay(due) ? due : "" };
}

/** An amount typed for a month; a fault stays at its field and leaves the last one in place. */
function takeAmount(following, control) {
  const { baseline, context, month } = following,
    row = control.closest("[data-series]"),
    bare = control.value.trim();
  const amount = bare === "" ? null : read(bare, context.lang),
    wrong = amount !== null && !(Math.abs(amount) <= LARGEST);
  complain(row, wrong ? context.words.texts.unreadable : "");
  if (!wrong) keep(following, realised(baseline, row.dataset.series, month, amount));
}

/** Opens a file whole, or says at the field why not and leaves everything as it was. */
async function openFile(following, control) {
  const { context } = following,
    [file] = control.files;
  if (!file) return;
  const { baseline, fault } =
    file.size > LONGEST ? { fault: { key: "large", at: "" } } : readBaseline(model, await file.text());
  complain(control.closest("[data-part=opening]"), fault ? faultText(context, fault) : "");
  control.value = ""; // so that the same file can be opened again
  if (fault) return;
  following.own = true;
  show(following, baseline, firstOpen(baseline));
  part(context, "link-notes").textContent = "";
  part(context, "held").textContent = textOf(
    context,
    baseline.model_version === model.version ? "from_file" : "from_older_file",
    {
      title: baseline.title || textOf(context, "untitled"),
      day: day(baseline.edition, context.lang),
      version: String(baseline.model_version),
    },
  );
  part(context, "form-notes").textContent = textOf(context, "opened");
}

const faultText = (context, { key, at }) =>
  `${textOf(context, `fault_${key}`, { at: at.slice(0, 60) })} ${textOf(context, "kept")}`;

/** The first month of which nothing is known yet; the last one where all are. */
function firstOpen({ actuals }) {
  const series = [actuals.total, ...Object.values(actuals.drivers)],
    open = actuals.total.findIndex((_, month) => series.every((amounts) => amounts[month] === null));
  return open < 0 ? actuals.total.length - 1 : open;
}

function save({ baseline, context }) {
  saveFile(JSON.stringify(baseline), FILE_NAME, "application/json");
  part(context, "form-notes").textContent = textOf(context, "saved");
}

// Up to three cases: which one is shown, their names, and all of them side by side.
import { cell, part, row } from "../main/parts.js";
import { countedIn, inputsOf, seasonIn, startingValue, waitingIn } from "../state/compute.js";
import { fill, number, typeset } from "../words/format.js";
import { evaluate } from "../engine/model.js";
import { peakMissed } from "../engine/waiting.js";
import { MOST, emptyCase } from "../state/state.js";
import { exactText, figureText, pairText, resultText } from "../words/figures.js";

const COMPARED = ["annual_benefit", "npv", "roi", "irr", "payback_month", "one_off_cost", "cost_of_delay_month"];
const EXACT = 6; // digits of figures that would read alike

const TOLD = 2; // how many differences name a case

/** What a case is called: its name, else what sets it apart. */
export const nameOf = (context, state, index) => state.cases[index].name || apartOf(context, state, index);

/** What sets a case apart from the first one; its number where nothing does. */
function apartOf(context, { cases }, index) {
  const { texts } = context.words,
    found = index ? differences(context, [cases[0], cases[index]]) : [];
  const told = found.slice(0, TOLD).map(([label, [from, to]]) => fill(texts.set_apart, { label, from, to }));
  return told.length ? typeset(told.join(", "), context.lang) : fill(texts.case, { n: String(index + 1) });
}

/** A state with a copy of the case shown after the others, and shown; the same state where there is no room. */
export function duplicated(context, state) {
  if (state.cases.length === MOST) return state;
  const copy = { ...state.cases[state.at], name: "" };
  return { ...state, cases: [...state.cases, copy], at: state.cases.length };
}

/** A state without the case shown; the last one left becomes the example again. */
export function removed({ model }, state) {
  const cases = state.cases.filter((_, index) => index !== state.at);
  return { ...state, cases: cases.length ? cases : [emptyCase(model)], at: Math.max(0, state.at - 1) };
}

/** The radio buttons that say which case is shown. */
export function paintCases(context, state) {
  const choices = state.cases.map((_, index) => {
    const label = cell("label", "", { class: "check" }),
      radio = cell("input", "", { type: "radio", name: "case", form: "calculator", value: String(index) });
    radio.checked = index === state.at;
    label.append(radio, cell("bdi", nameOf(context, state, index)));
    return label;
  });
  const { page } = context,
    focused = document.activeElement.name === "case";
  part(context, "cases").replaceChildren(...choices);
  page.querySelector("[name=case-name]").placeholder = apartOf(context, state, state.at);
  if (focused) page.querySelector("[name=case]:checked").focus();
  page.querySelector("[data-do=duplicate]").disabled = state.cases.length === MOST;
  page.querySelector("[data-do=remove]").hidden = state.cases.length === 1;
}

/** All cases side by side; hidden while there is only one. */
export function paintCompared(context, state) {
  const place = part(context, "compare");
  place.hidden = state.cases.length < 2;
  if (place.hidden) return;
  const names = state.cases.map((_, index) => nameOf(context, state, index));
  const heads = names.map((name) => cell("th", name, { scope: "col", class: "number", dir: "auto" }));
  place.querySelector("thead tr").replaceChildren(place.querySelector("thead th"), ...heads);
  const line = lineOf(names);
  place
    .querySelector("tbody")
    .replaceChildren(
      ...figures(context, state).map(([label, shown]) => line(label, shown)),
      ...differences(context, state.cases).map(([label, shown]) => line(label, shown, "differs")),
    );
}

/** [[label, text of each case]] of the results that are compared. */
function figures(context, { cases, view }) {
  const { model, words } = context;
  const results = cases.map((theCase) =>
    evaluate(model, inputsOf(model, theCase), theCase.situation, countedIn(model, theCase, view)),
  );
  const missed = results.map((result, index) => peakMissed(waitingIn(model, cases[index], result)));
  return [
    ...COMPARED.map((name) => [
      words.labels[name],
      apart(
        context,
        results.map(({ values }) => values[name]),
        (reading, value) => resultText(reading, name, value),
      ),
    ]),
    [
      words.texts.peak_missed,
      apart(context, missed, (reading, amount) => resultText(reading, "npv_lost_one_month", amount)),
    ],
  ];
}

/** [[label, text of each case]] of what is not the same in all cases. */
function differences(context, cases) {
  const { model, words } = context,
    { texts, situations, industries, months, labels } = words;
  const tallest = (season) => season.indexOf(Math.max(...season));
  const peak = (season) => `${months[tallest(season)]} (${figureText(context, season[tallest(season)], "share")})`;
  const choices = [
    [texts.situation, cases.map((theCase) => situations[theCase.situation])],
    [texts.preset, cases.map((theCase) => industries[theCase.preset] ?? texts.no_preset)],
    [texts.go_live, cases.map((theCase) => months[(theCase.golive ?? model.calendar.go_live) - 1])],
    [texts.season, cases.map((theCase) => peak(seasonIn(model, theCase)))],
  ];
  const inputs = { ...model.inputs, ...model.improvements };
  const figures = Object.keys(inputs).map((name) => [
    labels[name],
    told(
      context,
      inputs[name].unit,
      cases.map((theCase) => theCase.inputs[name] ?? startingValue(model, theCase, name)),
    ),
  ]);
  const ranged = Object.keys(inputs).filter((name) => cases.some(({ ranges }) => ranges[name]));
  const ranges = ranged.map((name) => [
    `${labels[name]} (${texts.range})`,
    cases.map((theCase) =>
      theCase.ranges[name] ? pairText({ ...context, exact: true }, theCase.ranges[name], inputs[name].unit) : "–",
    ),
  ]);
  return [...choices, ...figures, ...ranges].filter(([, shown]) => new Set(shown).size > 1);
}

/** Results in words, rounded as long as those that differ read apart. */
function apart(context, values, read) {
  const shown = values.map((value) => read(context, value));
  const hidden = new Set(values).size > new Set(shown).size;
  return hidden ? values.map((value) => read({ ...context, exact: true }, value)) : shown;
}

/** Figures in words; with every digit where the words would hide that they differ. */
function told(context, unit, values) {
  const shown = values.map((value) => exactText(context, value, unit));
  const hidden = new Set(values).size > new Set(shown).size;
  return hidden
    ? values.map((value) => number(value * (context.model.factors[unit] ?? 1), context.lang, EXACT))
    : shown;
}

/** A row: on a narrow screen each figure stands behind the name of its case. */
const lineOf =
  (names) =>
  (label, shown, name = "") => {
    const element = row(
      cell("th", label, { scope: "row" }),
      ...shown.map((text, index) => cell("td", text, { class: "number", "data-label": names[index] })),
    );
    if (name) element.className = name;
    return element;
  };

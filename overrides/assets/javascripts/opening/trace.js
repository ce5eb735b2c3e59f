// The formula behind a figure, with the reader's own numbers (tests/support/trace.py says what is expected).
import { lines } from "./formulas.js";
import { measured } from "../engine/model.js";

/** {id, value, unit, lines: [{sign, text, unit, value}], names}: the formula behind a figure.
 *  In `text`, {name} stands for a label. */
export function trace(model, results, id) {
  const [kind, name] = id.includes(".") ? id.split(".") : ["", id];
  if (kind === "adjusted") {
    const names = [name, `risk_adjust_${model.drivers[name].kind}`];
    return {
      id,
      value: results.adjusted[name],
      unit: model.named[name],
      lines: names.map((other, index) => plainLine(model, results, other, index ? "×" : "")),
      names,
    };
  }
  if (kind === "teams") return ofDrivers(model, results, id, results.teams[name], (driver) => driver.team === name);
  if (id === "annual_gross" || id === "annual_benefit") return ofDrivers(model, results, id, results[id], () => true);
  const rows = (lines[id] ?? []).map((line) =>
    line.length === 2 ? plainLine(model, results, line[1], line[0]) : workedLine(results, line),
  );
  return {
    id,
    value: results.values[id] ?? null,
    unit: unitOf(model, id),
    lines: rows,
    names: [...new Set(rows.flatMap((line) => line.names))],
  };
}

function plainLine(model, results, name, sign, value = results.values[name]) {
  return { sign, text: `{${name}}`, unit: unitOf(model, name), names: [name], value };
}

function workedLine(results, [sign, text, unit, names, formula]) {
  return { sign, text, unit, names, value: measured([names, formula], results.values) };
}

function ofDrivers(model, results, id, value, belongs) {
  const figures = id === "annual_gross" ? results.drivers : results.adjusted;
  const names = results.counted.filter((driver) => belongs(model.drivers[driver]));
  const lines = names.map((name, index) => plainLine(model, results, name, index ? "+" : "", figures[name]));
  return { id, value, unit: model.named.annual_benefit, lines, names };
}

function unitOf(model, name) {
  return (model.inputs[name] ?? model.improvements[name])?.unit ?? model.named[name];
}

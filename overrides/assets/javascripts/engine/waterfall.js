/** From what the drivers would bring alone to the net present value (hooks/knowledge/roi/waterfall.py), and from one
 *  case to another. */

import { sum } from "./finance.js";
import { flowing, monthlyFlows, scalarsOf } from "./model.js";
import { overlap } from "./sensitivity.js";
import { worthOf } from "./worth.js";

/** [{id, amount, sum}] in EUR over the horizon: what each step adds, or, where it is a `sum`, where it stands. */
export function waterfall(model, { situation, values, drivers, adjusted }, inputs, years) {
  const gross = { ...values };
  for (const { kind } of Object.values(model.drivers)) gross[`risk_adjust_${kind}`] = 1;
  const alone = brought(model, gross, overlap(model, inputs, situation).alone),
    together = brought(model, gross, drivers),
    prudent = brought(model, values, adjusted);
  const { total_inflow: kept, total_net: net, npv } = values;
  const costs = Object.entries(years.costs).map(([id, line]) => ({ id, amount: sum(line.amounts), sum: false }));
  return [
    { id: "alone", amount: alone, sum: true },
    { id: "overlap", amount: together - alone, sum: false },
    { id: "prudence", amount: prudent - together, sum: false },
    { id: "aside", amount: kept - prudent, sum: false },
    { id: "kept", amount: kept, sum: true },
    ...costs,
    { id: "net", amount: net, sum: true },
    { id: "discounting", amount: npv - net, sum: false },
    { id: "npv", amount: npv, sum: true },
  ];
}

/** What flows in over the horizon where the drivers bring these amounts a year. */
const brought = (model, values, amounts) => sum(monthlyFlows(model, flowing(model, values, amounts)).monthly_inflow);

/** [{id, amount, sum}] from the net present value of one question {situation, inputs, counted} to that of another: the
 *  `most` figures that change it most, each changed alone; then, as "together", the others and what they all do to one
 *  another. */
export function between(model, from, to, most) {
  const npv = ({ situation, inputs, counted }) => worthOf(model, counted)(scalarsOf(model, inputs, situation)),
    start = npv(from),
    end = npv(to);
  const names = Object.keys({ ...from.inputs, ...to.inputs }).filter((name) => from.inputs[name] !== to.inputs[name]);
  const alone = [
    ...(from.situation === to.situation ? [] : [["situation", { ...from, situation: to.situation }]]),
    ...names.map((name) => [name, { ...from, inputs: replaced(from.inputs, to.inputs, name) }]),
  ].map(([id, question]) => ({ id, amount: npv(question) - start, sum: false }));
  const steps = alone.sort((one, two) => Math.abs(two.amount) - Math.abs(one.amount)).slice(0, most);
  const rest = end - start - sum(steps.map(({ amount }) => amount));
  return [
    { id: "from", amount: start, sum: true },
    ...steps,
    { id: "together", amount: rest, sum: false },
    { id: "to", amount: end, sum: true },
  ];
}

/** The figures of one case with that of another for a name; its default where the other leaves it there. */
function replaced(inputs, others, name) {
  const { [name]: _, ...rest } = inputs;
  return Object.hasOwn(others, name) ? { ...rest, [name]: others[name] } : rest;
}

// The charts of rows, {axis: shapes, rows: [{id, label, shapes}]}, as hooks/knowledge/calculator/rows.py draws those of
// the example.
import { ACROSS } from "../engine/generated.js";
import { endsOf } from "../engine/sensitivity.js";
import { amounts, brief, money, said, signed } from "./pen.js";
import { around, block, label, line, ticks } from "./shapes.js";

const STEPS = {
  alone: "step_alone",
  overlap: "step_overlap",
  prudence: "step_prudence",
  aside: "step_aside",
  kept: "step_kept",
  net: "step_net",
  discounting: "step_discounting",
  npv: "step_npv",
};

/** Bars around the net present value; at each end the value of the figure that leads there. */
export function swings(context, bars, middle) {
  const scale = around([middle, ...bars.flatMap(({ npv_low, npv_high }) => [npv_low, npv_high])], ACROSS);
  const text = said(context, context.words.texts.npv_mark, { npv: money(context, middle) }),
    name = label("milestone-name to-middle", scale.at(middle), 100, text, 0, -24);
  return { axis: [...amounts(context, scale, -4), name], rows: bars.map((bar) => swing(context, bar, middle, scale)) };
}

function swing(context, bar, middle, scale) {
  const { model, words } = context,
    { unit } = model.inputs[bar.id] ?? model.improvements[bar.id];
  const [[worse, least], [better, most]] = endsOf(bar),
    [left, right, centre] = [least, most, middle].map(scale.at);
  const turn = Math.min(Math.max(centre, left), right);
  const shapes = [
    ...upright(scale),
    block("mark mark-worse", left, 20, turn - left, 60),
    block("mark mark-better", turn, 20, right - turn, 60),
    line("centre", centre, 0, centre, 100),
    label("value to-left", left, 50, brief(context, worse, unit), -5, 4),
    label("value to-right", right, 50, brief(context, better, unit), 5, 4),
  ];
  const { beside } = words.units[unit];
  return { id: bar.id, label: words.labels[bar.id] + (beside ? ` (${beside})` : ""), shapes };
}

/** A waterfall, each step from where the one before it ended; `nameOf`: id of a step → its name. */
export function steps(context, found, nameOf) {
  const shown = found.filter(({ amount, sum }) => sum || Math.abs(amount) >= 0.5),
    stands = standing(shown),
    scale = around([0, ...stands], ACROSS);
  const rows = shown.map((step, index) => ({
    id: step.id,
    label: nameOf(step.id),
    shapes: stepShapes(context, step, stands[index - 1] ?? 0, stands[index], scale),
  }));
  return { axis: amounts(context, scale, -4), rows };
}

/** What a step to the net present value is called: a cost by the name of its line. */
export const stepName = ({ words }, id) => words.lines[id] ?? words.texts[STEPS[id]];

function stepShapes(context, { amount, sum }, before, after, scale) {
  const [left, right] = [scale.at(sum ? 0 : before), scale.at(after)].sort((one, two) => one - two);
  const kind = sum ? "sum" : after >= before ? "more" : "less";
  return [
    ...upright(scale),
    block(`mark mark-${kind}`, left, 20, right - left, 60),
    line("zero", scale.at(0), 0, scale.at(0), 100),
    line("joint", scale.at(after), 80, scale.at(after), 100),
    label("value to-right", right, 50, sum ? money(context, amount) : signed(context, amount), 5, 4),
  ];
}

/** Where the sum stands after each step. */
export function standing(found) {
  let stands = 0;
  return found.map(({ amount, sum }) => (stands = sum ? amount : stands + amount));
}

const upright = (scale) =>
  ticks(scale, ACROSS).map((value) => line("gridline", scale.at(value), 0, scale.at(value), 100));

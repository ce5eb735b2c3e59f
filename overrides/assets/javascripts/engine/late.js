/** How long after the horizon a project pays back (hooks/knowledge/roi/late.py). */

import { MONTHS } from "./generated.js";
import { evaluate } from "./model.js";

/** Months from the horizon to the payback of `results`, if every year to come is like the one after the horizon; null
 *  where it has paid back, and where it never would: that year costs as much as it brings in, or more. */
export function latePayback(model, inputs, results) {
  if (results.payback_month !== null) return null;
  const years = results.values.horizon_years,
    longer = evaluate(model, { ...inputs, horizon_years: years + 1 }, results.situation, results.counted),
    more = longer.yearly_net.at(-1);
  if (longer.payback_month !== null) return longer.payback_month - years * MONTHS;
  return more > 0 ? MONTHS * (1 - longer.cumulative.at(-1) / more) : null;
}

// What the sentence of each chart is made of (hooks/knowledge/calculator/facts.py finds the same in the example).
import { sum } from "../engine/finance.js";
import { FAR_YEARS, LARGEST } from "../engine/generated.js";
import { critical } from "../engine/sensitivity.js";

/** {chart: (what was found) → {fact: number, id or list; null for what has no value}} */
export const facts = {
  answer: ofAnswer,
  scenarios: ofScenarios,
  worth: ofWorth,
  basis: ofBasis,
  ranges: ofRanges,
  delay: ({ cases: { base } }) => ({ lost: base.npv_lost_one_month }),
  cash: ofCash,
  teams: ofTeams,
  drivers: ofDrivers,
  waterfall: ofWaterfall,
  swings: ofSwings,
  tornado: ofTornado,
  trials: ofTrials,
  waiting: ofWaiting,
  fewest: ofFewest,
  switching: ofSwitching,
  set_aside: ofSetAside,
};

/** When the project pays back, or how long `after` the horizon, and what it is worth. */
function ofAnswer({ cases: { base }, late }) {
  const { payback_month: payback, npv } = base;
  return { payback, after: late.base, horizon: base.values.horizon_years, npv, far: FAR_YEARS };
}

/** The same of the low and of the high scenario. */
function ofScenarios({ cases: { low, base, high }, late }) {
  return {
    payback: base.payback_month,
    low: low.payback_month,
    low_after: late.low,
    high: high.payback_month,
    high_after: late.high,
    horizon: base.values.horizon_years,
    far: FAR_YEARS,
  };
}

function ofWorth({ cases: { low, base, high } }) {
  return { npv: base.npv, low: low.npv, high: high.npv, horizon: base.values.horizon_years };
}

/** How many figures are the reader's, and the share of the benefit whose improvement is not. */
function ofBasis({ cases: { base }, basis: { own, all, earned } }) {
  const kept = base.counted.filter((id) => base.adjusted[id] > 0),
    worth = (ids) => sum(ids.map((id) => base.adjusted[id]));
  const assumed = worth(kept.filter((id) => !own.includes(earned(id))));
  return { n: own.length, all, share: kept.length ? assumed / worth(kept) : null };
}

/** What the reader is not sure of. */
function ofRanges({ ranges = {} }) {
  const list = Object.entries(ranges).map(([id, ends]) => [id, ...ends]);
  return { n: list.length, list };
}

/** Where the cumulative flow turns, and where it ends in each scenario. */
function ofCash({ cases: { low, base, high } }) {
  const lowest = Math.min(...base.cumulative);
  return {
    lowest,
    month: base.cumulative.indexOf(lowest) + 1,
    payback: base.payback_month,
    horizon: base.values.horizon_years,
    end: base.cumulative.at(-1),
    low: low.cumulative.at(-1),
    high: high.cumulative.at(-1),
  };
}

function largest(amounts) {
  return Object.keys(amounts)
    .filter((id) => amounts[id] > 0)
    .sort((one, two) => amounts[two] - amounts[one])
    .slice(0, LARGEST);
}

function ofTeams({ cases: { base } }) {
  const list = largest(base.teams).map((id) => [id, base.teams[id] / base.annual_benefit]);
  return { n: list.length, list };
}

function ofDrivers({ cases: { base } }) {
  const list = largest(Object.fromEntries(base.counted.map((id) => [id, base.adjusted[id]])));
  const share = list.length ? sum(list.map((id) => base.adjusted[id])) / base.annual_benefit : null;
  return { n: list.length, list, share };
}

/** Where the sum stands over the horizon, and what the CFO view sets aside of it. */
function ofWaterfall({ steps }) {
  return Object.fromEntries(steps.map(({ id, amount }) => [id, amount]));
}

function ofSwings({ bars }) {
  return { list: bars.slice(0, LARGEST).map(({ id }) => id) };
}

function ofTornado({ bars: [{ id, npv_low: low, npv_high: high }] }) {
  return { label: id, low, high };
}

function ofTrials({ trials: { npv, p10, p90, positive } }) {
  return { n: npv.length, p10, p90, positive };
}

/** What missing the next peak costs, if there is one. */
function ofWaiting({ waiting: { go_live, peak } }) {
  return peak ? { ...peak, month: go_live, peak: peak.month } : { peak: null };
}

function ofFewest({ fewest, cases: { base } }) {
  return { n: fewest?.length ?? null, all: base.counted.length, list: fewest };
}

/** How many drivers the case cannot lose, and the one that needs the least of its forecast. */
function ofSwitching({ switching, cases: { base } }) {
  const needed = critical(switching),
    [label, share] = needed.find(([, other]) => other === needed.at(-1)[1]) ?? [null, null];
  return { npv: base.npv, n: needed.length, label, share };
}

function ofSetAside({ cases: { base } }) {
  const amount = sum(Object.values(base.adjusted)) - base.annual_benefit;
  return { n: base.counted.length, all: Object.keys(base.adjusted).length, amount };
}

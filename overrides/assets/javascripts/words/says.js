// What each chart says of the reader's figures, in one sentence (hooks/knowledge/sentences.py says the same of the example).
import { sum } from "../engine/finance.js";
import { fill, number, typeset } from "./format.js";
import { figureText } from "./figures.js";

const LARGEST = 3; // how many drivers and teams a sentence names

/** {name of the chart: sentence} */
export function sentences(context, found) {
  const says = {
    cash: ofCash,
    teams: ofTeams,
    drivers: ofDrivers,
    waiting: ofWaiting,
    fewest: ofFewest,
    switching: ofSwitching,
    set_aside: ofSetAside,
  };
  return Object.fromEntries(Object.entries(says).map(([name, made]) => [name, made(context, found)]));
}

function say({ words, lang }, key, figures = {}) {
  return typeset(fill(words.texts[key], figures), lang);
}

const whole = ({ lang }, value) => number(value, lang);

function ofCash(context, { cases: { low, base, high } }) {
  const lowest = Math.min(...base.cumulative),
    payback = base.payback_month;
  return say(context, payback === null ? "cash_never" : payback ? "cash_pays" : "cash_at_once", {
    lowest: figureText(context, lowest, "EUR"),
    month: whole(context, base.cumulative.indexOf(lowest) + 1),
    payback: whole(context, payback ?? 0),
    end: figureText(context, base.cumulative.at(-1), "EUR"),
    low: figureText(context, low.cumulative.at(-1), "EUR"),
    high: figureText(context, high.cumulative.at(-1), "EUR"),
  });
}

function largest(amounts) {
  return Object.keys(amounts)
    .filter((id) => amounts[id] > 0)
    .sort((one, two) => amounts[two] - amounts[one])
    .slice(0, LARGEST);
}

function ofTeams(context, { cases: { base } }) {
  const parts = largest(base.teams).map(
    (id) => `${context.words.teams[id]} (${figureText(context, base.teams[id] / base.annual_benefit, "share")})`,
  );
  return parts.length ? say(context, "by_team", { list: parts.join(", ") }) : say(context, "nothing_kept");
}

function ofDrivers(context, { cases: { base } }) {
  const ids = largest(Object.fromEntries(base.counted.map((id) => [id, base.adjusted[id]])));
  if (!ids.length) return say(context, "nothing_kept");
  return say(context, "by_driver", {
    list: labels(context, ids),
    share: figureText(context, sum(ids.map((id) => base.adjusted[id])) / base.annual_benefit, "share"),
  });
}

const labels = ({ words }, ids) => ids.map((id) => words.labels[id]).join(", ");

/** The widest bar of the tornado. */
export function ofTornado(context, widest) {
  return say(context, "most", {
    label: context.words.labels[widest.id],
    low: figureText(context, widest.npv_low, "EUR"),
    high: figureText(context, widest.npv_high, "EUR"),
  });
}

export function ofTrials(context, { trials }) {
  return say(context, "spread", {
    n: whole(context, trials.npv.length),
    p10: figureText(context, trials.p10, "EUR"),
    p90: figureText(context, trials.p90, "EUR"),
    positive: figureText(context, trials.positive, "share"),
  });
}

function ofWaiting(context, { waiting }) {
  const { months } = context.words,
    { peak, peak_wait: wait, missed } = waiting;
  return say(context, kindOf(waiting), {
    month: months[waiting.go_live - 1],
    peak: peak ? months[peak - 1] : "",
    wait: figureText(context, wait, "month"),
    missed: figureText(context, missed, "EUR"),
    premium: figureText(context, waiting.premium, "EUR"),
    benefit: figureText(context, waiting.peak_benefit, "EUR"),
  });
}

function kindOf({ peak, peak_wait: wait, missed, season }) {
  if (!peak) return "wait_even";
  if (missed === null) return "wait_beyond";
  if (missed <= 0) return "wait_free";
  return wait === season.length ? "wait_misses" : "wait_costs";
}

/** How many drivers the case cannot lose; where it is negative, the one that could most easily turn it. */
function ofSwitching(context, { switching, cases: { base } }) {
  const shares = Object.entries(switching)
    .filter(([, share]) => share !== null && share > 0)
    .sort((one, two) => one[1] - two[1]);
  if (base.npv >= 0)
    return say(context, shares.length ? "indispensable" : "none_indispensable", { n: whole(context, shares.length) });
  if (!shares.length) return say(context, "turned_by_none");
  const [[closest, share]] = shares;
  return say(context, "turned_by", {
    label: context.words.labels[closest],
    share: figureText(context, share, "share"),
  });
}

function ofFewest(context, { fewest, cases: { base } }) {
  const all = whole(context, base.counted.length);
  if (fewest === null) return say(context, "not_enough");
  if (fewest.length === base.counted.length) return say(context, "enough_all", { all });
  return say(context, fewest.length ? "enough" : "enough_none", {
    n: whole(context, fewest.length),
    all,
    list: labels(context, fewest),
  });
}

function ofSetAside(context, { cases: { base } }) {
  const amount = sum(Object.values(base.adjusted)) - base.annual_benefit;
  return say(context, "set_aside", {
    n: whole(context, base.counted.length),
    all: whole(context, Object.keys(base.adjusted).length),
    amount: figureText(context, amount, "EUR/year"),
  });
}

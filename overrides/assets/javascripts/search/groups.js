// Ranked results → groups of one kind, the group of the best result first; what is shown at first and what on demand.

const GROUPS = { part: "kpi", model: "roi", method: "roi", team: "people", industry: "people" }; // shown with others
const AT_FIRST = 10;
const BEFORE = 0.75; // what stands before another group scores at least this share of that group's best

/** [{name, entries: [{entry, late}]}]: each result under the kind it is of; `late` are those to show on demand. */
export function grouped(found) {
  const groups = new Map();
  for (const entry of found) {
    const name = GROUPS[entry.kind] ?? entry.kind;
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  const shown = new Set(atFirst([...groups.values()]));
  const placed = (entries) => entries.map((entry) => ({ entry, late: !shown.has(entry) }));
  return [...groups].map(([name, entries]) => ({ name, entries: placed(entries) }));
}

/** The ten best results, but for the weak ones that would stand before a much better one of another group. */
function atFirst(groups) {
  const least = (place) => BEFORE * (groups[place + 1]?.[0].score ?? 0);
  const fair = groups.flatMap((entries, place) => entries.filter(({ score }, rank) => !rank || score >= least(place)));
  return fair.sort((a, b) => b.score - a.score).slice(0, AT_FIRST);
}

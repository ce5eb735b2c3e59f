// Ranked results → groups of one kind, the group of the best result first; what is shown at first and what on demand.

const GROUPS = {
  kpi: "kpi",
  part: "kpi",
  roi: "roi",
  model: "roi",
  method: "roi",
  note: "roi",
  outcome: "outcome",
  tco: "tco",
  team: "people",
  industry: "people",
  glossary: "glossary",
  page: "page",
};
const AT_FIRST = 10;
const BEFORE = 0.75; // what stands before another group scores at least this share of that group's best

/** [{name, entries: [{entry, late}]}]: each result under the kind it is of; `late` are those to show on demand. */
export function grouped(found) {
  const groups = new Map();
  for (const entry of found) groups.set(GROUPS[entry.kind], [...(groups.get(GROUPS[entry.kind]) ?? []), entry]);
  const shown = new Set(atFirst([...groups.values()]));
  return [...groups].map(([name, entries]) => ({
    name,
    entries: entries.map((entry) => ({ entry, late: !shown.has(entry) })),
  }));
}

/** The ten best results, but for the weak ones that would stand before a much better one of another group. */
function atFirst(groups) {
  const fair = groups.flatMap((entries, index) =>
    entries.filter(({ score }, rank) => rank === 0 || score >= BEFORE * (groups[index + 1]?.[0].score ?? 0)),
  );
  return fair.sort((a, b) => b.score - a.score).slice(0, AT_FIRST);
}

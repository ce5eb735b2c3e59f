// A link that an earlier version of the model wrote, on a page that knows today's figures alone.
import { fill } from "../words/format.js";
import { cell, part } from "../main/parts.js";

/** What is said of the link that a page was opened with: nothing of today's; of an earlier version's, where then and
 *  now stand. `read`: what readFragment made of the fragment. */
export function noteOn({ page, model, words: { texts } }, fragment, { other, version }) {
  if (!other) return [];
  if (!model.former.includes(Number(version))) return [`${texts.other_version} `];
  const calculator = part({ page }, "to-calculator").href.replace(/#.*/s, "");
  const more = cell("a", texts.older_more, { href: `${calculator}#${fragment.replace(/^#/, "")}` });
  return [`${fill(texts.older, { version, now: String(model.version) })} `, more, " "];
}

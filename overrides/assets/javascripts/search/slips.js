// Slips of the finger: what a word that the index does not know was meant to be.

const MOST = 4; // candidates kept for one word

/** How many letters to add, drop, change or swap with their neighbour; `limit + 1` as soon as it is more. */
export function distance(a, b, limit) {
  let before = [], above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      line[column] = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
      const swap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swap) line[column] = Math.min(line[column], before[column - 2] + 1);
    }
    if (Math.min(...line) > limit) return limit + 1;
    [before, above] = [above, line];
  }
  return above[b.length];
}

/** How many slips a word of this length may hold. */
export const allowed = (length) => (length < 3 ? 0 : length < 8 ? 1 : 2);

/** Whether to look further: one slip at the beginning leaves the first or the second letter near its place. */
const alikeAtFirst = (a, b) => a[0] === b[0] || a[0] === b[1] || a[1] === b[0] || a[1] === b[1];

/** Whether the letters are the same ones in another order. */
const swapped = (a, b) => a.length === b.length && [...a].sort().join("") === [...b].sort().join("");

/** [word, weight] of the words of the vocabulary (word → how much it is used) that were probably meant. */
export function nearest(vocabulary, word) {
  const limit = allowed(word.length), found = [];
  for (const [other, uses] of vocabulary) {
    if (other.length < 3 || Math.abs(other.length - word.length) > limit || !alikeAtFirst(word, other)) continue;
    const far = distance(word, other, limit);
    if (far > limit || (word.length < 4 && !swapped(word, other))) continue;
    const cost = far + (other[0] === word[0] ? 0 : 0.6) - (swapped(word, other) ? 0.4 : 0);
    found.push([other, cost, uses]);
  }
  found.sort((a, b) => a[1] - b[1] || b[2] - a[2]);
  const likely = found.filter(([, cost]) => cost <= found[0][1] + 0.5).slice(0, MOST);
  return likely.map(([other, cost]) => [other, 1 / (1 + 0.25 * cost)]);
}

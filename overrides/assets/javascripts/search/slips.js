// Slips of the finger: what a word that the index does not know was meant to be.

const MOST = 4; // candidates kept for one word

/** How many letters to add, drop, change or swap with their neighbour; `limit + 1` as soon as it is more. */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [],
    above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      line[column] = Math.min(above[column] + 1, line[column - 1] + 1, above[column - 1] + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        line[column] = Math.min(line[column], before[column - 2] + 1);
    }
    if (Math.min(...line) > limit) return limit + 1;
    [before, above] = [above, line];
  }
  return above[b.length];
}

/** How many slips a word of this length may hold. */
const allowed = (length) => (length < 3 ? 0 : length < 8 ? 1 : 2);

/** Whether the letters are the same ones in another order. */
const swapped = (a, b) => a.length === b.length && [...a].sort().join("") === [...b].sort().join("");

/** [word, weight] of the words of the vocabulary (word → how much it is used) that were probably meant,
 *  the nearest first. */
export function nearest(vocabulary, word) {
  const found = [];
  for (const [other, uses] of vocabulary) {
    const limit = allowed(Math.max(word.length, other.length)); // letters may have been left out
    const far = distance(word, other, limit);
    if (far > limit || (word.length < 4 && !swapped(word, other)) || other.length < 3) continue;
    const cost = far + (other[0] === word[0] ? 0 : 0.6) - (swapped(word, other) ? 0.4 : 0);
    found.push([other, cost, uses]);
  }
  found.sort((a, b) => a[1] - b[1] || b[2] - a[2]);
  return found
    .filter(([, cost]) => cost <= found[0][1] + 0.5)
    .slice(0, MOST)
    .map(([other, cost]) => [other, 1 / (1 + 0.25 * cost)]);
}

// Work in turns: between one piece and the next the page is the reader's.

/** Does each piece as a task of its own, as long as it is still wanted. */
export async function inTurns(pieces, wanted) {
  for (const piece of pieces) {
    await turn();
    if (!wanted()) return;
    piece();
  }
}

const turn = () => globalThis.scheduler?.yield?.() ?? new Promise((done) => setTimeout(done));

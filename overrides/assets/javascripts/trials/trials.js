// A worker: the full number of trials, off the page's thread.
import { model } from "../engine/generated.js";
import { draw, simulate } from "../engine/simulate.js";

let drawn = null;

addEventListener("message", ({ data }) => {
  const { ticket, question, seed } = data;
  if (drawn?.seed !== seed) drawn = draw(model, seed, model.risk.trials.full);
  const start = performance.now();
  const trials = simulate(model, question, drawn);
  postMessage({ ticket, trials, took: performance.now() - start }, [trials.npv.buffer]);
});

// A worker: the full number of trials, off the page's thread.
import { model } from "../engine/generated.js";
import { draw, simulate } from "../engine/simulate.js";

let drawn = { seed: null, draws: null };

addEventListener("message", ({ data }) => {
  const { ticket, inputs, situation, counted, seed } = data;
  if (drawn.seed !== seed) drawn = { seed, draws: draw(model, seed, model.risk.trials.full) };
  const start = performance.now();
  const trials = simulate(model, inputs, situation, drawn.draws, counted);
  postMessage({ ticket, trials, took: performance.now() - start }, [trials.npv.buffer]);
});

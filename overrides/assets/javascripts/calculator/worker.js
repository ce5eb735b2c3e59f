// Work that the page's own thread is spared.

/** A worker for the full number of trials; none where the browser refuses it, and the live draws stay. */
export function workerOf(answered, failed) {
  try {
    const worker = new Worker(new URL("trials.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }) => answered(data));
    worker.addEventListener("error", failed);
    return worker;
  } catch {
    return null;
  }
}

// Values read off a chart: with the pointer, a finger, or the keys of the slider below it.
import { partOf } from "../main/parts.js";
import { put } from "../charts/place.js";

const readings = new Map(); // figure → what can be read off it

/** What can be read off a figure from now on. `last` is the last place, from 0;
 *  `shapes(at)` mark it, `text(at)` says it. */
export function offer(figure, reading) {
  const slider = partOf(figure, "slider"),
    used = readings.has(figure) && partOf(figure, "read").textContent === slider.ariaValueText;
  readings.set(figure, reading);
  slider.max = String(reading.last);
  if (used) read(figure);
}

/** Makes figures readable; `first` is the event that asked for it. `prepare`: {chart: (figure) → offers what can be
 *  read off it}, for those that nothing has drawn yet. */
export function follow(page, prepare, first) {
  for (const [chart, offered] of Object.entries(prepare)) {
    const figure = page.querySelector(`[data-chart=${chart}]`),
      slider = partOf(figure, "slider"),
      plot = partOf(figure, "plot");
    const say = () => {
      if (!readings.has(figure)) offered(figure);
      read(figure);
    };
    const point = ({ clientX }) => {
      const { left, width } = plot.getBoundingClientRect();
      slider.value = String(Math.round(((clientX - left) / width) * slider.max));
      say();
    };
    for (const type of ["pointerdown", "pointermove"]) plot.parentElement.addEventListener(type, point);
    for (const type of ["focus", "input"]) slider.addEventListener(type, say);
    if (document.activeElement === slider) say();
    if (plot.parentElement.contains(first.target)) point(first);
  }
}

/** Says and marks the place of the slider. */
function read(figure) {
  const { shapes, text } = readings.get(figure),
    slider = partOf(figure, "slider"),
    at = Number(slider.value);
  slider.ariaValueText = partOf(figure, "read").textContent = text(at);
  put(partOf(figure, "cursor"), shapes(at));
}

// On the map of all KPIs, pointing at one leaves only its relations.

/** Lets the map show the relations of the node that is pointed at. */
export function startMap(figure) {
  const svg = figure.querySelector("svg");
  const show = (id) => {
    svg.classList.toggle("chosen", Boolean(id));
    const near = new Set([id]);
    for (const curve of svg.querySelectorAll("[data-from]")) {
      const touches = curve.dataset.from === id || curve.dataset.to === id;
      curve.classList.toggle("near", touches);
      if (touches) near.add(curve.dataset.from).add(curve.dataset.to);
    }
    for (const node of svg.querySelectorAll("[data-node]")) node.classList.toggle("near", near.has(node.dataset.node));
  };
  svg.addEventListener("pointerover", (event) => show(event.target.closest("[data-node]")?.dataset.node));
  svg.addEventListener("pointerleave", () => show(undefined));
}

// What the pages of the reader's figures get from elsewhere: words, labels.

/** The JSON of an address. Throws where it cannot be had. */
export async function fetchJson(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/** {name: label} of the inputs, drivers and results, as the page names them. */
export function labelsOn(page) {
  const named = (selector, key, label) =>
    [...page.querySelectorAll(selector)].map((place) => [place.dataset[key], label(place)]);
  return Object.fromEntries([
    ...named("[data-named]", "named", (place) => place.textContent),
    ...named("[data-field]", "field", (field) => field.querySelector("label").firstChild.textContent.trim()),
    ...named("[data-driver]", "driver", (row) => row.querySelector("th a").textContent),
    ...named("#case dl [data-result]", "result", (place) => place.closest("div").querySelector("dt").textContent),
  ]);
}

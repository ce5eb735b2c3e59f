// A page that was split keeps each of its old addresses, as an entry that leads on: who comes by one is taken there.

/** Follows the entry that the address names, now and whenever it changes. */
export function startLeads(index) {
  addEventListener("hashchange", () => follow(index));
  follow(index);
}

function follow(index) {
  const place = document.getElementById(location.hash.slice(1)),
    entry = place?.closest("li");
  if (entry && index.contains(entry)) location.replace(entry.querySelector("a").href);
}

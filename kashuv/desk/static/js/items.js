// The items of a page (data-item): one has the focus, j and k walk, and a change of the page keeps the place.
// Where the first is meant from the start (data-first), it is the current one until another has the focus.
const all = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.checkVisibility());

const focused = () => document.activeElement?.closest("[data-item]");
export const current = () => focused() ?? document.querySelector("[data-first] [data-item]");

export function walk(step) {
  const items = all();
  const at = items.indexOf(current());
  const next = at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step;
  items[Math.min(Math.max(next, 0), items.length - 1)]?.focus();
}

let place = -1;
document.addEventListener("htmx:beforeSwap", () => { place = all().indexOf(focused()); });
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "main") return;
  htmx.trigger("#counts", "again");
  if (place < 0) return;
  const items = all();
  (items[Math.min(place, items.length - 1)] ?? document.getElementById("main")).focus();
});

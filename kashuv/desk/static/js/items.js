// The items of a page (data-item): one has the focus, j and k walk, and a change of the page keeps the place.
const all = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.checkVisibility());

export const current = () => document.activeElement?.closest("[data-item]");

export function walk(step) {
  const items = all();
  const at = items.indexOf(current());
  const next = at < 0 ? (step > 0 ? 0 : items.length - 1) : at + step;
  items[Math.min(Math.max(next, 0), items.length - 1)]?.focus();
}

let place = -1;
document.addEventListener("htmx:beforeSwap", () => { place = all().indexOf(current()); });
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id !== "main") return;
  htmx.trigger("#counts", "again");
  if (place < 0) return;
  const items = all();
  (items[Math.min(place, items.length - 1)] ?? document.getElementById("main")).focus();
});

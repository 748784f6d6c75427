// The sheet: a page that lies on top for a moment (capture, find) instead of leaving the one below.
const sheet = document.getElementById("sheet");
const body = document.getElementById("sheet-body");

export async function openSheet(link) {
  if (!sheet.open) sheet.showModal(); // at once, so that no key typed meanwhile is taken for a deed
  const settled = new Promise((settle) => body.addEventListener("htmx:afterSettle", settle, { once: true }));
  await htmx.ajax("GET", link.href, { target: "#sheet-body", select: "[data-sheet-body]", swap: "innerHTML" });
  const title = body.querySelector("h1, h2");
  if (title) title.id = "sheet-title";
  const field = body.querySelector("[autofocus], input:not([type=hidden]), textarea");
  field?.focus();
  await settled; // only then is the field listened to
  if (field?.type === "search" && field.value !== field.defaultValue) {
    field.dispatchEvent(new Event("input", { bubbles: true })); // typed before the field was listened to
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-sheet]");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openSheet(link);
  }
  if (event.target.closest("dialog [data-close]")) event.target.closest("dialog").close();
  if (event.target instanceof HTMLDialogElement) event.target.close(); // the backdrop belongs to the dialog
});

// Whoever comes back from a call is asked how it went; from a chat, whether the words were sent that it was opened with.
let called = "";

function asked(link) {
  const given = new URL(link.href).searchParams;
  const words = given.get("text") ?? given.get("body");
  return words ? `${link.dataset.call}?${new URLSearchParams({ words })}` : link.dataset.call;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-call]");
  if (link) called = asked(link);
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState !== "visible" || !called) return;
  openSheet({ href: called });
  called = "";
});

sheet.addEventListener("close", () => body.replaceChildren());

// Arrows walk from the field to what was found, and back.
sheet.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [...body.querySelectorAll("input[type=search], .found :is(a, button)")];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
});

// Enter in the field opens what was found, if it is the only thing, and it was found for what stands in the field now.
document.addEventListener("htmx:afterSwap", (event) => {
  if (event.target.id !== "found") return;
  event.target.dataset.asked = new URL(event.detail.pathInfo.finalRequestPath, location).searchParams.get("q") ?? "";
});
document.addEventListener("submit", (event) => {
  const field = event.target.matches(".finder") && event.target.querySelector("input[type=search]");
  const found = document.getElementById("found");
  if (!field || !found || (found.dataset.asked ?? field.defaultValue) !== field.value) return;
  const hits = found.querySelectorAll(".found :is(a, button)");
  if (hits.length !== 1) return;
  event.preventDefault();
  event.stopPropagation();
  hits[0].click();
}, true);

// One key, one deed. An element says its key (data-key) or where it leads after g (data-go); single keys can be turned off.
import { current, walk } from "./items.js";
import { openSheet } from "./sheet.js";

const SILENCED = "kashuv.single-keys";
const list = document.getElementById("keys");
const choice = document.getElementById("single-keys");
let going = false;

choice.checked = localStorage.getItem(SILENCED) !== "off";
choice.addEventListener("change", () => localStorage.setItem(SILENCED, choice.checked ? "on" : "off"));

// A field of a sheet that has just closed may hold the focus for a moment longer; nobody types there.
const FIELDS = "input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]";
const typing = (target) => target.closest?.(FIELDS) && !target.closest("dialog:not([open])");

function press(element) {
  element?.click();
  return Boolean(element);
}

function pressKey(key) {
  const name = CSS.escape(key);
  return press(current()?.querySelector(`[data-key="${name}"]`))
    || press(document.querySelector(`body [data-key="${name}"]:not([data-item] *)`));
}

function go(key) {
  going = false;
  return press(document.querySelector(`[data-go="${CSS.escape(key)}"]`));
}

// Enter belongs to a button or link that has the focus; else to all who are chosen, or to the item where one stands.
function enter() {
  if (![document.body, current()].includes(document.activeElement)) return false;
  return press(document.querySelector("form:has([data-item] :checked) [data-chosen]")) || press(current()?.querySelector(".do.main"));
}

function single(key) {
  if (going) return go(key);
  if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1), true;
  if (key === "g") return (going = true);
  if (key === "?") return list.showModal(), true;
  if (key === "Enter") return enter();
  return key.length === 1 && pressKey(key);
}

// The Hebrew layout types ק where the Latin one types e: a key is told by its place if it is no Latin letter.
const keyOf = (event) => (event.key.length > 1 || /^[ -~]$/.test(event.key) ? event.key : event.code.replace("Key", "").toLowerCase());

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyK") {
    event.preventDefault();
    return openSheet(document.querySelector(".find"));
  }
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return;
  if (choice.checked && single(keyOf(event))) event.preventDefault();
});

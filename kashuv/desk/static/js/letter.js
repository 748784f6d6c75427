// A letter: a template goes where the cursor stands, files go as soon as they are chosen, and what is kept last wins nothing.
const field = () => document.querySelector("[data-letter] textarea");

function insert(button) {
  const text = field();
  text.setRangeText(button.dataset.insert, text.selectionStart, text.selectionEnd, "end");
  const subject = document.querySelector("[data-letter] [name=subject]");
  if (subject && !subject.value) subject.value = button.dataset.subject;
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  if (button && field()) insert(button);
});

document.addEventListener("change", (event) => {
  event.target.closest("[data-files]")?.requestSubmit();
});

// Enter in a field belongs to the button beside it, not to the first of the form.
document.addEventListener("keydown", (event) => {
  const button = event.key === "Enter" && document.getElementById(event.target.dataset?.enter ?? "");
  if (!button) return;
  event.preventDefault();
  button.click();
});

for (const button of document.querySelectorAll("[data-insert]")) button.hidden = false;

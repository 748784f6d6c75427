// Copying: one press takes the words of a place to the clipboard; where the browser gives none, they are selected.
function select(place) {
  const range = document.createRange();
  range.selectNodeContents(place);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

async function copied(place) {
  try {
    await navigator.clipboard.writeText(place.textContent);
    return true;
  } catch { // without TLS there is no clipboard to write to
    select(place);
    return document.execCommand("copy");
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button || !(await copied(document.getElementById(button.dataset.copy)))) return;
  const status = button.parentElement.querySelector("[data-said]");
  status.textContent = status.dataset.said;
});

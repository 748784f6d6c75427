// Who it is about: a name found while typing puts its key into the hidden field; typing on takes it out again.
document.addEventListener("click", (event) => {
  const found = event.target.closest("[data-who]");
  if (!found) return;
  const field = found.closest(".field");
  field.querySelector("input[type=hidden]").value = found.dataset.who;
  const name = field.querySelector("input[type=search]");
  name.value = found.dataset.name;
  field.querySelector("[data-found]").replaceChildren();
  name.focus();
});

document.addEventListener("input", (event) => {
  const hidden = event.target.matches("input[type=search]") && event.target.closest(".field")?.querySelector("input[type=hidden]");
  if (hidden) hidden.value = "";
});

// Enter in the field takes the first who was found, instead of sending the form.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches("input[type=search]")) return;
  const first = event.target.closest(".field")?.querySelector("[data-who]");
  if (!first) return;
  event.preventDefault();
  first.click();
});

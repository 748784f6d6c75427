// Toasts: what was done, with its undo; gone after a while, unless the pointer or the focus rests on them.
const REST = 10_000;
const toasts = document.getElementById("toasts");

function tend() {
  for (const toast of toasts.querySelectorAll(".toast:not([data-tended])")) {
    toast.dataset.tended = "";
    const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, REST) : toast.remove());
    setTimeout(leave, REST);
  }
}

function trouble() {
  const toast = document.createElement("div");
  toast.className = "toast error";
  toast.textContent = document.getElementById("trouble").innerHTML;
  toasts.replaceChildren(toast);
}

new MutationObserver(tend).observe(toasts, { childList: true });
tend();
toasts.addEventListener("click", (event) => event.target.closest("[data-close]")?.closest(".toast").remove());
document.addEventListener("htmx:responseError", trouble);
document.addEventListener("htmx:sendError", trouble);

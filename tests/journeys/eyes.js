// What an eye and a finger would complain of on this page as it stands now: a list of sentences, empty if of nothing.
(phone) => {
  const FINGER = 44, THIN = 2;
  const shown = el => el.checkVisibility({ opacityProperty: false, visibilityProperty: true })
    && el.getClientRects().length && !el.closest(".unseen, .skip") && getComputedStyle(el).clipPath === "none";
  const named = el => `${el.tagName.toLowerCase()}.${el.className} “${(el.innerText || el.value || el.name || "").trim().slice(0, 40)}”`;
  const style = el => getComputedStyle(el);
  const all = what => [...document.querySelectorAll(what)].filter(shown);
  const complaints = [];
  const say = (what, els) => complaints.push(...els.map(el => `${what}: ${named(el)}`));

  if (document.documentElement.scrollWidth > innerWidth) complaints.push(`the page is wider than ${innerWidth}`);

  const scrolls = el => ["auto", "scroll"].includes(style(el).overflowX);
  const written = el => [...el.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const cut = el => el.clientWidth && el.scrollWidth > el.clientWidth + 1 && !scrolls(el);
  say("text is cut", all("body *:not(input, textarea, select, option)").filter(el => written(el) && cut(el)));
  say("a placeholder is cut", all("input[placeholder]").filter(el => {
    const typed = el.value;
    el.value = el.placeholder;
    const over = el.scrollWidth > el.clientWidth + 1;
    el.value = typed;
    return over;
  }));

  const pressed = all("a[href], button, input, select, textarea, summary").filter(el => !el.disabled);
  if (phone) {
    const over = el => getComputedStyle(el, "::after").position === "absolute" && el.closest("li"); // it lies over its row
    const target = el => (["checkbox", "radio"].includes(el.type) && el.closest("label")) || over(el) || el;
    const low = el => style(el).display !== "inline" && target(el).offsetHeight < FINGER; // within a sentence axe looks
    say(`lower than ${FINGER} pixels`, pressed.filter(low));
  }

  const before = document.activeElement;
  const bar = document.querySelector(".places")?.getBoundingClientRect();
  const unseen = [], covered = [];
  for (const el of pressed) {
    el.focus({ focusVisible: true });
    if (document.activeElement !== el) continue;
    const ringed = one => one && style(one).outlineStyle !== "none" && parseFloat(style(one).outlineWidth) >= THIN;
    if (!ringed(el) && !ringed(el.closest("label"))) unseen.push(el);
    const at = el.getBoundingClientRect();
    if (phone && bar && !el.closest(".places, dialog") && at.top >= bar.top) covered.push(el);
  }
  before?.focus?.();
  say("the focus is not seen", unseen);
  say("the focus is behind the bar", covered);
  scrollTo(0, 0);
  return complaints;
}

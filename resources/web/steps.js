// Shows the moments of a map one at a time; without it they stand one below the other.
for (const moments of document.querySelectorAll(".moments")) {
  const figures = [...moments.children];
  if (figures.length < 2) continue;
  const bar = document.createElement("p");
  const place = document.createElement("span");
  place.setAttribute("aria-live", "polite");
  let at = 0;
  const button = (word, step) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = word;
    made.addEventListener("click", () => show(at + step));
    return made;
  };
  const earlier = button(moments.dataset.earlier, -1);
  const later = button(moments.dataset.later, 1);
  const show = (to) => {
    at = Math.min(Math.max(to, 0), figures.length - 1);
    figures.forEach((figure, i) => figure.classList.toggle("aside", i !== at));
    earlier.setAttribute("aria-disabled", at === 0);
    later.setAttribute("aria-disabled", at === figures.length - 1);
    place.textContent = `${at + 1} / ${figures.length}`;
  };
  bar.className = "steps";
  bar.append(earlier, place, later);
  moments.prepend(bar);
  show(0);
}

// Shows the moments of a map one at a time; without it they stand one below the other.
for (const moments of document.querySelectorAll(".moments")) {
  const figures = [...moments.children];
  if (figures.length < 2) continue;
  const bar = document.createElement("p");
  const place = document.createElement("span");
  place.setAttribute("aria-live", "polite");
  let at = 0;
  const show = (to) => {
    at = (to + figures.length) % figures.length;
    figures.forEach((figure, i) => figure.classList.toggle("aside", i !== at));
    place.textContent = `${at + 1} / ${figures.length}`;
  };
  const button = (word, step) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = word;
    made.addEventListener("click", () => show(at + step));
    return made;
  };
  bar.className = "steps";
  bar.append(button(moments.dataset.previous, -1), place, button(moments.dataset.next, 1));
  moments.prepend(bar);
  show(0);
}

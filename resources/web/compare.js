// Lays the second of two compared pictures over the first, uncovered by a slider; without it they
// stand side by side.
for (const pair of document.querySelectorAll(".compared")) {
  const pictures = [...pair.querySelectorAll("img")];
  if (pictures.length !== 2) continue;
  const over = document.createElement("div");
  const slider = document.createElement("input");
  const slide = () => over.style.setProperty("--split", `${slider.value}%`);
  over.className = "over";
  over.append(...pictures);
  Object.assign(slider, { type: "range", min: 0, max: 100, value: 50 });
  slider.setAttribute("aria-label", pair.dataset.says);
  slider.addEventListener("input", slide);
  over.append(slider);
  pair.prepend(over);
  slide();
}

// Shows the moments of a map, or the pictures of a gallery, one at a time; without it they stand one
// below the other. They follow the events that are read, and go on by buttons, by the arrow keys and by
// a swipe; where a page has several, by the keys within each. Keys and swipes on a slider or a film are its
// own.
const FAR_PX = 40;
// Where a page is read from right to left, left is on.
const way = document.documentElement.dir === "rtl" ? -1 : 1;
const taken = (event) => event.target.closest("input, video") !== null;
const all = document.querySelectorAll(".moments, .turning");
for (const moments of all) {
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

  // What a link leads to is shown.
  const follow = () => {
    const named = document.getElementById(location.hash.slice(1));
    const there = figures.findIndex((figure) => figure.contains(named));
    if (there === -1) return;
    show(there);
    named.scrollIntoView();
  };
  addEventListener("hashchange", follow);
  follow();

  (all.length > 1 ? moments : document).addEventListener("keydown", (press) => {
    const step = way * ({ ArrowLeft: -1, ArrowRight: 1 }[press.key] ?? 0);
    if (step && !taken(press) && !(press.altKey || press.ctrlKey || press.metaKey || press.shiftKey)) show(at + step);
  });

  let from = null;
  moments.addEventListener("pointerdown", (touch) => {
    from = touch.pointerType === "mouse" || taken(touch) ? null : touch.clientX;
  });
  moments.addEventListener("pointercancel", () => { from = null; });
  moments.addEventListener("pointerup", (touch) => {
    const across = from === null ? 0 : touch.clientX - from;
    from = null;
    if (Math.abs(across) > FAR_PX) show(at + (across * way < 0 ? 1 : -1));
  });

  // The last event that has come up to where it is read: of it the map tells.
  const events = [...document.querySelectorAll("[data-figure]")];
  let read = null;
  document.addEventListener("scroll", () => {
    const line = innerHeight * 0.75;
    const passed = events.filter((event) => event.getBoundingClientRect().top < line);
    const now = passed.length ? passed[passed.length - 1] : null;
    if (now && now !== read) show(Number(now.dataset.figure));
    read = now;
  }, { passive: true });
}

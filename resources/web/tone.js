// Pages light or dark, as the reader has chosen; without it they are dark.
const KEY = "tone";
const root = document.documentElement;
const kept = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
const keep = (tone) => { try { localStorage.setItem(KEY, tone); } catch { /* a folder may keep nothing */ } };
const take = (tone) => { root.dataset.tone = tone === "light" ? "light" : "dark"; };
take(kept());
addEventListener("DOMContentLoaded", () => {
  const site = document.querySelector("header");
  if (!site) return;
  const words = { light: root.dataset.light, dark: root.dataset.dark };
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tone";
  const say = () => { button.textContent = words[root.dataset.tone === "light" ? "dark" : "light"]; };
  button.addEventListener("click", () => {
    take(root.dataset.tone === "light" ? "dark" : "light");
    keep(root.dataset.tone);
    say();
  });
  say();
  site.append(button);
});

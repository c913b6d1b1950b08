// Lays "before" and "after" on one another, with a slider that any hand, key or screen reader can move.
const MIDDLE = 50;

for (const pair of document.querySelectorAll(".compare")) {
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = "100";
  slider.setAttribute("aria-label", pair.dataset.label);
  slider.value = String(MIDDLE);
  const cut = () => pair.style.setProperty("--cut", `${slider.value}%`);
  slider.addEventListener("input", cut);
  pair.after(slider);
  pair.classList.add("live");
  cut();
}

// What appears over the conversation: toasts, alerts, questions, the menu, the photo viewer.
import { button, byId, el, icon } from "./dom.js";
import { word } from "./words.js";

const TOAST_MS = 5000;
const PER_LETTER_MS = 60;
let fading;

export function toast(text) {
  const node = byId("toast");
  clearTimeout(fading);
  node.textContent = text;
  fading = setTimeout(() => { node.textContent = ""; }, TOAST_MS + text.length * PER_LETTER_MS);
}

// It has been read when the next thing is pressed.
document.addEventListener("click", () => { byId("toast").textContent = ""; }, true);

export const toastWord = (key) => toast(word(key));

function open(props, ...children) {
  const box = el("dialog", props, ...children);
  const before = document.activeElement;
  const close = () => {
    box.remove();
    if (before && before.isConnected) before.focus();
  };
  box.addEventListener("close", close);
  box.addEventListener("click", (event) => { if (event.target === box) shut(box); });
  document.body.append(box);
  // Old webviews lack showModal: there the box is shown by the style sheet alone.
  if (box.showModal) box.showModal();
  else box.setAttribute("open", "");
  return box;
}

function shut(box) {
  if (box.close) box.close();
  else box.dispatchEvent(new Event("close"));
}

export function alertBox(text) {
  const box = open({ class: "box", role: "alertdialog", "aria-labelledby": "alert-words" }, el("p", { id: "alert-words", dir: "auto" }, text));
  const ok = button({ class: "key strong", word: "ok", onclick: () => shut(box) });
  box.append(ok);
  ok.focus();
}

export function ask(question, yes, act) {
  const box = open({ class: "box", label: yes }, el("p", { word: question }));
  box.append(
    button({ class: "key strong", word: yes, onclick: () => { shut(box); act(); } }),
    button({ class: "key", word: "cancel", onclick: () => shut(box) }),
  );
}

export function menu(commands, say, leave) {
  const box = open({ class: "sheet", label: "commands" });
  const choose = (act) => () => { shut(box); act(); };
  box.append(
    el("div", { class: "sheet-head" }, el("h2", { word: "commands" }), button({ class: "round", label: "close", onclick: () => shut(box) }, icon("close"))),
    el("ul", {}, ...commands.map(({ command, description }) => el("li", {}, button({ class: "line", onclick: choose(() => say(`/${command}`)) },
      el("span", { dir: "auto" }, description), el("bdi", { class: "small", dir: "ltr" }, `/${command}`))))),
    button({ class: "line quiet", word: "leave", onclick: choose(leave) }),
  );
  box.querySelector("button").focus();
}

export function viewer(photos, start) {
  let index = start;
  const image = el("img", { alt: word("photo") });
  const count = el("span", { class: "small", dir: "ltr" });
  const box = open({ class: "viewer", label: "photo" }, image);
  const turn = (step) => {
    index = (index + step + photos.length) % photos.length;
    image.src = photos[index].url;
    count.textContent = photos.length > 1 ? `${index + 1} / ${photos.length}` : "";
  };
  const bar = el("div", { class: "viewer-bar" });
  if (photos.length > 1) bar.append(button({ class: "round back", label: "previous", onclick: () => turn(-1) }, icon("next")), count, button({ class: "round", label: "next", onclick: () => turn(1) }, icon("next")));
  const close = button({ class: "round", label: "close", onclick: () => shut(box) }, icon("close"));
  bar.append(close);
  box.append(bar);
  image.addEventListener("click", () => shut(box));
  box.addEventListener("keydown", (event) => {
    const forward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (event.key === "ArrowLeft" || event.key === "ArrowRight") turn(event.key === forward ? 1 : -1);
  });
  turn(0);
  close.focus();
}

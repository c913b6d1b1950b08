// The few ways this page makes elements. Never from markup: what people write stays text.
import { word } from "./words.js";

// `props`: `word` and `label` name sentences that follow the language; `on…` are listeners.
export function el(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "word") { node.dataset.word = value; node.textContent = word(value); }
    else if (key === "label") { node.dataset.label = value; node.setAttribute("aria-label", word(value)); }
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function button(props, ...children) {
  return el("button", { type: "button", ...props }, ...children);
}

export const byId = (id) => document.getElementById(id);

const STROKES = {
  menu: "M4 7h16M4 12h16M4 17h16",
  send: "M4 12h15M13 6l6 6-6 6",
  photo: "M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 0 .01 0z",
  voice: "M12 3a3 3 0 0 0-3 3v6a3 3 0 0 0 6 0V6a3 3 0 0 0-3-3zM6 11v1a6 6 0 0 0 12 0v-1M12 18v3",
  place: "M12 21c5-6 7-9 7-12a7 7 0 0 0-14 0c0 3 2 6 7 12zM12 7a2 2 0 1 0 .01 0z",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  close: "M6 6l12 12M18 6L6 18",
  trash: "M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13",
  stop: "M7 7h10v10H7z",
  clock: "M12 4a8 8 0 1 0 .01 0zM12 8v4l3 2",
  tick: "M5 13l4 4L19 7",
  warn: "M12 4l9 16H3zM12 10v4M12 17v.5",
  next: "M9 5l7 7-7 7",
  down: "M12 5v14M6 13l6 6 6-6",
};

// Arrows that point along the reading direction are mirrored by the style sheet.
export function icon(name) {
  const make = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
  const svg = make("svg");
  const path = make("path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", name === "send" || name === "next" ? "icon mirror" : "icon");
  path.setAttribute("d", STROKES[name]);
  svg.append(path);
  return svg;
}

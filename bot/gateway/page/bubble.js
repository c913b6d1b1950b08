// Draws one row of the conversation: a message, or an album of several.
import { clock, minutes } from "./dates.js";
import { button, el, icon } from "./dom.js";
import { link, rich, safeUrl } from "./entities.js";
import { direction, htmlLang } from "./words.js";

const START = /^\/start\s.*/s;

// `acts`: say(text), press(button, message), view(photos, index), find(id) → message or undefined, reach(id).
export function bubble(messages, acts) {
  const first = messages[0];
  const mine = first.from === "me";
  const last = messages[messages.length - 1];
  const box = el("div", { class: `bubble ${mine ? "mine" : "theirs"}`, lang: first.lang && htmlLang(first.lang), dir: first.lang && direction(first.lang) });
  if (first.reply_to && acts.find(first.reply_to)) box.append(quote(acts.find(first.reply_to), acts));
  const photos = messages.filter((message) => message.photo).map((message) => message.photo);
  if (photos.length) box.append(grid(photos, acts));
  messages.forEach((message) => box.append(...body(message, mine, acts)));
  box.append(foot(messages, last, mine));
  const keys = messages.filter((message) => message.buttons && message.buttons.length);
  return keys.length ? [box, ...keys.map((message) => keyboard(message, acts))] : [box];
}

function body(message, mine, acts) {
  const parts = [];
  if (message.voice) {
    parts.push(el("audio", { controls: true, preload: "none", src: message.voice.url, label: "voice" }));
    if (message.voice.duration) parts.push(el("span", { class: "small" }, minutes(message.voice.duration)));
  }
  if (message.document) parts.push(paper(message.document));
  if (message.location) parts.push(spot(message.location));
  // The code behind /start is for the machine; people see what they did.
  const text = mine ? (message.text || "").replace(START, "/start") : message.text;
  if (text) {
    const dir = message.lang && !mine ? direction(message.lang) : "auto";
    parts.push(el("div", { class: "text", dir }, ...rich(text, text === message.text ? message.entities : [], mine ? null : acts.say)));
  }
  return parts;
}

function grid(photos, acts) {
  const box = el("div", { class: photos.length > 1 ? "album" : "single" });
  photos.forEach((photo, index) => {
    const image = el("img", { src: photo.thumb && photos.length > 1 ? photo.thumb : photo.url, alt: "", loading: "lazy", decoding: "async" });
    const open = button({ class: "photo", label: "view_photo", onclick: () => acts.view(photos, index) }, image);
    // Room is kept before the picture arrives, so that nothing jumps under a finger.
    if (photos.length === 1 && photo.width && photo.height) open.style.aspectRatio = `${photo.width} / ${photo.height}`;
    box.append(open);
  });
  return box;
}

function paper({ url, name, size }) {
  const shown = size < 1024 * 1024 ? `${Math.max(1, Math.round(size / 1024))} kB` : `${(size / 1048576).toFixed(1)} MB`;
  const inside = [icon("file"), el("bdi", {}, name || "—"), el("span", { class: "small", dir: "ltr" }, size ? shown : "")];
  if (!url) return el("div", { class: "paper" }, ...inside); // only its name was kept
  return el("a", { class: "paper", href: url, download: name || "", target: "_blank", rel: "noopener" }, ...inside);
}

// geo: opens the phone's own map; elsewhere only a page can show one.
function spot({ latitude, longitude }) {
  const at = `${latitude.toFixed(5)},${longitude.toFixed(5)}`;
  const href = /Android/.test(navigator.userAgent) ? `geo:${at}?q=${at}`
    : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
  const node = link(href, icon("place"), el("span", { word: "map" }), el("span", { class: "small", dir: "ltr" }, at));
  node.classList.add("paper");
  return node;
}

function quote(message, acts) {
  const words = message.text ? message.text.slice(0, 80) : "…";
  return button({ class: "quote", dir: "auto", onclick: () => acts.reach(message.id) }, words);
}

function foot(messages, last, mine) {
  const line = el("div", { class: "foot" });
  const given = messages.map((message) => message.reaction).filter(Boolean);
  if (given.length) line.append(el("span", { class: "reaction" }, given.join("")));
  line.append(el("time", { datetime: new Date(last.date).toISOString(), dir: "ltr" }, clock(last.date)));
  if (mine) line.append(icon("tick"), el("span", { class: "unseen", word: "sent" }));
  return line;
}

function keyboard(message, acts) {
  const board = el("div", { class: "keys", lang: message.lang && htmlLang(message.lang), dir: message.lang && direction(message.lang) });
  message.buttons.forEach((row) => board.append(el("div", { class: "keyrow" }, ...row.map((key) => keyOf(key, message, acts)))));
  return board;
}

// A link to this page that only says how large its letters should be.
export function sizeIn(url) {
  const found = /#look-(normal|large|largest)$/.exec(url);
  return found && found[1];
}

function keyOf(key, message, acts) {
  const words = el("span", { dir: "auto" }, key.text);
  const size = key.url && sizeIn(key.url);
  if (size) {
    const node = button({ class: "key" }, words);
    node.addEventListener("click", () => acts.size(size));
    return node;
  }
  if (key.url) {
    const safe = safeUrl(key.url);
    if (!safe) return words;
    const node = link(safe, words);
    node.classList.add("key");
    return node;
  }
  if (!key.data) return words;
  const node = button({ class: "key" }, words);
  node.addEventListener("click", () => acts.press(node, message.id, key.data));
  return node;
}

// A message on its way: a clock, or the reason it did not leave and a tap to send it again.
export function pendingBubble(item, acts) {
  const box = el("div", { class: "bubble mine" });
  if (item.previews) {
    box.append(el("div", { class: item.previews.length > 1 ? "album" : "single" },
      ...item.previews.map((src) => el("span", { class: "photo" }, el("img", { src, alt: "" })))));
  }
  if (item.location) box.append(spot(item.location));
  if (item.kind === "voice") box.append(el("div", { word: "voice" }));
  if (item.kind === "document") item.names.forEach((name) => box.append(el("div", { class: "paper" }, icon("file"), el("bdi", {}, name))));
  if (item.text) box.append(el("div", { class: "text", dir: "auto" }, item.text.replace(START, "/start")));
  if (item.reason) {
    box.append(button({ class: "retry", onclick: () => acts.retry(item) }, icon("warn"), el("span", { word: item.reason })));
  } else {
    box.append(el("div", { class: "foot" }, el("span", { word: "sending" }), icon("clock")));
  }
  if (item.unkept) box.append(el("p", { class: "small", word: "keep_open" }));
  return box;
}

// Turns a message's text and its entities into nodes; offsets are UTF-16 units, as in JavaScript.
import { button, el } from "./dom.js";
import { spoken } from "./words.js";

const SAFE_URL = /^(https?:|mailto:|tel:|\/(?!\/))/i;
const COMMAND = /(^|[^\w/.:#?=&%-])(\/[a-z0-9_]{1,32})(?![\w/.])/gi;
const TAGS = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote", expandable_blockquote: "blockquote" };
const OPAQUE = ["code", "pre", "url", "text_link", "bot_command", "email", "phone_number"];

// A link only when its scheme cannot run anything; otherwise null.
export function safeUrl(url) {
  const trimmed = String(url || "").trim();
  if (SAFE_URL.test(trimmed)) return trimmed;
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(trimmed) ? `https://${trimmed}` : null;
}

// `say` is called with a tapped /command; without it (a person's own words) commands stay text.
export function rich(text, entities, say) {
  const marks = (entities || []).map((entity) => ({ ...entity, end: Math.min(entity.offset + entity.length, text.length) }))
    .filter((entity) => entity.offset >= 0 && entity.end > entity.offset);
  if (say) marks.push(...commands(text, marks));
  marks.sort((one, other) => one.offset - other.offset || other.end - one.end);
  return nodes(text, 0, text.length, marks, say);
}

function commands(text, marks) {
  const found = [];
  for (let hit; (hit = COMMAND.exec(text));) {
    const offset = hit.index + hit[1].length;
    const end = offset + hit[2].length;
    const taken = marks.some((mark) => OPAQUE.includes(mark.type) && mark.offset < end && offset < mark.end);
    if (!taken) found.push({ type: "bot_command", offset, end });
    COMMAND.lastIndex = end;
  }
  return found;
}

function nodes(text, start, end, marks, say) {
  const made = [];
  let at = start;
  for (let i = 0; i < marks.length;) {
    const mark = marks[i];
    const inside = [];
    let next = i + 1;
    while (next < marks.length && marks[next].offset < mark.end) inside.push(marks[next++]);
    const stop = Math.min(mark.end, end);
    if (mark.offset > at) made.push(text.slice(at, mark.offset));
    const inner = nodes(text, mark.offset, stop, inside.map((one) => ({ ...one, end: Math.min(one.end, stop) })), say);
    made.push(wrap(mark, text.slice(mark.offset, stop), inner, say));
    at = stop;
    i = next;
  }
  if (at < end) made.push(text.slice(at, end));
  return made;
}

function wrap(mark, words, inner, say) {
  if (TAGS[mark.type]) return el(TAGS[mark.type], {}, ...inner);
  if (mark.type === "spoiler") return spoiler(inner);
  if (mark.type === "bot_command" && say) return button({ class: "command", dir: "ltr", onclick: () => say(words) }, words);
  const href = { text_link: mark.url, url: words, email: `mailto:${words}`, phone_number: `tel:${words.replace(/[^\d+]/g, "")}` }[mark.type];
  const safe = href && safeUrl(href);
  if (safe) return link(safe, ...inner);
  return el("span", {}, ...inner);
}

export function link(href, ...children) {
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", onclick: inLanguage }, ...children);
}

// A page beside this one would ask the browser for a language. Only when it is opened: an address that is copied
// to pass on says nothing of who passed it on.
function inLanguage({ currentTarget: node }) {
  const url = new URL(node.href);
  if (url.origin !== location.origin || url.pathname === location.pathname) return;
  if (!url.searchParams.has("lang")) url.searchParams.set("lang", spoken());
  node.href = url.href;
  setTimeout(() => { url.searchParams.delete("lang"); node.href = url.href; });
}

function spoiler(inner) {
  const words = el("span", { class: "hidden-words", "aria-hidden": "true" }, ...inner);
  const cover = button({ class: "spoiler", label: "spoiler" }, words);
  cover.addEventListener("click", () => cover.replaceWith(el("span", {}, ...words.childNodes)));
  return cover;
}

// Opens the chat and joins its parts; nothing else starts anything.
import { sizeIn } from "./bubble.js";
import { Composer } from "./composer.js";
import * as dialogs from "./dialogs.js";
import { button, byId, el, icon } from "./dom.js";
import { Events } from "./events.js";
import { Kept } from "./kept.js";
import { Log } from "./log.js";
import { forgetAll, recall, remember } from "./memory.js";
import { Outgoing } from "./outgoing.js";
import { Presses } from "./presses.js";
import * as server from "./server.js";
import { dress, speak, spoken } from "./words.js";

const CODE = /^#([A-Za-z0-9_-]{1,64})$/;
const SIZES = ["normal", "large", "largest"];
const TYPING_MS = 6000;
const AGAIN_MS = 3000;
const DOWN_MS = 2000; // a dropped stream that is back within this is nobody's business

let events;
let more = false;
let loading = false;
let missed = null; // what happens while the history is read again

const presses = new Presses(() => events && events.expectAnswer());
const log = new Log({
  say: (text) => composer.say(text),
  press: (node, message, data) => {
    if (node.getAttribute("aria-disabled") !== "true") presses.press(node, message, data);
  },
  view: dialogs.viewer,
  retry: (item) => outgoing.retry(item),
  size: grow,
  older: loadOlder,
});
const kept = new Kept();
const outgoing = new Outgoing(
  kept,
  (item) => log.pend(item),
  (item, messages) => {
    log.unpend(item.txn);
    log.add(messages);
    (item.previews || []).forEach((url) => URL.revokeObjectURL(url));
    if (events) events.expectAnswer();
  },
);
const composer = new Composer(outgoing, kept);

// A code in the address is used once, then gone from the bar, history and screenshots.
function takeCode() {
  const look = sizeIn(location.hash);
  if (look) {
    history.replaceState(null, "", location.pathname + location.search);
    size(look);
    return null;
  }
  const found = CODE.exec(location.hash);
  if (found) history.replaceState(null, "", location.pathname + location.search);
  return found && found[1];
}

async function begin() {
  if (navigator.cookieEnabled === false) return notOpened("no_cookies");
  const code = takeCode();
  try {
    const early = recall("met", false) ? server.earlyHistory() : null;
    const me = await server.open(spoken());
    remember("met", true);
    if (me.bot && me.bot.first_name) name(me.bot.first_name);
    const page = (await early) || (await server.firstHistory());
    more = page.more;
    speakAs(page.language);
    log.add(page.messages);
    byId("older").hidden = !more;
    byId("opening").remove();
    byId("log").setAttribute("aria-busy", "false");
    log.toEnd();
    const greeting = log.empty ? "/start" : null;
    const left = await kept.of(me.me);
    composer.restore(left.drafts);
    const arrived = new Set(page.messages.map((message) => message.txn));
    outgoing.begin(me.me, arrived, code ? `/start ${code}` : greeting, left.items);
    events = new Events(page.cursor, hear, connected);
  } catch (failure) {
    if (!failure.code) throw failure;
    if (code) history.replaceState(null, "", `#${code}`);
    // Trying again would make one more person of her each time.
    if (failure.code === "no_session") notOpened("no_cookies");
    else notOpened(failure.code === "slow_down" ? "many_open" : "cannot_open", Math.max(AGAIN_MS, failure.retryAfter * 1000));
  }
}

// Without a time it waits for her.
function notOpened(word, again = 0) {
  byId("opening").replaceChildren(el("span", { word }), button({ class: "key", word: "again", onclick: () => location.reload() }));
  delete byId("opening").dataset.word;
  if (again) setTimeout(begin, again);
}

function name(words) {
  byId("name").textContent = words;
  byId("typist").textContent = words;
  document.title = words;
}

function hear(type, data) {
  if (missed) missed.push([type, data]);
  else if (type === "message") {
    log.add([data]);
    if (data.from === "bot") byId("typing").hidden = true;
  } else if (type === "edit") {
    presses.release(data.id);
    log.edit(data);
  } else if (type === "delete") {
    log.remove(data.ids);
  } else if (type === "typing") showTyping();
  else if (type === "toast") presses.hearToast(data);
  else if (type === "reaction") log.react(data.message_id, data.emoji);
  else if (type === "language") speakAs(data.language);
  else if (type === "reset") reread();
}

// The language that was chosen in the chat; none where the bot has not said it.
function speakAs(code) {
  speak(code);
  log.chips();
  composer.grow();
}

// The server no longer has what happened in between, only how things are now.
async function reread() {
  missed = missed || [];
  const page = await server.history(null).catch(() => null);
  if (!page) return setTimeout(reread, AGAIN_MS);
  more = page.more;
  speakAs(page.language);
  log.clear();
  log.add(page.messages);
  byId("older").hidden = !more;
  const since = missed;
  missed = null;
  since.forEach(([type, data]) => hear(type, data));
  log.toEnd();
}

let typingTimer;
function showTyping() {
  byId("typing").hidden = false;
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => { byId("typing").hidden = true; }, TYPING_MS);
}

let downTimer;
let broken = false;
function connected(up) {
  // An answer that was under way when the line went says nothing about the line.
  const works = up && navigator.onLine !== false;
  if (works === !broken) return;
  broken = !works;
  clearTimeout(downTimer);
  if (broken) downTimer = setTimeout(() => banner(true), navigator.onLine === false ? 0 : DOWN_MS);
  else {
    banner(false);
    outgoing.wake();
  }
}

function banner(shown) {
  const node = byId("offline");
  if (shown !== node.hasChildNodes()) node.replaceChildren(...(shown ? [el("span", { word: "offline" })] : []));
}

async function loadOlder() {
  if (!more || loading) return;
  loading = true;
  try {
    const page = await server.history(log.oldest);
    more = page.more;
    log.prepend(page.messages);
    byId("older").hidden = !more;
  } catch (_) {
    // The button stays: scrolling again, or pressing it, tries again.
  } finally {
    loading = false;
  }
}

async function showMenu() {
  try {
    dialogs.menu(await server.commands(), (text) => composer.say(text), () => dialogs.ask("leave_sure", "leave", leave));
  } catch (failure) {
    dialogs.toastWord(failure.code === "offline" ? "no_press" : failure.code);
  }
}

async function leave() {
  try {
    await server.leave();
  } catch (_) {
    return dialogs.toastWord("no_press");
  }
  outgoing.stop();
  forgetAll();
  await kept.clear();
  const gone = el("main", { class: "gone" }, el("p", { word: "left" }), button({ class: "key strong", word: "open_again", onclick: () => location.reload() }));
  document.body.replaceChildren(gone);
  if (events) events.stop();
}

// Everything keeps its place while the letters grow.
function grow(letters) {
  size(letters);
  log.toEnd();
  composer.grow();
}

function size(letters) {
  SIZES.slice(1).forEach((one) => document.documentElement.classList.toggle(one, one === letters));
  remember("size", letters);
}

// iOS lays its keyboard over the page instead of making it smaller.
function fit() {
  const view = window.visualViewport;
  if (view && view.scale === 1) document.documentElement.style.setProperty("--height", `${view.height}px`);
}

function wire() {
  const icons = { menu: "menu", send: "send", photo: "photo", speak: "voice", place: "place", file: "file", pill: "down" };
  Object.entries(icons).forEach(([id, shape]) => byId(id).prepend(icon(shape)));
  byId("menu").addEventListener("click", showMenu);
  byId("older").addEventListener("click", loadOlder);
  byId("pill").addEventListener("click", () => log.toEnd());
  byId("size").addEventListener("click", () => grow(SIZES[(SIZES.indexOf(recall("size", "normal")) + 1) % SIZES.length]));
  addEventListener("hashchange", () => {
    const code = takeCode();
    if (code) outgoing.say(`/start ${code}`);
  });
  addEventListener("offline", () => connected(false));
  addEventListener("online", () => { outgoing.wake(); connected(true); });
  if (window.visualViewport) visualViewport.addEventListener("resize", fit);
  fit();
}

// Heard by old.js, which leads everybody else to a page without scripts.
document.documentElement.dataset.page = "awake";
dress();
speak(spoken());
size(recall("size", "normal"));
wire();
begin().catch((error) => {
  // Something is missing here that the page cannot do without.
  document.documentElement.dataset.page = "old";
  throw error;
});

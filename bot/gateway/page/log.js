// The conversation on the screen: rows in order, day chips, scrolling, messages still on their way.
import { bubble, pendingBubble } from "./bubble.js";
import { day, sameDay } from "./dates.js";
import { byId, el } from "./dom.js";

const NEAR_END_PX = 120;
const NEAR_START_PX = 300;

export class Log {
  constructor(acts) {
    this.acts = { ...acts, find: (id) => this.find(id), reach: (id) => this.reach(id) };
    this.root = byId("log");
    this.list = byId("rows");
    this.waiting = byId("pending");
    this.rows = []; // {messages, node}, by the id of the first message
    this.byMessage = new Map();
    this.pending = new Map(); // txn → node
    this.root.addEventListener("scroll", () => this.scrolled(), { passive: true });
    // A keyboard that slides up or a picture that arrives must not hide the newest words, and what is being read or
    // pressed stays where it is while a line above the conversation comes and goes.
    if (window.ResizeObserver) {
      const tall = () => this.root.getBoundingClientRect().height;
      let height = tall();
      const keep = new ResizeObserver(() => {
        const grown = tall() - height;
        height += grown;
        if (this.atEnd) this.toEnd();
        else if (grown) this.root.scrollTop -= grown;
      });
      [this.root, this.list, this.waiting].forEach((node) => keep.observe(node));
    }
    this.atEnd = true;
  }

  get empty() { return this.rows.length === 0; }
  get oldest() { return this.rows.length ? this.rows[0].messages[0].id : null; }
  find(id) {
    const row = this.byMessage.get(id);
    return row && row.messages.find((message) => message.id === id);
  }

  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.root;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    if (this.atEnd) byId("pill").hidden = true;
    if (scrollTop < NEAR_START_PX) this.acts.older();
  }

  toEnd() {
    this.root.scrollTop = this.root.scrollHeight;
    byId("pill").hidden = true;
    this.atEnd = true;
  }

  reach(id) {
    const row = this.byMessage.get(id);
    if (row) row.node.scrollIntoView({ block: "center" });
  }

  prepend(messages) {
    const height = this.root.scrollHeight;
    messages.forEach((message) => this.put(message));
    this.chips();
    this.root.scrollTop += this.root.scrollHeight - height;
  }

  add(messages) {
    const stay = this.atEnd;
    const fresh = messages.filter((message) => !this.byMessage.has(message.id));
    messages.forEach((message) => this.put(message));
    this.chips();
    this.settled(messages);
    if (stay || fresh.some((message) => message.from === "me")) this.toEnd();
    else if (fresh.some((message) => message.from === "bot")) byId("pill").hidden = false;
  }

  put(message) {
    const known = this.byMessage.get(message.id);
    if (known) return this.replace(known, message);
    const mates = message.album && this.rows.find((row) => row.messages[0].album === message.album && row.messages[0].from === message.from);
    if (mates) {
      mates.messages.push(message);
      mates.messages.sort((one, other) => one.id - other.id);
      this.byMessage.set(message.id, mates);
      return this.draw(mates);
    }
    const row = { messages: [message], node: el("div", { class: "row" }) };
    let at = this.rows.length;
    while (at > 0 && this.rows[at - 1].messages[0].id > message.id) at -= 1;
    this.list.insertBefore(row.node, at < this.rows.length ? this.rows[at].node : null);
    this.rows.splice(at, 0, row);
    this.byMessage.set(message.id, row);
    return this.draw(row);
  }

  replace(row, message) {
    const at = row.messages.findIndex((one) => one.id === message.id);
    if (JSON.stringify(row.messages[at]) === JSON.stringify(message)) return;
    row.messages[at] = { reaction: row.messages[at].reaction, ...message };
    this.draw(row);
  }

  draw(row) {
    const keys = [...row.node.querySelectorAll("button, a")];
    const held = keys.indexOf(document.activeElement);
    const chip = row.node.querySelector(".day");
    row.node.className = `row ${row.messages[0].from === "me" ? "of-me" : "of-bot"}`;
    row.node.replaceChildren(...(chip ? [chip] : []), ...bubble(row.messages, this.acts));
    if (held < 0) return;
    // An edit in place must not throw a keyboard user back to the top of the page.
    const now = [...row.node.querySelectorAll("button, a")];
    (now[Math.min(held, now.length - 1)] || this.root).focus({ preventScroll: true });
  }

  edit(message) {
    const stay = this.atEnd;
    this.put(message);
    this.chips();
    if (stay) this.toEnd();
  }

  remove(ids) {
    ids.forEach((id) => {
      const row = this.byMessage.get(id);
      if (!row) return;
      this.byMessage.delete(id);
      row.messages = row.messages.filter((message) => message.id !== id);
      if (row.messages.length) return this.draw(row);
      row.node.remove();
      this.rows.splice(this.rows.indexOf(row), 1);
    });
    this.chips();
  }

  react(id, emoji) {
    const message = this.find(id);
    if (message) this.replace(this.byMessage.get(id), { ...message, reaction: emoji });
  }

  chips() {
    let before = null;
    this.rows.forEach(({ messages: [first], node }) => {
      const chip = node.querySelector(".day");
      if (before !== null && sameDay(before, first.date)) {
        if (chip) chip.remove();
      } else if (chip) {
        chip.textContent = day(first.date);
      } else {
        node.prepend(el("p", { class: "day" }, day(first.date)));
      }
      before = first.date;
    });
  }

  pend(item) {
    // `kept`: it would survive a reload; words always do.
    const kept = !item.files || item.kept;
    const node = el("div", { class: kept ? "row of-me kept" : "row of-me" }, pendingBubble(item, this.acts));
    const old = this.pending.get(item.txn);
    if (old) old.replaceWith(node);
    else this.waiting.append(node);
    this.pending.set(item.txn, node);
    if (!old || this.atEnd) this.toEnd();
  }

  unpend(txn) {
    const node = this.pending.get(txn);
    if (node) node.remove();
    this.pending.delete(txn);
  }

  // An echo may overtake the answer: the one that comes first takes the waiting bubble's place.
  settled(messages) {
    messages.forEach((message) => { if (message.txn) this.unpend(message.txn); });
  }

  // What is still on its way stays.
  clear() {
    this.list.replaceChildren();
    this.rows = [];
    this.byMessage.clear();
  }
}

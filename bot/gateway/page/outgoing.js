// What the person sent and the server does not have yet: in order, repeated safely, never doubled.
import { recall, remember } from "./memory.js";
import * as server from "./server.js";

const KEPT = 5;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30000;
const HOPELESS = ["too_large", "wrong_kind", "forbidden"];
const KNOWN_MS = 29 * 86400000; // the server knows a txn for thirty days: what is older only a tap sends

export class Outgoing {
  // `show(item)` draws it as waiting; `done(item, messages)` when the server has it.
  constructor(kept, show, done) {
    this.kept = kept;
    this.show = show;
    this.done = done;
    this.items = [];
    this.earlier = recall("unsent", []); // words and places of an earlier visit
    this.me = null;
    this.wait = FIRST_WAIT_MS;
    this.busy = true; // nothing leaves before the chat is open
  }

  get texts() { return [...this.earlier, ...this.items.filter((item) => !item.files)]; }
  get full() { return this.texts.length >= KEPT; }

  // `arrived` are the txns the server already knows; `opening`, if any, goes before what was typed meanwhile.
  // `files` are what this visitor's pictures and voices were kept as; what was given to the page before it was open is
  // among them, and goes once.
  begin(me, arrived, opening, files) {
    const meanwhile = this.items;
    files = files.filter(({ txn }) => !meanwhile.some((item) => item.txn === txn));
    const first = [...this.earlier, ...files.map(shown)].filter(({ txn }) => !arrived.has(txn)).sort((one, other) => (one.at || 0) - (other.at || 0));
    if (opening && (opening !== "/start" || !first.length)) first.push({ text: opening });
    this.me = me;
    this.items = [];
    this.earlier = [];
    first.forEach((item) => this.add(item.kind ? item : { ...item, kind: "text" }));
    this.items.push(...meanwhile);
    meanwhile.forEach((item) => this.keepFiles(item));
    files.filter(({ txn }) => arrived.has(txn)).forEach(({ txn }) => this.kept.drop(txn));
    this.keep();
    this.busy = false;
    this.pump();
  }

  say(text) { this.add({ kind: "text", text }); }
  locate(location) { this.add({ kind: "location", location }); }

  // `instead` are keys of what was kept until it was sent.
  add(item, instead = []) {
    const whole = { txn: server.newTxn(), at: Date.now(), reason: null, stuck: false, ...item };
    if (Date.now() - whole.at > KNOWN_MS) Object.assign(whole, { stuck: true, reason: "not_sent" });
    this.items.push(whole);
    this.keep();
    if (!whole.keeping) this.keepFiles(whole, instead);
    this.show(whole);
    this.pump();
  }

  keep() {
    remember("unsent", this.texts.slice(-KEPT).map(({ txn, at, kind, text, location }) => ({ txn, at, kind, text, location })));
  }

  keepFiles(item, instead = []) {
    if (!item.files) return;
    const { txn, at, kind, text, duration, names } = item;
    item.keeping = Promise.all(item.files).then(async (files) => {
      item.unkept = !(await this.kept.put(txn, { me: this.me, txn, at, kind, text, duration, names, files }, instead));
      item.kept = !item.unkept;
      if (this.items.includes(item)) this.show(item);
    });
  }

  retry(item) {
    item.stuck = false;
    item.reason = null;
    this.show(item);
    this.wake();
  }

  wake() {
    clearTimeout(this.timer);
    this.wait = FIRST_WAIT_MS;
    this.pump();
  }

  // After leaving nothing more may go out under whoever opens this phone next.
  stop() {
    clearTimeout(this.timer);
    this.items = [];
  }

  later(ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.pump(), ms);
  }

  async pump() {
    if (this.busy) return;
    const item = this.items.find((one) => !one.stuck);
    if (!item) return;
    this.busy = true;
    try {
      const { messages } = await this.carry(item);
      this.items = this.items.filter((one) => one !== item);
      this.keep();
      // What was still being kept must not come back later.
      if (item.keeping) item.keeping.then(() => this.kept.drop(item.txn));
      this.wait = FIRST_WAIT_MS;
      this.done(item, messages);
    } catch (failure) {
      if (!this.postpone(item, failure)) return;
    } finally {
      this.busy = false;
    }
    this.pump();
  }

  // True when the next item may go: a broken line stops all, a refusal only this one.
  postpone(item, failure) {
    const code = failure.code || "offline";
    if (code === "offline" || code === "slow_down" || code === "no_session") {
      const said = code === "slow_down" ? [] : this.items.filter((one) => !one.stuck && !one.reason);
      said.forEach((one) => {
        one.reason = "not_sent";
        this.show(one);
      });
      this.later(failure.retryAfter ? failure.retryAfter * 1000 : this.wait);
      this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
      return false;
    }
    item.stuck = true;
    item.reason = code === "old_button" ? "not_sent" : code;
    // Asking again on the next visit would be as much in vain.
    if (HOPELESS.includes(code) && item.keeping) item.keeping.then(() => this.kept.drop(item.txn));
    this.show(item);
    return true;
  }

  async carry({ txn, kind, text, location, files, duration }) {
    if (kind === "text") return server.sendJson({ txn, text });
    if (kind === "location") return server.sendJson({ txn, location });
    return server.sendFiles({ txn, kind, text, duration, files: await Promise.all(files) });
  }
}

const shown = (item) => ({
  ...item, keeping: Promise.resolve(), kept: true, previews: item.kind === "photo" ? item.files.map((file) => URL.createObjectURL(file)) : undefined,
});

// What the person sent and the server does not have yet: in order, repeated safely, never doubled.
import { recall, remember } from "./memory.js";
import * as server from "./server.js";

const KEPT = 5;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30000;

export class Outgoing {
  // `show(item)` draws it as waiting; `done(item, messages)` when the server has it.
  constructor(show, done) {
    this.show = show;
    this.done = done;
    this.items = [];
    this.earlier = recall("unsent", []); // words of an earlier visit
    this.wait = FIRST_WAIT_MS;
    this.busy = true; // nothing leaves before the chat is open
  }

  get texts() { return [...this.earlier, ...this.items.filter((item) => item.kind === "text")]; }
  get full() { return this.texts.length >= KEPT; }

  // `arrived` are the txns the server already knows; `opening`, if any, goes before what was typed meanwhile.
  begin(arrived, opening) {
    const meanwhile = this.items;
    const first = this.earlier.filter(({ txn }) => !arrived.has(txn));
    if (opening && (opening !== "/start" || !first.length)) first.push({ text: opening });
    this.items = [];
    this.earlier = [];
    first.forEach(({ txn, text }) => this.add({ txn: txn || server.newTxn(), kind: "text", text }));
    this.items.push(...meanwhile);
    this.keep();
    this.busy = false;
    this.pump();
  }

  say(text) { this.add({ kind: "text", text }); }
  locate(location) { this.add({ kind: "location", location }); }

  add(item) {
    const whole = { txn: server.newTxn(), reason: null, stuck: false, ...item };
    this.items.push(whole);
    this.keep();
    this.show(whole);
    this.pump();
  }

  keep() {
    remember("unsent", this.texts.slice(-KEPT).map(({ txn, text }) => ({ txn, text })));
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
    this.show(item);
    return true;
  }

  async carry({ txn, kind, text, location, files, duration }) {
    if (kind === "text") return server.sendJson({ txn, text });
    if (kind === "location") return server.sendJson({ txn, location });
    return server.sendFiles({ txn, kind, text, duration, files: await Promise.all(files) });
  }
}

// Hears the server: EventSource where it works, long polling where a webview swallows it.
import * as server from "./server.js";

const TYPES = ["message", "edit", "delete", "typing", "toast", "reaction", "language", "reset"];
const KNOCK_MS = 300; // between two tries while a server starts anew
const QUICK_MS = 60000; // for so long it is tried that often
const LONGEST_MS = 10000;
const SILENCE_MS = 30000;
const ANSWER_MS = 3000;
const WAIT_S = 25;

export class Events {
  constructor(cursor, hear, connected) {
    this.cursor = cursor;
    this.hear = hear;
    this.connected = connected;
    this.proven = false; // EventSource has delivered at least one event on this phone
    this.failures = 0;
    this.polling = false;
    if (window.EventSource) this.stream();
    else this.poll();
    addEventListener("online", () => this.wake());
    document.addEventListener("visibilitychange", () => { if (!document.hidden) this.wake(); });
  }

  stream() {
    this.source = new EventSource(`/chat/events?after=${this.cursor}`);
    this.source.onopen = () => this.connected(true);
    this.source.onerror = () => this.failed();
    TYPES.forEach((type) => this.source.addEventListener(type, (event) => {
      this.proven = true;
      this.failures = 0;
      this.connected(true);
      this.take(Number(event.lastEventId), type, JSON.parse(event.data));
    }));
    this.doubt(SILENCE_MS);
  }

  failed() {
    this.failures += 1;
    this.connected(false);
    if (this.failures >= 2 || this.source.readyState === EventSource.CLOSED) this.poll();
  }

  // Silence may be a quiet chat or a webview that buffers the stream: only asking tells.
  doubt(ms) {
    clearTimeout(this.doubting);
    if (this.proven || this.polling) return;
    this.doubting = setTimeout(async () => {
      const before = this.cursor;
      const { events } = await server.events(before, 1).catch(() => ({ events: [] }));
      if (this.polling || this.proven) return;
      if (events.length && this.cursor === before) {
        this.takeAll(events);
        this.poll();
      } else this.doubt(SILENCE_MS);
    }, ms);
  }

  expectAnswer() {
    this.doubt(ANSWER_MS);
  }

  stop() {
    this.stopped = true;
    this.polling = false;
    clearTimeout(this.doubting);
    if (this.source) this.source.close();
  }

  wake() {
    if (this.rest) this.rest();
  }

  async poll() {
    if (this.polling || this.stopped) return;
    this.polling = true;
    if (this.source) this.source.close();
    const since = Date.now();
    let pause = KNOCK_MS;
    let wait = this.failures ? 0 : WAIT_S; // at first only whether anybody is there
    while (this.polling) {
      const began = Date.now();
      try {
        const { events, cursor } = await server.events(this.cursor, wait);
        this.connected(true);
        this.takeAll(events);
        if (events.length && cursor) this.cursor = cursor;
        pause = KNOCK_MS;
        if (this.proven) {
          this.polling = false;
          this.failures = 0;
          this.stream();
          return;
        }
        // A proxy that cuts the wait short must not make us knock without a breath.
        if (wait && !events.length && Date.now() - began < 1000) await this.sleep(1000);
        wait = WAIT_S;
      } catch (_) {
        this.connected(false);
        wait = 0;
        // Not all phones of a street at the same moment.
        await this.sleep(pause * (0.75 + Math.random() / 2));
        if (Date.now() - since > QUICK_MS) pause = Math.min(pause * 2, LONGEST_MS);
      }
    }
  }

  sleep(ms) {
    return new Promise((done) => {
      this.rest = done;
      setTimeout(done, ms);
    });
  }

  takeAll(events) {
    events.forEach(({ id, type, data }) => this.take(id, type, data));
  }

  take(id, type, data) {
    // After a restored backup the server's numbers begin lower again: a reset always counts.
    if (id && id <= this.cursor && type !== "reset") return;
    if (id) this.cursor = id;
    this.hear(type, data);
  }
}

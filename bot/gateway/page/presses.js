// A pressed button turns until the bot has answered; meanwhile its message takes no second press.
import * as dialogs from "./dialogs.js";
import * as server from "./server.js";

const PATIENCE_MS = 10000;
const AGAIN_MS = 1500;

export class Presses {
  constructor(expectAnswer) {
    this.waiting = new Map(); // message id → {node, query, timer}
    this.answered = new Set(); // toasts that overtook the answer of their own press
    this.expectAnswer = expectAnswer;
  }

  async press(node, messageId, data) {
    if (this.waiting.has(messageId)) return;
    const timer = setTimeout(() => {
      this.release(messageId);
      dialogs.toastWord("no_answer");
    }, PATIENCE_MS);
    const entry = { node, query: null, timer };
    this.waiting.set(messageId, entry);
    this.show(node, true);
    try {
      const answer = await this.reach({ txn: server.newTxn(), message_id: messageId, data });
      const query = String(answer.query_id);
      entry.query = query;
      this.expectAnswer();
      if (this.answered.delete(query)) this.release(messageId);
    } catch (failure) {
      if (this.waiting.get(messageId) !== entry) return;
      this.release(messageId);
      dialogs.toastWord(failure.code === "offline" ? "no_press" : failure.code);
    }
  }

  // The same txn may knock twice: the server counts it once.
  async reach(body) {
    try {
      return await server.press(body);
    } catch (failure) {
      if (failure.code !== "offline") throw failure;
      await new Promise((done) => setTimeout(done, AGAIN_MS));
      return server.press(body);
    }
  }

  hearToast({ query_id: id, text, alert }) {
    const query = String(id);
    const found = [...this.waiting].find(([, entry]) => entry.query === query);
    if (found) this.release(found[0]);
    else this.answered.add(query);
    if (text) (alert ? dialogs.alertBox : dialogs.toast)(text);
  }

  release(messageId) {
    const entry = this.waiting.get(messageId);
    if (!entry) return;
    clearTimeout(entry.timer);
    this.waiting.delete(messageId);
    this.show(entry.node, false);
  }

  show(node, busy) {
    const board = node.closest(".keys");
    if (board) board.querySelectorAll("button").forEach((key) => key.setAttribute("aria-disabled", String(busy)));
    node.setAttribute("aria-busy", String(busy));
  }
}

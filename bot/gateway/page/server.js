// Talks to the chat's server; every failure becomes a Failure with one of the page's own codes.
const TEXT_MS = 20000;
const UPLOAD_MS = 180000;
const BY_STATUS = { 401: "no_session", 403: "forbidden", 409: "old_button", 413: "too_large", 415: "wrong_kind", 429: "slow_down", 507: "not_saved" };

// Said by the server where the status alone would say too little.
const SAID = ["only_words", "enough_today", "agree_first"];

export class Failure extends Error {
  constructor(code, retryAfter = 0) {
    super(code);
    this.code = code;
    this.retryAfter = retryAfter; // seconds
  }
}

let identity = null;
let language = null;

export async function open(code) {
  language = code;
  const me = await call("/chat/open", { json: { language } }, false);
  // Another person's history must not stay on the screen under a new session.
  if (identity !== null && identity !== me.me) location.reload();
  identity = me.me;
  return me;
}

async function call(path, { json, form, timeout = TEXT_MS, method } = {}, mayOpen = true) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeout);
  const request = { method: method || (json || form ? "POST" : "GET"), credentials: "same-origin", cache: "no-store", signal: stop.signal };
  if (json) {
    request.headers = { "Content-Type": "application/json" };
    request.body = JSON.stringify(json);
  }
  if (form) request.body = form;
  let status, answer;
  try {
    const response = await fetch(path, request);
    status = response.status;
    answer = await response.json().catch(() => null);
  } catch (_) {
    throw new Failure("offline");
  } finally {
    clearTimeout(timer);
  }
  // A hotel's log-in page also says 200: only JSON is our server speaking.
  if (status < 300 && answer !== null) return answer;
  if (status < 300 && method) return {};
  if (status === 401 && mayOpen) {
    await open(language);
    return call(path, { json, form, timeout, method }, false);
  }
  if (!BY_STATUS[status]) throw new Failure(status < 500 && status >= 400 ? "forbidden" : "offline");
  if (answer && SAID.includes(answer.error)) throw new Failure(answer.error);
  throw new Failure(BY_STATUS[status], (answer && answer.retry_after) || 0);
}

export const history = (before, limit = 50) =>
  call(`/chat/history?limit=${limit}${before ? `&before=${before}` : ""}`);
// Right after opening: whoever is unknown now will never be known, for her browser keeps no cookie.
export const firstHistory = () => call("/chat/history?limit=50", {}, false);
// For a phone that was here before: asked together with opening, it saves a slow line one journey.
export const earlyHistory = () => firstHistory().catch(() => null);
export const events = (after, wait) => call(`/chat/events?after=${after}&wait=${wait}`, { timeout: (wait + 15) * 1000 });
export const commands = () => call("/chat/commands");
export const sendJson = (json) => call("/chat/send", { json });
export const press = (json) => call("/chat/press", { json });
export const leave = () => call("/chat/leave", { method: "POST" });

export function sendFiles({ txn, kind, text, duration, files }) {
  const form = new FormData();
  form.append("txn", txn);
  form.append("kind", kind);
  if (text) form.append("text", text);
  if (duration) form.append("duration", String(Math.round(duration)));
  files.forEach((file) => form.append("file", file, file.name || kind));
  return call("/chat/send", { form, timeout: UPLOAD_MS });
}

// randomUUID is missing on plain http, where a shop's own network may serve us.
export function newTxn() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

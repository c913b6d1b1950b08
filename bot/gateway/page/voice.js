// A voice note: record or choose one, hear it, delete it or send it.
import { minutes } from "./dates.js";
import { toastWord } from "./dialogs.js";
import { button, byId, el, icon } from "./dom.js";

const KINDS = [["audio/ogg;codecs=opus", "ogg"], ["audio/webm;codecs=opus", "webm"], ["audio/mp4", "m4a"]];
const LONGEST_MS = 5 * 60 * 1000;

export class Voice {
  // `acts`: send(file, duration, key), keep(file, duration) → key, drop(key), changed().
  constructor(acts) {
    this.acts = acts;
    this.key = null; // what is heard in the panel is kept under this
    this.panel = byId("voice");
    this.picker = byId("pick-voice");
    this.picker.addEventListener("change", () => {
      if (this.picker.files[0]) this.preview(this.picker.files[0], 0);
      this.picker.value = "";
    });
  }

  async start() {
    const canRecord = window.MediaRecorder && navigator.mediaDevices && navigator.mediaDevices.getUserMedia;
    if (!canRecord) return this.picker.click();
    if (this.recorder) return;
    try {
      await this.record(await navigator.mediaDevices.getUserMedia({ audio: true }));
    } catch (_) {
      this.recorder = null;
      toastWord("no_microphone");
      // A picker opens only from a fresh tap, so the second way is a button of its own.
      this.show(button({ class: "key", word: "choose_recording", onclick: () => this.picker.click() }), this.deleter());
    }
  }

  record(stream) {
    const [type, ending] = KINDS.find(([kind]) => MediaRecorder.isTypeSupported(kind)) || ["", "webm"];
    this.forget();
    const recorder = new MediaRecorder(stream, type ? { mimeType: type, audioBitsPerSecond: 32000 } : {});
    const parts = [];
    const began = Date.now();
    const time = el("span", { class: "time", dir: "ltr", role: "timer" }, "0:00");
    const ticking = setInterval(() => { time.textContent = minutes((Date.now() - began) / 1000); }, 500);
    const limit = setTimeout(() => recorder.stop(), LONGEST_MS);
    this.recorder = recorder;
    recorder.ondataavailable = (event) => parts.push(event.data);
    recorder.onstop = () => {
      clearInterval(ticking);
      clearTimeout(limit);
      stream.getTracks().forEach((track) => track.stop());
      if (this.recorder !== recorder) return;
      this.recorder = null;
      const kind = (recorder.mimeType || type || "audio/webm").split(";")[0];
      this.preview(new File(parts, `voice.${ending}`, { type: kind }), (Date.now() - began) / 1000);
    };
    recorder.start();
    this.show(el("span", { class: "dot", "aria-hidden": "true" }), el("span", { word: "recording" }), time,
      this.deleter(), button({ class: "round strong", label: "stop", onclick: () => recorder.stop() }, icon("stop")));
    this.panel.lastChild.focus();
  }

  // Kept until it is sent, deleted or spoken anew; `key` is given for one that is kept already.
  preview(file, duration, key = this.acts.keep(file, duration)) {
    this.forget();
    this.close();
    this.key = key;
    this.url = URL.createObjectURL(file);
    const hear = el("audio", { controls: true, src: this.url, label: "voice" });
    hear.addEventListener("loadedmetadata", () => { if (!duration && isFinite(hear.duration)) duration = hear.duration; });
    const go = button({ class: "round strong", label: "send", onclick: () => {
      this.key = null;
      this.close();
      this.acts.send(file, duration, key);
    } }, icon("send"));
    this.show(hear, this.deleter(), go);
    go.focus();
  }

  forget() {
    if (this.key) this.acts.drop(this.key);
    this.key = null;
  }

  deleter() {
    return button({ class: "round", label: "delete", onclick: () => {
      const recorder = this.recorder;
      this.recorder = null;
      if (recorder) recorder.stop();
      this.forget();
      this.close();
      byId("speak").focus();
    } }, icon("trash"));
  }

  show(...nodes) {
    this.panel.replaceChildren(...nodes);
    this.panel.hidden = false;
    this.acts.changed();
  }

  close() {
    if (this.url) URL.revokeObjectURL(this.url);
    this.url = null;
    this.panel.hidden = true;
    this.panel.replaceChildren();
    this.acts.changed();
  }
}

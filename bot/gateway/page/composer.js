// Where people write, choose pictures and files, speak and tell where they are.
import { toastWord } from "./dialogs.js";
import { button, byId, el, icon } from "./dom.js";
import { recall, remember } from "./memory.js";
import { isPhoto, shrink } from "./photos.js";
import { newTxn } from "./server.js";
import { Voice } from "./voice.js";

const ALBUM = 10; // the most one album may hold (Bot API, sendMediaGroup)
const LOCATING_MS = 15000;

function inTens(list, act) {
  for (let at = 0; at < list.length; at += ALBUM) act(list.slice(at, at + ALBUM), at === 0);
}

export class Composer {
  constructor(outgoing, kept) {
    this.outgoing = outgoing;
    this.kept = kept;
    this.forgetful = false; // this browser keeps no pictures through a reload
    kept.works().then((works) => { this.forgetful = !works; this.warn(); });
    this.text = byId("text");
    this.chosen = []; // {file, small: Promise<File>, url, key}
    this.fresh = new Set(); // keys of what this visit kept
    this.voice = new Voice({
      send: (file, duration, key) => outgoing.add({ kind: "voice", files: [file], duration }, [key]),
      keep: (file, duration) => this.keep(`draft-${newTxn()}`, { draft: "voice", file, duration }),
      drop: (key) => kept.drop(key),
      changed: () => this.warn(),
    });
    this.text.value = recall("draft", "");
    this.text.addEventListener("input", () => this.grow());
    this.text.addEventListener("keydown", (event) => {
      // An input method's own Enter (229) chooses a word, it does not send.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.send();
    });
    byId("send").addEventListener("click", () => this.send());
    byId("speak").addEventListener("click", () => this.voice.start());
    byId("place").addEventListener("click", () => this.locate());
    this.pickWith("photo", "pick-photo");
    this.pickWith("file", "pick-file");
    this.grow();
  }

  pickWith(opener, picker) {
    byId(opener).addEventListener("click", () => byId(picker).click());
    byId(picker).addEventListener("change", (event) => {
      this.choose([...event.target.files]);
      event.target.value = "";
    });
  }

  grow() {
    remember("draft", this.text.value);
    // Empty, "auto" means left to right, and would turn a Uyghur placeholder around.
    if (this.text.value) this.text.dir = "auto";
    else this.text.removeAttribute("dir");
    this.text.style.height = "auto";
    this.text.style.height = `${this.text.scrollHeight + 2}px`;
  }

  choose(files) {
    const pictures = files.filter(isPhoto);
    const papers = files.filter((file) => !isPhoto(file));
    pictures.forEach((file) => this.take(file, `draft-${newTxn()}`));
    inTens(papers, (some) => this.outgoing.add({ kind: "document", files: some, names: some.map((file) => file.name) }));
    this.drawTray();
    if (pictures.length) byId("send").focus();
  }

  // The phone may close the page behind its camera: what was chosen is kept at once, and smaller as soon as it is.
  take(file, key) {
    const one = { file, small: shrink(file), url: URL.createObjectURL(file), key };
    this.chosen.push(one);
    this.keep(key, { draft: "photo", file });
    one.small.then((small) => this.chosen.includes(one) && this.keep(key, { draft: "photo", file: small, small: true }));
  }

  keep(key, what) {
    this.fresh.add(key);
    this.kept.put(key, { ...what, me: this.outgoing.me, at: Date.now() });
    return key;
  }

  // What stood ready to be sent when the page was last closed; not what was chosen, or removed again, since then.
  restore(drafts) {
    drafts.filter(({ key }) => !this.fresh.has(key)).forEach(({ draft, file, small, duration, key }) => {
      if (draft === "voice") return this.voice.preview(file, duration, key);
      if (small) this.chosen.push({ file, small: Promise.resolve(file), url: URL.createObjectURL(file), key });
      else this.take(file, key);
    });
    this.drawTray();
  }

  warn() {
    byId("loose").hidden = !this.forgetful || (byId("tray").hidden && byId("voice").hidden);
  }

  drawTray() {
    const tray = byId("tray");
    tray.hidden = this.chosen.length === 0;
    this.warn();
    tray.replaceChildren(...this.chosen.map((one) => el("span", { class: "thumb" }, el("img", { src: one.url, alt: "" }),
      button({ class: "round", label: "remove_photo", onclick: () => {
        this.chosen = this.chosen.filter((other) => other !== one);
        this.kept.drop(one.key);
        URL.revokeObjectURL(one.url);
        this.drawTray();
      } }, icon("close")))));
  }

  send() {
    const text = this.text.value.trim();
    if (this.chosen.length) this.sendPhotos(text);
    else if (!text) return this.text.focus();
    else if (!this.say(text)) return;
    this.text.value = "";
    this.grow();
  }

  say(text) {
    if (this.outgoing.full) {
      toastWord("queue_full");
      return false;
    }
    this.outgoing.say(text);
    return true;
  }

  sendPhotos(text) {
    const chosen = this.chosen;
    this.chosen = [];
    this.drawTray();
    inTens(chosen, (some, first) => this.outgoing.add({
      kind: "photo", text: first ? text : "", files: some.map((one) => one.small), previews: some.map((one) => one.url),
    }, some.map((one) => one.key)));
  }

  locate() {
    if (!navigator.geolocation || !isSecureContext) return toastWord("no_location");
    toastWord("locating");
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => this.outgoing.locate({ latitude, longitude }),
      () => { toastWord("no_location"); this.text.focus(); },
      { enableHighAccuracy: true, timeout: LOCATING_MS, maximumAge: 60000 },
    );
  }
}

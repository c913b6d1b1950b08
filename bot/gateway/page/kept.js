// Keeps what was given to the page and is not sent yet, pictures and all, through a reload: in IndexedDB.
const NAME = "nestbox";
const STORE = "unsent";
const PATIENCE_MS = 1500; // some webviews never answer

// Where it is missing, full or forbidden every promise says so by `false`, and the page still works.
export class Kept {
  constructor() {
    this.opened = this.open().catch(() => null);
  }

  async works() {
    return (await this.opened) !== null;
  }

  open() {
    return new Promise((done, failed) => {
      setTimeout(failed, PATIENCE_MS);
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onerror = failed;
      asked.onblocked = failed;
      // Some keep words but no pictures: only trying tells.
      asked.onsuccess = () => this.change(asked.result, (store) => {
        store.put({ file: new Blob(["?"]) }, "trial");
        store.delete("trial");
      }).then(() => done(asked.result), failed);
    });
  }

  change(base, act) {
    return new Promise((done, failed) => {
      const work = base.transaction(STORE, "readwrite");
      act(work.objectStore(STORE));
      work.oncomplete = done;
      work.onerror = work.onabort = failed;
    });
  }

  // In one step with taking away what it replaces.
  async put(key, what, instead = []) {
    const base = await this.opened;
    if (!base) return false;
    return this.change(base, (store) => {
      store.put(what, key);
      instead.forEach((old) => store.delete(old));
    }).then(() => true, () => false);
  }

  async drop(...keys) {
    const base = await this.opened;
    if (base) await this.change(base, (store) => keys.forEach((key) => store.delete(key))).catch(() => {});
  }

  async clear() {
    const base = await this.opened;
    if (base) await this.change(base, (store) => store.clear()).catch(() => {});
  }

  // What `me` left behind, oldest first: what was on its way, and drafts that nobody had sent yet. Whatever was kept
  // for somebody else who used this phone is dropped.
  async of(me) {
    const found = await this.all().catch(() => []);
    const others = found.filter(([, what]) => what.me && what.me !== me);
    if (others.length) this.drop(...others.map(([key]) => key));
    const mine = found.filter((one) => !others.includes(one)).sort(([, one], [, other]) => one.at - other.at);
    return {
      items: mine.filter(([, what]) => !what.draft).map(([, what]) => what),
      drafts: mine.filter(([, what]) => what.draft).map(([key, what]) => ({ ...what, key })),
    };
  }

  // [key, what] of everything.
  async all() {
    const base = await this.opened;
    if (!base) return [];
    const found = [];
    await new Promise((done) => {
      const asked = base.transaction(STORE).objectStore(STORE).openCursor();
      asked.onerror = done;
      asked.onsuccess = () => {
        const cursor = asked.result;
        if (!cursor) return done();
        found.push([cursor.key, cursor.value]);
        cursor.continue();
      };
    });
    return found;
  }
}

// What this phone remembers between visits; a webview that forbids storage only forgets.
const PREFIX = "nestbox.";

export function recall(key, otherwise) {
  try {
    const kept = localStorage.getItem(PREFIX + key);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch (_) {
    return otherwise;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch (_) { /* storage is full or forbidden: the page still works */ }
}

export function forgetAll() {
  try {
    Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key));
  } catch (_) { /* nothing was kept */ }
}

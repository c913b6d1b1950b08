// Days and clock times as people say them; browsers know no Uyghur dates, so those are ours (CLDR forms).
import { spoken, word } from "./words.js";

const MONTHS = ["يانۋار", "فېۋرال", "مارت", "ئاپرېل", "ماي", "ئىيۇن", "ئىيۇل", "ئاۋغۇست", "سېنتەبىر", "ئۆكتەبىر", "نويابىر", "دېكابىر"];
const DAYS = ["يەكشەنبە", "دۈشەنبە", "سەيشەنبە", "چارشەنبە", "پەيشەنبە", "جۈمە", "شەنبە"];
const DAY_MS = 86400000;

export const clock = (ms) => {
  const at = new Date(ms);
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
};

export const minutes = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

export const sameDay = (one, other) => new Date(one).toDateString() === new Date(other).toDateString();

export function day(ms, now = Date.now()) {
  if (sameDay(ms, now)) return word("today");
  if (sameDay(ms, now - DAY_MS)) return word("yesterday");
  const at = new Date(ms);
  const year = at.getFullYear() === new Date(now).getFullYear() ? "" : at.getFullYear();
  if (spoken() === "ug") {
    return `${at.getDate()}-${MONTHS[at.getMonth()]}، ${year ? `${year}، ` : ""}${DAYS[at.getDay()]}`;
  }
  const shape = { month: spoken() === "zh" ? "long" : "short", day: "numeric", weekday: "short", year: year ? "numeric" : undefined };
  return at.toLocaleDateString(spoken() === "zh" ? "zh-CN" : "en-GB", shape);
}

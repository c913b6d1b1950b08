// Every word of the page itself, in three languages; what the bot says comes from the bot.
import { recall, remember } from "./memory.js";

export const WORDS = {
  zh: {
    placeholder: "写消息…", send: "发送", photo: "照片", voice: "语音", place: "位置", file: "文件",
    menu: "菜单", text_size: "字号大小", close: "关闭", ok: "知道了", cancel: "取消", delete: "删除",
    sending: "正在发送…", sent: "已发送", not_sent: "没发出去，点这里重发",
    not_saved: "没能保存，点这里再试", too_large: "太大了，发不了", wrong_kind: "这种文件发不了",
    only_words: "这里地方快满了，文字能收到，图片请过几天再发", enough_today: "您今天发的已经够多了，请明天再发",
    agree_first: "请先按“✓”同意，之后就能发更多",
    forbidden: "现在不能发送", slow_down: "太快了，请稍等一下", old_button: "这个按钮过时了",
    no_answer: "还没有回应，请再点一次", no_press: "没连上，请再点一次",
    offline: "没有网络。连上以后会自动发送。", queue_full: "没发出去的消息太多了，请等网络恢复",
    keep_open: "发出去之前，请不要关掉这个页面",
    typing: "正在输入…", new_messages: "新消息", older: "看更早的消息", opening: "正在打开…",
    cannot_open: "打不开，请检查网络",
    many_open: "现在打开的人太多了，马上会自动打开",
    no_cookies: "浏览器不让这个页面记住您（Cookie 被关闭了）。请在设置里允许 Cookie，或换一个浏览器打开。",
    again: "再试一次", today: "今天", yesterday: "昨天",
    conversation: "聊天记录", ready: "准备发送", remove_photo: "去掉这张照片",
    view_photo: "看大图", previous: "上一张", next: "下一张", recording: "正在录音", stop: "录好了",
    no_microphone: "这里不能录音，请选一段录音", choose_recording: "选一段录音",
    locating: "正在找您的位置…", no_location: "找不到位置，请用文字写出地方", map: "在地图上看",
    commands: "可以做的事", leave: "在这部手机上退出", leave_sure: "退出后，这部手机上看不到这些聊天了。",
    left: "您已退出。", open_again: "重新打开", spoiler: "点一下就能看",
  },
  ug: {
    placeholder: "خەت يېزىڭ…", send: "يوللاش", photo: "رەسىم", voice: "ئاۋاز", place: "ئورۇن", file: "ھۆججەت",
    menu: "تىزىملىك", text_size: "خەت چوڭلۇقى", close: "تاقاش", ok: "بىلدىم", cancel: "بىكار قىلىش", delete: "ئۆچۈرۈش",
    sending: "يوللىنىۋاتىدۇ…", sent: "يوللاندى", not_sent: "يوللانمىدى، قايتا يوللاش ئۈچۈن بېسىڭ",
    not_saved: "ساقلىغىلى بولمىدى، قايتا سىناش ئۈچۈن بېسىڭ", too_large: "بەك چوڭ، يوللىغىلى بولمايدۇ",
    wrong_kind: "بۇ خىل ھۆججەتنى يوللىغىلى بولمايدۇ",
    only_words: "بۇ يەردە بوش ئورۇن ئاز قالدى: خەتلەر كېلىدۇ، رەسىمنى بىرنەچچە كۈندىن كېيىن ئەۋەتىڭ",
    enough_today: "بۈگۈن ئەۋەتكەنلىرىڭىز يېتەرلىك بولدى، ئەتە ئەۋەتىڭ", agree_first: "ئالدى بىلەن «✓» نى بېسىپ قوشۇلۇڭ، ئاندىن تېخىمۇ كۆپ ئەۋەتەلەيسىز",
    forbidden: "ھازىر يوللىغىلى بولمايدۇ", slow_down: "بەك تېز بولۇپ كەتتى، بىردەم ساقلاڭ", old_button: "بۇ كۇنۇپكىنىڭ ۋاقتى ئۆتۈپ كەتتى",
    no_answer: "تېخى جاۋاب كەلمىدى، يەنە بىر قېتىم بېسىڭ", no_press: "ئۇلىنالمىدى، يەنە بىر قېتىم بېسىڭ",
    offline: "تور يوق. ئۇلانغاندا ئۆزلۈكىدىن يوللىنىدۇ.", queue_full: "يوللانمىغان خەتلەر كۆپ بولۇپ كەتتى، تور ئۇلانغۇچە ساقلاڭ",
    keep_open: "يوللىنىپ بولغۇچە بۇ بەتنى تاقىماڭ",
    typing: "يېزىۋاتىدۇ…", new_messages: "يېڭى خەتلەر", older: "بۇرۇنقى خەتلەرنى كۆرۈش", opening: "ئېچىلىۋاتىدۇ…",
    cannot_open: "ئاچقىلى بولمىدى، تورنى تەكشۈرۈڭ",
    many_open: "ھازىر ئاچقانلار بەك كۆپ، بىردەمدىن كېيىن ئۆزلۈكىدىن ئېچىلىدۇ",
    no_cookies: "توركۆرگۈ بۇ بەتنىڭ سىزنى ئېسىدە تۇتۇشىغا يول قويمايۋاتىدۇ. تەڭشەكتە (كۇكىغا) رۇخسەت قىلىڭ ياكى باشقا توركۆرگۈدە ئېچىڭ.",
    again: "قايتا سىناش", today: "بۈگۈن", yesterday: "تۈنۈگۈن",
    conversation: "سۆھبەت", ready: "يوللاشقا تەييار", remove_photo: "بۇ رەسىمنى ئېلىۋېتىش",
    view_photo: "رەسىمنى چوڭ كۆرۈش", previous: "ئالدىنقىسى", next: "كېيىنكىسى", recording: "ئاۋاز ئېلىنىۋاتىدۇ", stop: "توختىتىش",
    no_microphone: "بۇ يەردە ئاۋاز ئالغىلى بولمايدۇ، تەييار ئاۋازنى تاللاڭ", choose_recording: "ئاۋاز تاللاش",
    locating: "ئورنىڭىز ئىزدىلىۋاتىدۇ…", no_location: "ئورنىڭىز تېپىلمىدى، جاينى خەت بىلەن يېزىڭ", map: "خەرىتىدە كۆرۈش",
    commands: "قىلغىلى بولىدىغان ئىشلار", leave: "بۇ تېلېفوندا چېكىنىش", leave_sure: "چېكىنگەندىن كېيىن، بۇ تېلېفوندا بۇ سۆھبەت كۆرۈنمەيدۇ.",
    left: "چېكىندىڭىز.", open_again: "قايتا ئېچىش", spoiler: "كۆرۈش ئۈچۈن بېسىڭ",
  },
  en: {
    placeholder: "Write a message…", send: "Send", photo: "Photo", voice: "Voice", place: "Place", file: "File",
    menu: "Menu", text_size: "Text size", close: "Close", ok: "OK", cancel: "Cancel", delete: "Delete",
    sending: "Sending…", sent: "Sent", not_sent: "Not sent. Tap to retry",
    not_saved: "Could not be saved. Tap to retry", too_large: "Too large to send", wrong_kind: "This kind of file cannot be sent",
    only_words: "Little room is left here. Words arrive; please send pictures in a few days", enough_today: "That is enough for today. Please send it tomorrow",
    agree_first: "Please press ✓ to agree first, then more fits",
    forbidden: "Cannot be sent now", slow_down: "Too fast, please wait a moment", old_button: "This button is out of date",
    no_answer: "No answer yet. Please press again", no_press: "No connection. Please press again",
    offline: "No connection. Messages go out when it is back.", queue_full: "Too many unsent messages. Please wait for the connection",
    keep_open: "Please keep this page open until it is sent",
    typing: "is writing…", new_messages: "New messages", older: "Earlier messages", opening: "Opening…",
    cannot_open: "Could not open. Please check the connection",
    many_open: "Very many are opening this just now. It opens by itself in a moment",
    no_cookies: "Your browser does not let this page remember you (cookies are blocked). Please allow them, or open it in another browser.",
    again: "Try again", today: "Today", yesterday: "Yesterday",
    conversation: "Conversation", ready: "Ready to send", remove_photo: "Remove this photo",
    view_photo: "View photo", previous: "Previous", next: "Next", recording: "Recording", stop: "Stop",
    no_microphone: "Cannot record here. Please choose a recording", choose_recording: "Choose a recording",
    locating: "Finding where you are…", no_location: "Your location was not found. Please write the place in words", map: "See on the map",
    commands: "What you can do", leave: "Sign out on this phone", leave_sure: "After that, this phone no longer shows this conversation.",
    left: "You have signed out.", open_again: "Open again", spoiler: "Tap to show",
  },
};

const HTML_LANG = { zh: "zh-Hans", ug: "ug", en: "en" };
let language = WORDS[recall("language")] ? recall("language") : guess();

function guess() {
  const wanted = (navigator.language || "").toLowerCase();
  if (wanted.startsWith("en")) return "en";
  return wanted.startsWith("ug") ? "ug" : "zh";
}

export const spoken = () => language;
export const word = (key) => WORDS[language][key];
export const direction = (code) => (code === "ug" ? "rtl" : "ltr");
export const htmlLang = (code) => HTML_LANG[code] || code;

// A tag like "zh-Hans": its first part chooses the page's words.
export function speak(code) {
  const wanted = (code || "").split("-")[0];
  if (!WORDS[wanted]) return;
  if (wanted !== language) remember("language", wanted);
  language = wanted;
  dress();
}

export function dress() {
  document.documentElement.lang = HTML_LANG[language];
  document.documentElement.dir = direction(language);
  document.querySelectorAll("[data-word]").forEach((node) => { node.textContent = word(node.dataset.word); });
  document.querySelectorAll("[data-label]").forEach((node) => node.setAttribute("aria-label", word(node.dataset.label)));
  document.querySelectorAll("[data-placeholder]").forEach((node) => { node.placeholder = word(node.dataset.placeholder); });
}

// In words that every engine understands: one that cannot read the page is led to what needs no scripts.
(function () {
  "use strict";
  var root = document.documentElement;
  root.setAttribute("data-page", "waiting");
  window.addEventListener("load", function () {
    // main.js has said "awake" by now, if it could be read.
    if (root.getAttribute("data-page") === "waiting") root.setAttribute("data-page", "old");
  });
})();

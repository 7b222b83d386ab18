// What the pages can do beyond what links do.
"use strict";

// The switch of languages leads to the place that one is reading, and not just to its page. It does so without this script
// at every heading of the second level, by the link that stands there.
{
  const within = (element) => element.closest(".heading") ?? element;
  const top = (element) => within(element).getBoundingClientRect().top;

  /** What the place that is read now is called in another language; empty for the top of the page. Where no language is
   *  named, the same text stands there. */
  function place(language) {
    const named = language ? `[data-${language}], .bridge[hreflang="${language}"], .pair[id]` : ".text :is(h2, h3, h4, h5, h6)[id]";
    const known = [...document.querySelectorAll(`main :is(${named})`)];
    const read = known.filter((element) => top(element) < innerHeight * 0.3).pop();
    const opened = known.find((element) => within(element).matches(":target, :has(> :target)"));
    // Near its end, a page cannot bring a heading to the top of the window.
    const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const found = isEnd && opened && top(opened) < innerHeight ? opened : (read ?? opened);
    if (found) return language ? (found.getAttribute(`data-${language}`) ?? found.hash?.slice(1) ?? found.id) : found.id;
    // What is not the author's text has the same name in every language.
    return document.querySelector("main :target:not(.text *)")?.id ?? "";
  }

  // Whenever the link may be used: to follow it, to open it elsewhere, to take its address.
  for (const use of ["pointerdown", "focusin", "contextmenu", "click"]) {
    document.addEventListener(use, ({ target }) => {
      const link = target.closest?.(".switch a:not([aria-current])");
      if (link) link.hash = place(link.hreflang);
    });
  }
}

// The key `/` goes to the search, unless somebody is writing, or has turned it off on the search page.
document.addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey || target.closest?.("input, textarea, select, [contenteditable]")) return;
  const isOff = () => {
    try {
      return localStorage.getItem("langebro-slash") === "off";
    } catch {
      return false;
    }
  };
  const place = [...document.querySelectorAll("#_find-field, #_lost, .seek :is(input, a)")].find((element) => element.checkVisibility());
  if (!place || isOff()) return;
  event.preventDefault();
  place.focus();
});

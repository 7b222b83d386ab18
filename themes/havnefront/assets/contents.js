// What the contents can do beside the text: they stand open there, and follow the reading.
"use strict";

// Beside the text, the contents stand open; a browser that cannot be told so in the style sheet is told here, and so is
// whoever asks whether what scrolls there can be reached by keyboard.
{
  const isBeside = matchMedia("(min-width: 62rem)");
  const unfold = () => document.querySelectorAll(".contents > .fold").forEach((fold) => (fold.open = isBeside.matches));
  isBeside.addEventListener("change", unfold);
  if (isBeside.matches) unfold();
}

// The contents follow the reading: of the headings that they list, the one that is read is marked.
{
  // Asked anew each time, as the preview may change them.
  const listed = () => [...document.querySelectorAll(".here a, .on-this-page a")];
  const heading = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));
  const top = (link) => heading(link)?.getBoundingClientRect().top ?? Infinity;
  let isAsked = false;

  function follow() {
    isAsked = false;
    const links = listed();
    // Near its end, a page cannot bring a heading to the top of the window.
    const isEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const hash = links.filter((link) => top(link) < innerHeight * (isEnd ? 1 : 0.3)).pop()?.hash;
    for (const link of links) {
      if (link.hash !== hash) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) show(link);
    }
  }

  /** Marks a link, and brings it into sight where the contents are longer than the window. */
  function show(link) {
    link.setAttribute("aria-current", "location");
    const frame = link.closest(".contents");
    const [seen, at] = [frame, link].map((element) => element?.getBoundingClientRect());
    if (seen && (at.top < seen.top || at.bottom > seen.bottom)) frame.scrollTop += at.top - seen.top - seen.height / 2;
  }

  const ask = () => {
    if (!isAsked) requestAnimationFrame(follow);
    isAsked = true;
  };
  for (const when of ["scroll", "resize"]) addEventListener(when, ask, { passive: true });
  follow();
}

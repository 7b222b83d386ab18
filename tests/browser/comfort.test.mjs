// Targets that a finger can hit, movement that can be turned off, and colours that a reader sets.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { browser, everything, kinds, publish, serve, visit } from "./site.mjs";

const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

let sites, chromium;

before(async () => {
  sites = await Promise.all([serve(publish()), serve(publish(everything))]);
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  for (const site of sites ?? []) site.close();
});

/** Nothing is wrong on any kind of page. */
async function everywhere(options, look) {
  for (const { origin, folder } of sites) {
    assert.deepEqual(await visit({ chromium, origin, pages: kinds(folder), look }, options), []);
  }
}

/** The targets that are too small by WCAG 2.2, 2.5.8: neither 24 pixels each way, nor within a sentence, nor far enough from others. */
function tooSmall() {
  document.querySelectorAll("details").forEach((part) => (part.open = true));
  const all = [...document.querySelectorAll("a[href], button, summary, input, select")];
  // What comes into sight only when it has the focus, by keyboard, is no target of a finger.
  const isClipped = (element) => element.matches("body *") && (getComputedStyle(element).clipPath !== "none" || isClipped(element.parentElement));
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) && !isClipped(element);
  const seen = all.filter((element) => isSeen(element) && !element.matches(".skip:not(:focus)"));
  const boxes = seen.flatMap((element) => [...element.getClientRects()].map((box) => ({ element, box })));
  const isSmall = ({ box }) => box.width < 23.99 || box.height < 23.99;
  const isInSentence = ({ element }) => {
    if (!getComputedStyle(element).display.startsWith("inline")) return false;
    const block = element.closest("p, li, dd, td, th, figcaption, h2, h3, h4");
    return block !== null && block.textContent.trim() !== element.textContent.trim();
  };
  const centre = ({ box }) => [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  // How far a box lies from the centre of another.
  const distance = (from, { box }) => {
    const [x, y] = centre(from);
    return Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  };
  const isClose = (target) => boxes.some((other) => {
    if (other.element === target.element) return false;
    const [[x, y], [ox, oy]] = [centre(target), centre(other)];
    return distance(target, other) < 12 || (isSmall(other) && Math.hypot(x - ox, y - oy) < 24);
  });
  const wrong = boxes.filter((target) => isSmall(target) && !isInSentence(target) && isClose(target));
  return wrong.map(({ element, box }) => `${Math.round(box.width)} by ${Math.round(box.height)}: ${element.textContent.trim() || element.ariaLabel} in ${element.parentElement.localName}.${element.parentElement.className}`);
}

for (const [name, options] of [["on a desk", DESK], ["on a phone", PHONE]]) {
  test(`every target can be hit ${name}`, () => everywhere(options, (page) => page.evaluate(tooSmall)));
}

test("nothing moves for a reader who wants no movement", () =>
  everywhere({ ...DESK, reducedMotion: "reduce" }, (page) => page.evaluate(() => {
    const wrong = document.getAnimations().map((animation) => `${animation.animationName ?? animation.transitionProperty} runs`);
    for (const element of document.querySelectorAll("*")) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      const long = transitionDuration.split(",").some((time) => parseFloat(time) > 0.001);
      if (animationName !== "none" || long || scrollBehavior === "smooth") wrong.push(`${element.localName}.${element.className} moves`);
    }
    return wrong;
  })));

test("in forced colours boxes, tiles and the place where one is still stand out by their edges", () =>
  everywhere({ ...DESK, forcedColors: "active" }, (page) => page.evaluate(() => {
    const wrong = [];
    const edge = (element) => ["Top", "Right", "Bottom", "Left"].filter((side) => {
      const style = getComputedStyle(element);
      return style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1
        && style[`border${side}Color`] !== style.backgroundColor && !/^rgba.* 0\)$/.test(style[`border${side}Color`]);
    });
    for (const element of document.querySelectorAll(".case, .tile, .plate, .alert")) {
      if (element.checkVisibility() && edge(element).length < 3) wrong.push(`${element.className} has no edge`);
    }
    for (const element of document.querySelectorAll(".switch [aria-current], .outline [aria-current]")) {
      if (element.checkVisibility() && edge(element).length === 0) wrong.push(`the current ${element.textContent} is not marked`);
    }
    for (const element of document.querySelectorAll("svg :is(path, circle, rect, line)")) {
      const { fill, stroke } = getComputedStyle(element);
      const ground = getComputedStyle(document.body).backgroundColor;
      if ([fill, stroke].every((paint) => paint === "none" || paint === ground)) wrong.push("a drawing is not seen");
    }
    return [...new Set(wrong)];
  })));

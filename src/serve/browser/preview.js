// Keeps a page of the preview in step with the text behind it, without a reload, and shows the findings.
//
// A new generation of the site is told by the stream; the page is asked for anew, and what differs is patched in. The
// reader's own state (scrolling, focus, what is typed or unfolded) is never touched.
"use strict";
{
  // ---- The page as served, and the page on the screen

  // What differs between the two is the doing of the reader, or of a script of the page, and stays: a patch compares the
  // page as served before with the page as served now, and does to the screen only what differs between those.
  const served = document.cloneNode(true);
  const onScreen = new WeakMap();

  /** Notes which nodes of a served tree stand for which of its exact copy on the screen. */
  function pair(original, copy) {
    onScreen.set(original, copy);
    original.childNodes.forEach((child, at) => pair(child, copy.childNodes[at]));
  }
  pair(served, document);

  const parse = (html) => new DOMParser().parseFromString(html, "text/html").documentElement;

  /** Learns how the page that is on the screen was served, before anyone had a hand in it. */
  const learn = (html) => morph(served.documentElement, parse(html), null);

  /** The scripts of the theme: one that has changed runs only in a page that is loaded anew. */
  function scripts(root) {
    const runs = ({ type, src }) => (!type || /javascript|^module$/.test(type)) && !src.includes("/_langebro/");
    return [...root.querySelectorAll("script")].filter(runs).map(({ outerHTML }) => outerHTML).join("\n");
  }

  /** Brings served page and screen up to date; returns the elements on the screen that read otherwise than before. */
  function patch(html) {
    const next = parse(html);
    const changes = { touched: new Set(), astray: scripts(served) !== scripts(next) };
    morph(served.documentElement, next, changes);
    // A script has rebuilt a part of the page that had to change: only the script itself can do that again.
    if (changes.astray) location.reload();
    return changes.touched;
  }

  // ---- Patching. Without `changes`, only the served page is altered.

  function morph(old, next, changes) {
    // What stands in a <noscript> is never seen here, and reads as text on the screen but as elements when parsed.
    if (old.isEqualNode(next) || old.localName === "noscript") return;
    if (changes && !onScreen.has(old)) changes.astray = true;
    if (old.nodeType === Node.ELEMENT_NODE) {
      morphAttributes(old, next, changes);
      morphChildren(old, next, changes);
    } else {
      morphText(old, next.data, changes);
    }
  }

  function morphText(old, text, changes) {
    const live = changes && onScreen.get(old);
    const squeezed = (characters) => characters.replace(/\s+/g, " ").trim();
    if (live && isText(old) && squeezed(old.data) !== squeezed(text)) changes.touched.add(live.parentElement);
    if (live) rewrite(live, text);
    rewrite(old, text);
  }

  const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";

  /** Replaces only what differs, so that a selection in the rest of the text lives on. */
  function rewrite(node, text) {
    const { head, tail } = common(node.data, text);
    node.replaceData(head, node.data.length - head - tail, text.slice(head, text.length - tail));
  }

  function morphAttributes(old, next, changes) {
    const names = [...new Set([...old.getAttributeNames(), ...next.getAttributeNames()])];
    const different = names.filter((name) => old.getAttribute(name) !== next.getAttribute(name));
    const alter = (element) => different.forEach((name) => setAttribute(element, name, next.getAttribute(name)));
    const live = changes && onScreen.get(old);
    alter(old);
    if (!live || different.length === 0) return;
    if (isStyleSheet(live)) {
      onScreen.set(old, replaceStyleSheet(live, alter));
    } else {
      alter(live);
      if (different.some((name) => name === "src" || name === "srcset")) changes.touched.add(live);
    }
  }

  const setAttribute = (element, name, value) => (value === null ? element.removeAttribute(name) : element.setAttribute(name, value));

  function morphChildren(old, next, changes) {
    const children = [...next.childNodes];
    const { partners, moved } = align([...old.childNodes], children);
    const staying = new Set(partners.values());
    [...old.childNodes].filter((child) => !staying.has(child)).forEach((child) => remove(child, changes));
    let after = null;
    for (const child of children.reverse()) {
      const partner = partners.get(child);
      if (!partner) {
        insert(child, old, after, changes);
      } else {
        if (moved.has(partner)) move(partner, after, changes);
        morph(partner, child, changes);
      }
      after = partner ?? child;
    }
  }

  function remove(child, changes) {
    const live = changes && onScreen.get(child);
    if (changes && !live) changes.astray = true;
    if (live && (isText(live) || isInline(live))) changes.touched.add(live.parentElement);
    live?.remove();
    child.remove();
  }

  function insert(child, parent, after, changes) {
    parent.insertBefore(child, after);
    const liveParent = changes && onScreen.get(parent);
    if (!liveParent) return;
    // Scripts that come in this way, or any other way out of a parsed text, are never run.
    const live = document.importNode(child, true);
    pair(child, live);
    liveParent.insertBefore(live, landing(after, liveParent));
    if (live.nodeType === Node.ELEMENT_NODE) changes.touched.add(live);
    else if (isText(live)) changes.touched.add(liveParent);
  }

  function move(child, after, changes) {
    put(child, child.parentNode, after);
    const live = changes && onScreen.get(child);
    if (!live?.parentNode) return;
    put(live, live.parentNode, landing(after, live.parentNode));
    changes.touched.add(live);
  }

  /** `moveBefore` keeps what a node loses by leaving the page even for a moment, such as focus; not all browsers have it. */
  const put = (node, parent, before) => (parent.moveBefore ?? parent.insertBefore).call(parent, node, before);

  /** Where on the screen that begins which on the served page follows from `after` on. */
  function landing(after, liveParent) {
    for (let node = after; node; node = node.nextSibling) {
      const live = onScreen.get(node);
      if (live?.parentNode === liveParent) return live;
    }
    return null;
  }

  // ---- Which node of a list continues as which of another

  /** Pairs nodes of two lists: `partners` leads from a new one to its old one, `moved` are old ones out of their order. */
  function align(olds, news) {
    const partners = new Map();
    let start = 0;
    let end = 0;
    const shorter = Math.min(olds.length, news.length);
    while (start < shorter && olds[start].isEqualNode(news[start])) start++;
    while (end < shorter - start && olds.at(-1 - end).isEqualNode(news.at(-1 - end))) end++;
    for (let at = 0; at < start; at++) partners.set(news[at], olds[at]);
    for (let at = 1; at <= end; at++) partners.set(news.at(-at), olds.at(-at));
    const left = olds.slice(start, olds.length - end).map(described);
    const right = news.slice(start, news.length - end).map(described);
    alignInOrder(left, right).forEach(([old, fresh]) => partners.set(fresh.node, old.node));
    return { partners, moved: pairMoved(left, right, partners) };
  }

  function described(node) {
    const kind = [node.nodeName, node.getAttribute?.("rel"), node.getAttribute?.("type")].join(" ");
    return { node, kind, id: node.id, source: node.outerHTML ?? node.data };
  }

  /** The pairs, in the order of both lists, that have the most in common taken together. */
  function alignInOrder(olds, news) {
    // Comparing each with each is for lists that people write; in a longer one each continues the one in its place.
    const inPlace = () => olds.slice(0, news.length).map((old, at) => [old, news[at]]);
    if (olds.length * news.length > 4e6) return inPlace().filter(([old, fresh]) => old.kind === fresh.kind);
    const width = news.length + 1;
    const best = new Float64Array((olds.length + 1) * width);
    for (let i = olds.length - 1; i >= 0; i--) {
      for (let j = news.length - 1; j >= 0; j--) {
        const apart = Math.max(best[(i + 1) * width + j], best[i * width + j + 1]);
        best[i * width + j] = Math.max(apart, kinship(olds[i], news[j]) + best[(i + 1) * width + j + 1]);
      }
    }
    const pairs = [];
    for (let i = 0, j = 0; i < olds.length && j < news.length; ) {
      const here = best[i * width + j];
      if (here === best[(i + 1) * width + j]) i++;
      else if (here === best[i * width + j + 1]) j++;
      else pairs.push([olds[i++], news[j++]]);
    }
    return pairs;
  }

  /** How much speaks for one node continuing as another: 0 if nothing may, 3 if they are equal. */
  function kinship(old, fresh) {
    if (old.kind !== fresh.kind) return 0;
    // Blanks between blocks are all alike, and must not outweigh the blocks.
    if (old.source === fresh.source) return old.source.trim() ? 3 : 0.1;
    if (old.id && old.id === fresh.id) return 2;
    const { head, tail } = common(old.source, fresh.source);
    return 0.1 + (head + tail) / Math.max(old.source.length, fresh.source.length);
  }

  /** How much two texts have in common at their beginnings and at their ends. */
  function common(one, other) {
    const shorter = Math.min(one.length, other.length);
    let head = 0;
    let tail = 0;
    while (head < shorter && one[head] === other[head]) head++;
    while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
    return { head, tail };
  }

  /** Pairs what has no partner in order, but is certain to be the same: an equal element, or one with the same id. */
  function pairMoved(olds, news, partners) {
    const taken = new Set(partners.values());
    const moved = new Set();
    const free = olds.filter(({ node }) => !taken.has(node) && node.nodeType === Node.ELEMENT_NODE);
    for (const fresh of news.filter(({ node }) => !partners.has(node))) {
      const old = free.find((one) => !moved.has(one.node) && kinship(one, fresh) >= 2);
      if (!old) continue;
      partners.set(fresh.node, old.node);
      moved.add(old.node);
    }
    return moved;
  }

  // ---- Style sheets and pictures

  const isStyleSheet = (element) => element.localName === "link" && element.relList.contains("stylesheet");
  const replaced = new WeakMap();

  /** Puts a style sheet in the place of another. The old one goes only when the new one is there: no flash between them. */
  function replaceStyleSheet(old, alter) {
    const fresh = old.cloneNode();
    const former = [...(replaced.get(old) ?? []), old];
    const clear = () => former.forEach((link) => link.remove());
    replaced.set(fresh, former);
    alter(fresh);
    fresh.addEventListener("load", clear);
    fresh.addEventListener("error", clear);
    old.after(fresh);
    return fresh;
  }

  const pathOf = (address) => (URL.canParse(address, location) ? new URL(address, location).pathname : address);

  /** Fetches anew what has changed since this tab was loaded, by an address that no cache knows; returns the elements. */
  function refreshMedia(media, loaded) {
    const newer = Object.entries(media).filter(([, generation]) => generation > loaded);
    const generations = new Map(newer.map(([address, generation]) => [pathOf(address), generation]));
    const touched = new Set();
    const renewed = (address) => {
      const generation = address && generations.get(pathOf(address));
      return generation ? `${address.split("?")[0]}?langebro=${generation}` : address;
    };
    const renew = (element, name, address) => {
      if (element.getAttribute(name) === address) return;
      element.setAttribute(name, address);
      touched.add(element);
    };
    if (generations.size === 0) return touched;
    for (const name of ["src", "poster", "data"]) {
      const elements = document.querySelectorAll(`body [${name}]:not(script)`);
      elements.forEach((element) => renew(element, name, renewed(element.getAttribute(name))));
    }
    for (const element of document.querySelectorAll("body [srcset]")) {
      renew(element, "srcset", element.getAttribute("srcset").split(/(,?\s+)/).map(renewed).join(""));
    }
    return touched;
  }

  // ---- Where the reader is, and what is pointed out

  const LINES = "p, li, dt, dd, h1, h2, h3, h4, h5, h6, tr, figure, pre";
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  function isInView(element) {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < innerHeight;
  }

  /** Remembers where the text stands in the window; the function returned puts it back there. */
  function holdText() {
    // At the very top the reader sees the beginning, and wants to see a new one.
    if (scrollY === 0) return () => {};
    const lines = [...(document.querySelector("main") ?? document.body).querySelectorAll(LINES)];
    const places = lines
      .filter((line) => isInView(line) && !line.querySelector(LINES) && !isPinned(line))
      .map((line) => ({ line, top: line.getBoundingClientRect().top }));
    return () => {
      const first = places.find(({ line }) => line.isConnected);
      const shift = first ? first.line.getBoundingClientRect().top - first.top : 0;
      // Scrolling, even by nothing, would cut short a scroll that is still under way.
      if (Math.abs(shift) >= 1) scrollBy({ top: shift, behavior: "instant" });
    };
  }

  /** Whether an element keeps its place in the window however the page is scrolled. */
  function isPinned(element) {
    for (let at = element; at; at = at.parentElement) {
      if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
    }
    return false;
  }

  const isInline = (node) => node.nodeType === Node.ELEMENT_NODE && getComputedStyle(node).display.startsWith("inline");

  /** The nearest block round an element, itself included, or what it is folded away in; null for what is never seen. */
  function blockOf(element) {
    let block = element;
    while (block && !block.checkVisibility()) block = block.parentElement?.closest("details:not([open])");
    while (block && /^(inline|contents|table-cell)/.test(getComputedStyle(block).display)) block = block.parentElement;
    return document.body.contains(block) && block !== document.body ? block : null;
  }

  const unseen = new Set();
  document.addEventListener("visibilitychange", () => pointOut([]));

  /** Brings what has changed into view and marks it; in a hidden tab when that is shown again. */
  function pointOut(touched) {
    touched.forEach((element) => unseen.add(element));
    if (document.hidden || unseen.size === 0) return;
    const blocks = [...new Set([...unseen].filter((element) => element?.isConnected).map(blockOf))].filter(Boolean);
    unseen.clear();
    bringIntoView(blocks);
    blocks.filter((block) => !blocks.some((other) => other !== block && other.contains(block))).forEach(mark);
  }

  function bringIntoView(blocks) {
    const inMain = blocks.filter((block) => block.closest("main"));
    const candidates = inMain.length > 0 ? inMain : blocks;
    if (candidates.length === 0 || candidates.some(isInView) || isTyping()) return;
    const top = (block) => block.getBoundingClientRect().top;
    const first = candidates.reduce((one, other) => (top(other) < top(one) ? other : one));
    const block = first.offsetHeight > innerHeight ? "start" : "center";
    first.scrollIntoView({ block, behavior: calm.matches ? "instant" : "smooth" });
  }

  function isTyping() {
    const field = document.activeElement;
    return Boolean(field) && (field.isContentEditable || field.matches("input, textarea, select"));
  }

  /** An animation needs no attribute, so that the page stays as it was served. */
  function mark(block) {
    const lit = { outline: "3px solid rgb(44 123 219)", outlineOffset: "3px", backgroundColor: "rgb(44 123 219 / 0.18)" };
    const fading = [lit, { ...lit, offset: 0.5 }, { outline: "3px solid transparent", outlineOffset: "3px" }];
    if (calm.matches) block.animate([lit, lit], 1500);
    else block.animate(fading, { duration: 2400, easing: "ease-out" });
  }

  // ---- The panel

  const GLYPHS = { well: "✓", warning: "!", error: "✕", lost: "○" };
  const DISMISSED = "langebro-dismissed";

  /** The result of an action, or null: a browser that is told to keep no data refuses storage and workers by throwing. */
  function attempt(action) {
    try {
      return action();
    } catch {
      return null;
    }
  }

  /** Text in which literals stand between backticks. */
  const spoken = (text) => text.split("`").map((part, at) => (at % 2 === 1 ? make("code", "", part) : part));

  /** An element; what is null or empty in its content is left out. */
  function make(name, className, ...content) {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content.filter(Boolean));
    return element;
  }

  /** A link, or its bare text where there is no address that may be followed. */
  function link(text, address, className = "") {
    const safe = address && URL.canParse(address, location) && !/^(javascript|data|vbscript):/.test(new URL(address, location).protocol);
    const element = make(safe ? "a" : "span", className, text);
    if (safe) element.href = address;
    return element;
  }

  function button(className, act, ...content) {
    const element = make("button", className, ...content);
    element.type = "button";
    element.addEventListener("click", act);
    return element;
  }

  const isError = ({ severity }) => severity === "error";

  /** The button in the corner, the list that it opens, and the bar that names the source of a block. */
  class Panel {
    answer = null;
    content = null;
    lost = false;
    openedItself = false;
    asked = null;
    /** The errors that the reader has seen in this tab and put away. */
    dismissed = attempt(() => JSON.parse(sessionStorage.getItem(DISMISSED))) ?? [];

    constructor() {
      this.host = document.createElement("langebro-preview");
      this.host.role = "region";
      this.root = this.host.attachShadow({ mode: "open" });
      this.glyph = make("span", "glyph");
      this.glyph.ariaHidden = "true";
      this.summary = make("span", "summary");
      this.chip = button("chip", () => (this.list.hidden ? this.open() : this.close()), this.glyph, this.summary);
      this.list = make("div", "list");
      this.bar = make("div", "bar");
      // Read aloud when it changes; a button's own text would not be.
      this.voice = make("p", "voice");
      this.voice.ariaLive = "polite";
      this.list.hidden = this.bar.hidden = true;
      this.list.id = "list";
      this.chip.setAttribute("aria-controls", "list");
      this.root.append(this.chip, this.bar, this.list, this.voice);
      document.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && this.retreat());
    }

    /** The panel stands beside <body>, where neither a patch nor the page's own arrangement reaches it. */
    appear() {
      const style = make("link", "");
      this.host.hidden = true;
      style.rel = "stylesheet";
      style.href = "/_langebro/panel.css";
      style.addEventListener("load", () => (this.host.hidden = false));
      this.root.prepend(style);
      document.documentElement.append(this.host);
    }

    show(answer) {
      if (!this.answer) this.appear();
      this.answer = answer;
      this.openOrClose();
      // What is the same is left alone, for the reader may be in the middle of it.
      const content = JSON.stringify({ ...answer, generation: null, media: null, html: answer.html === null });
      if (content === this.content) return;
      this.content = content;
      this.host.lang = answer.lang;
      this.keepingFocus(() => this.list.replaceChildren(...this.contents()));
      this.host.ariaLabel = answer.words.panel;
      this.showSummary();
    }

    setLost(lost) {
      this.lost = lost;
      if (this.answer) this.showSummary();
    }

    showSummary() {
      const { summary, words, worst } = this.answer;
      const state = this.lost ? "lost" : worst;
      const text = this.lost ? words.lost : summary;
      this.chip.className = `chip ${state}`;
      this.glyph.textContent = GLYPHS[state];
      this.summary.textContent = text;
      if (this.voice.textContent !== text) this.voice.textContent = text;
      this.tellState();
    }

    tellState() {
      this.chip.ariaExpanded = String(!this.list.hidden);
      this.chip.title = this.list.hidden ? this.answer.words.open : this.answer.words.close;
    }

    contents() {
      const { html, findings, frozen, more, words } = this.answer;
      return [
        make("div", "head", make("h2", "", words.panel), button("close", () => this.close(), words.close)),
        frozen ? make("p", "kept", ...spoken(words.frozen)) : html === null ? make("p", "kept", words.kept) : null,
        ...this.findings(words.here, findings.filter(({ here }) => here)),
        ...this.findings(words.elsewhere, findings.filter(({ here }) => !here)),
        more ? make("p", "more", more) : null,
        this.links(),
      ].filter(Boolean);
    }

    findings(title, findings) {
      if (findings.length === 0) return [];
      return [make("h3", "", title), make("ul", "findings", ...findings.map((finding) => this.finding(finding)))];
    }

    finding({ severity, severityWord, message, help, file, line, excerpt, editor }) {
      return make(
        "li",
        severity,
        make("p", "message", make("strong", "", severityWord), " ", ...spoken(message)),
        file && make("p", "place", link(line === null ? file : `${file}:${line}`, editor)),
        excerpt && make("code", "excerpt", excerpt),
        help && make("p", "help", ...spoken(help)),
      );
    }

    links() {
      const { side, back, sources, words } = this.answer;
      const entry = (...content) => make("li", "", ...content);
      return make(
        "ul",
        "links",
        side && entry(link(words.side, side)),
        back && entry(link(words.back, back)),
        ...sources.map(({ language, file, editor }) => entry(make("span", "language", language), " ", link(file, editor))),
      );
    }

    /** Renews content without taking the focus from a link in it. */
    keepingFocus(renew) {
      const focused = this.list.contains(this.root.activeElement) ? this.root.activeElement.textContent : null;
      renew();
      if (focused === null) return;
      const same = [...this.list.querySelectorAll("a, button")].find(({ textContent }) => textContent === focused);
      (same ?? this.chip).focus({ preventScroll: true });
    }

    /** Opens by itself for an error that was not there before, and closes again when no error is left. */
    openOrClose() {
      const errors = this.errors();
      this.dismiss(this.dismissed.filter((error) => errors.includes(error)));
      if (this.list.hidden && errors.some((error) => !this.dismissed.includes(error))) {
        this.open();
        this.openedItself = true;
      } else if (errors.length === 0 && this.openedItself && !this.list.contains(this.root.activeElement)) {
        this.fold();
      }
    }

    /** What tells the errors apart from one generation to the next; their lines may shift. */
    errors() {
      return this.answer.findings.filter(isError).map(({ code, file, message }) => [code, file, message].join(" "));
    }

    dismiss(errors) {
      this.dismissed = errors;
      attempt(() => sessionStorage.setItem(DISMISSED, JSON.stringify(errors)));
    }

    open() {
      this.list.hidden = false;
      this.openedItself = false;
      this.tellState();
    }

    close() {
      this.dismiss(this.errors());
      this.fold();
    }

    fold() {
      if (this.list.contains(this.root.activeElement)) this.chip.focus({ preventScroll: true });
      this.list.hidden = true;
      this.tellState();
    }

    /** Names where a block of the side-by-side view is written. */
    tellSource(block) {
      const { words } = this.answer;
      const [, file, line] = block.dataset.source.match(/^(.*):(\d+)$/) ?? [null, block.dataset.source, null];
      const place = make("p", "place", line ? `${file}, ${words.line} ${line}` : file);
      const editor = block.dataset.editor ? [link(words.editor, block.dataset.editor, "editor")] : [];
      this.bar.replaceChildren(place, ...editor, button("close", () => this.leaveSource(), words.close));
      this.bar.hidden = false;
      this.voice.textContent = place.textContent;
      this.asked = block;
    }

    leaveSource() {
      if (this.bar.contains(this.root.activeElement)) this.asked.focus({ preventScroll: true });
      this.bar.hidden = true;
    }

    retreat() {
      if (!this.bar.hidden) this.leaveSource();
      else if (!this.list.hidden) this.close();
    }
  }

  /** On a side-by-side page: a block that is clicked, or entered by keyboard, tells where it is written. */
  function watchBlocks(panel) {
    const blockAt = (target) => (target.closest("a, button, input, textarea, select, summary") ? null : target.closest("[data-source]"));
    document.addEventListener("click", ({ target }) => {
      const block = blockAt(target);
      if (block && panel.answer && getSelection().isCollapsed) panel.tellSource(block);
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !panel.answer || !event.target.matches("[data-source]")) return;
      event.preventDefault();
      panel.tellSource(event.target);
      panel.bar.querySelector("a, button").focus({ preventScroll: true });
    });
  }

  // ---- The stream

  /** Tells what the worker tells, which has the one stream of all tabs. */
  function follow(tell) {
    let port = null;
    const join = () => {
      const worker = attempt(() => new SharedWorker("/_langebro/stream.js"));
      if (!worker) return followAlone(tell);
      worker.addEventListener("error", () => ((port = null), followAlone(tell)), { once: true });
      port = worker.port;
      port.addEventListener("message", ({ data }) => tell(data));
      port.start();
    };
    const leave = () => {
      port?.postMessage("bye");
      port?.close();
    };
    addEventListener("pagehide", leave);
    addEventListener("pageshow", ({ persisted }) => persisted && port && join());
    join();
  }

  /** Follows the stream without a worker, while the tab is visible: hidden tabs must not use up the connections. */
  function followAlone(tell) {
    let events = null;
    const stop = () => events?.close();
    const start = () => {
      stop();
      if (document.hidden) return;
      events = new EventSource("/_langebro/events");
      events.addEventListener("site", ({ data }) => tell({ generation: JSON.parse(data).generation, lost: false }));
      events.addEventListener("error", () => {
        stop();
        tell({ generation: null, lost: true });
        setTimeout(start, 1000);
      });
    };
    document.addEventListener("visibilitychange", start);
    addEventListener("pagehide", stop);
    addEventListener("pageshow", ({ persisted }) => persisted && start());
    start();
  }

  // ---- One page, kept in step

  const panel = new Panel();
  // The generation of the pictures that this tab has loaded, of what the stream last told, and of what is shown.
  let loaded = Number(ownScript().dataset.generation);
  let told = null;
  let shown = null;
  let asking = false;
  let due = false;

  /** The element that the preview adds to a page; a patch keeps its attributes up to date. */
  function ownScript() {
    return document.querySelector('script[src="/_langebro/preview.js"]');
  }

  async function ask() {
    const query = new URLSearchParams({ address: location.pathname, page: ownScript().dataset.page });
    try {
      const response = await fetch(`/_langebro/page?${query}`, { cache: "no-store", signal: AbortSignal.timeout(30000) });
      return response.ok ? await response.json() : null;
    } catch {
      // The preview is gone; the stream tells when it is back.
      return null;
    }
  }

  /** Asks for the page as it is now; never twice at a time, but once more for what was told meanwhile. */
  async function keepUp() {
    due = true;
    if (asking) return;
    asking = true;
    try {
      while (due) {
        due = false;
        const answer = await ask();
        if (answer) show(answer);
        due &&= told !== shown;
        if (!answer && !panel.lost) {
          // The preview is there but could not answer: a moment later it may.
          await new Promise((done) => setTimeout(done, 1000));
          due = true;
        }
      }
    } finally {
      asking = false;
    }
  }

  function show(answer) {
    const asLoaded = shown === null && answer.generation === loaded;
    // A preview that was started anew counts from the beginning.
    if (answer.generation < shown) loaded = 0;
    shown = answer.generation;
    panel.show(answer);
    if (answer.html === null) return;
    if (asLoaded) learn(answer.html);
    else update(answer);
  }

  function update({ html, address, media }) {
    const restore = holdText();
    takeAlong(address);
    const touched = patch(html);
    refreshMedia(media, loaded).forEach((element) => touched.add(element));
    restore();
    pointOut(touched);
  }

  /** The page may stand elsewhere now; the tab goes with it. */
  function takeAlong(address) {
    const path = pathOf(address);
    if (path !== location.pathname) history.replaceState(history.state, "", path + location.search + location.hash);
  }

  watchBlocks(panel);
  follow(({ generation, lost }) => {
    const back = panel.lost && !lost;
    panel.setLost(lost);
    told = generation ?? told;
    if (!lost && (back || told !== shown)) keepUp();
  });
  keepUp();
}

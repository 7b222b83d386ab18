// Searches the publication. What is loaded is plain lists that were made with the pages: all words of the language, where
// each stands, and the text of the pages that are shown. How words belong together is decided here, where all are at hand.
"use strict";
{
  const ACCENT = "\\u0300-\\u036f";
  const WORD = new RegExp(`[\\p{Alphabetic}\\p{N}${ACCENT}](?:[\\p{Alphabetic}\\p{N}${ACCENT}]|['’](?=\\p{Alphabetic}))*`, "gu");
  const TYPED = { æ: "ae", ä: "ae", ø: "oe", ö: "oe", œ: "oe", å: "aa", ß: "ss", "'": "", "’": "" };

  /** A word as it stands in the index: without regard to capitals, accents, or how æ, ø and å are typed. */
  const fold = (word) => word.normalize("NFC").toLowerCase().replace(/[æäøöœåß'’]/g, (sign) => TYPED[sign])
    .normalize("NFD").replace(new RegExp(`[${ACCENT}]`, "g"), "");

  const words = (text) => [...text.matchAll(WORD)].map(([word]) => fold(word));

  // What a word of one kind ends in, form by form. Two words are forms of one if both can be read as the same stem with
  // endings of the same kind: *kommunernes* and *kommune*, but not *haven* (the garden) and *havet* (the sea).
  const LANGUAGES = {
    da: {
      isCompounding: true,
      kinds: {
        common: ["", "en", "er", "erne", "e", "ene"],
        neuter: ["", "et", "er", "erne", "e", "ene"],
        commonE: ["e", "en", "er", "erne"],
        neuterE: ["e", "et", "er", "erne"],
        latin: ["um", "et", "er", "erne"],
        adjective: ["", "t", "e", "ere", "est", "este"],
        verb: ["e", "er", "ede", "et", "te", "ende", "es"],
      },
      genitive: /[^s]s$/,
      // Short nouns of the one gender that look, with an ending of the other, like a different word. None has a plural in -er,
      // and only the second list one in -e.
      neuter: new Set(("aar baand bud dyr folk fund hav hold job krav lag led liv loeb maal net ord raad rum salg spil spor sprog svar " +
        "syn tal tilbud tryk udbud udvalg valg vand").split(" ")),
      neuterWithE: new Set("bad blad bord brev flag glas gulv hjem hul hus land navn skib tog torv".split(" ")),
      irregular: { boern: "barn", boernene: "barnet", boeger: "bog", boegerne: "bogen", faedre: "far", foedder: "fod", haender: "haand",
        kraefter: "kraft", kraefterne: "kraften", maend: "mand", maendene: "manden", moedre: "mor", naetter: "nat", oejne: "oeje",
        staeder: "stad", taender: "tand" },
    },
    en: {
      kinds: { plain: ["", "s", "es", "ed", "ing"], mute: ["e", "es", "ed", "ing"], vowel: ["y", "ies", "ied", "ying"] },
      // The apostrophe of *city’s* is folded away.
      genitive: /[^s]s$/,
      irregular: { children: "child", men: "man", people: "person", women: "woman", feet: "foot", built: "build", led: "lead" },
      alone: new Set(["news", "process", "business", "access", "always", "this", "less", "its", "is", "was", "has", "as", "us"]),
    },
  };
  // Languages that write compounds as one word.
  for (const code of ["de", "fo", "is", "nb", "nl", "nn", "no", "sv"]) LANGUAGES[code] = { isCompounding: true, kinds: { known: [""] } };
  const OTHER = { kinds: { known: [""] } };

  // How much a word counts for one that was asked for.
  const SAME = 1, FORM = 0.9, COMPOUND = 0.5, INNER = 0.3, BEGUN = 0.25;
  /** Of how many words the places are looked up for one that was asked for, at most. */
  const MOST = 60;
  const AT_ONCE = 10;

  /** As what a word can be read: kind and stem, with the ending that it has. */
  function readings(word, { kinds, genitive, neuter, neuterWithE, alone }) {
    if (alone?.has(word)) return new Map([[`plain ${word}`, ""]]);
    const found = new Map();
    const read = (form) => {
      for (const [kind, endings] of Object.entries(kinds)) {
        for (const ending of endings) {
          if (!form.endsWith(ending)) continue;
          let stem = form.slice(0, form.length - ending.length);
          if (stem.length < (/^(common|neuter)/.test(kind) ? 2 : 3) || (ending === "t" && stem.endsWith("e"))) continue;
          // A short vowel doubles the consonant behind it: *klub*, *klubben*.
          if (/^[aeiouy]/.test(ending) && /([bdfgklmnprst])\1$/.test(stem)) stem = stem.slice(0, -1);
          const isForeign = /^(common|adjective|neuterE)$/.test(kind) || (kind === "verb" && ending === "et") ||
            (kind === "neuter" && (ending.startsWith("er") || (ending === "e" && !neuterWithE?.has(stem))));
          if (isForeign && (neuter?.has(stem) || neuterWithE?.has(stem))) continue;
          found.set(`${kind} ${stem}`, ending);
        }
      }
    };
    read(word);
    if (genitive?.test(word)) read(word.slice(0, -1));
    return found;
  }

  /** The words of an edition, its places and texts; each file is asked for once, when it is needed. */
  class Edition {
    constructor(section) {
      this.section = section;
      this.language = LANGUAGES[section.lang] ?? OTHER;
      this.files = new Map();
    }

    file(address, cache) {
      if (!this.files.has(address)) {
        const file = fetch(address, { cache }).then((answer) => answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status} ${address}`)));
        file.catch(() => this.files.delete(address));
        this.files.set(address, file);
      }
      return this.files.get(address);
    }

    async open(cache) {
      const { words, postings, texts } = await this.file(this.section.dataset.index, cache);
      let last = "";
      this.words ??= words.split(" ").map((word) => (last = last.slice(0, parseInt(word[0], 36)) + word.slice(1)));
      this.known ??= new Map(this.words.map((word, place) => [word, place]));
      Object.assign(this, { postings, texts });
    }

    /** Forgets what was loaded: the site has been published anew in the meantime. */
    forget() {
      this.files.clear();
      this.words = this.known = undefined;
    }

    /** What stands at a place of a list that is cut into files. */
    async at(files, place) {
      const [first, address] = files.findLast(([first]) => first <= place);
      return (await this.file(address))[place - first];
    }

    /** The words that stand for one that was asked for, each with what it counts. */
    matches(asked) {
      const { kinds, isCompounding, irregular = {} } = this.language;
      const found = new Map();
      const take = (place, grade) => found.set(place, Math.max(grade, found.get(place) ?? 0));
      const basic = (word) => irregular[word] ?? word;
      const own = readings(basic(asked), this.language);
      const isKnown = (word) => this.known.has(word);
      // What the word is called without its ending, if that is a word here.
      const bases = new Set([asked]);
      for (const [reading, ending] of own) {
        const [kind, stem] = reading.split(" ");
        for (const base of [stem, `${stem}e`]) {
          if (ending && base.length > 3 && isKnown(base) && (kind.endsWith("E") === (base !== stem))) bases.add(base);
        }
      }
      const isPart = (rest) => rest.length > 1 && [rest, rest.replace(/^[se]/, ""), rest.replace(/[se]$/, "")].some((part) => part.length > 1 && isKnown(part));
      this.words.forEach((word, place) => {
        if (word === asked) return take(place, SAME);
        const others = readings(basic(word), this.language);
        if ([...others.keys()].some((reading) => own.has(reading))) return take(place, FORM);
        if (!isCompounding || kinds.known) {
          if (isCompounding && asked.length > 3 && word.includes(asked)) take(place, COMPOUND);
          return;
        }
        for (const base of bases) {
          const rest = word.startsWith(base) ? word.slice(base.length) : "";
          if (rest.length > 2 && (base.length > 3 || isPart(rest))) take(place, COMPOUND);
          else if (base.length > 4 && word.indexOf(base) > 1) take(place, INNER);
        }
        for (const reading of others.keys()) {
          const [kind, stem] = reading.split(" ");
          for (const other of own.keys()) {
            const [otherKind, end] = other.split(" ");
            const head = stem.slice(0, stem.length - end.length);
            if (kind === otherKind && stem.endsWith(end) && head.length > 2 && (end.length > 3 || isPart(head))) take(place, COMPOUND);
          }
        }
      });
      // A word that is not known may not be finished yet.
      if (asked.length > 1 && ![...found.values()].some((grade) => grade >= FORM)) {
        this.words.forEach((word, place) => word.startsWith(asked) && !found.has(place) && take(place, BEGUN));
      }
      return [...found].sort(([a, grade], [b, other]) => other - grade || this.words[a].length - this.words[b].length || a - b).slice(0, MOST);
    }

    /** The word that was meant by one that is not here, as it is written: the nearest that differs by a letter or two. */
    async meant(asked) {
      const most = asked.length > 7 ? 2 : asked.length > 3 ? 1 : 0;
      const near = this.words.map((word, place) => [distance(asked, word, most), place]).filter(([far]) => far <= most);
      const place = near.sort(([far, place], [other, second]) => far - other || place - second)[0]?.[1];
      if (place === undefined) return;
      const [page, passage] = await this.at(this.postings, place);
      const { t: title, p: passages } = await this.at(this.texts, page);
      return [title, ...passages[passage]].join(" ").match(WORD)?.find((word) => fold(word) === this.words[place]);
    }

    /** The pages that say what was asked for, the best first. */
    async find(asked) {
      const pages = new Map();
      const shown = new Set();
      const terms = [...new Set(asked)].map((word) => ({ word, matches: this.matches(word) }));
      await Promise.all(terms.map(async (term) => {
        term.lists = await Promise.all(term.matches.map(([place]) => this.at(this.postings, place)));
      }));
      const total = Math.max(1, ...terms.flatMap(({ lists }) => lists.map((list) => list.length / 3)));
      terms.forEach(({ word, matches, lists }) => {
        const mine = new Map();
        lists.forEach((list, index) => {
          const grade = matches[index][1];
          for (let at = 0, page = 0; at < list.length; at += 3) {
            page += list[at];
            const passages = mine.get(page) ?? mine.set(page, new Map()).get(page);
            passages.set(list[at + 1], Math.max(passages.get(list[at + 1]) ?? 0, grade * list[at + 2]));
          }
        });
        // What stands on many pages says little of each.
        const rare = Math.log(1 + (4 * total) / (1 + mine.size));
        for (const [page, passages] of mine) {
          const hit = pages.get(page) ?? pages.set(page, { page, terms: 0, score: 0, passages: new Map() }).get(page);
          const weights = [...passages.values()];
          const best = Math.max(...weights);
          hit.terms += 1;
          hit.score += rare * (best + 0.1 * (weights.reduce((sum, weight) => sum + weight, 0) - best));
          for (const [passage, weight] of passages) hit.passages.set(passage, (hit.passages.get(passage) ?? 0) + rare * weight);
        }
        // The small words of a question are not marked beside the others.
        if (terms.length === 1 || word.length > 2) matches.forEach(([place]) => shown.add(this.words[place]));
      });
      const all = [...pages.values()].sort((a, b) => b.terms - a.terms || b.score - a.score || a.page - b.page);
      const whole = all.filter((hit) => hit.terms === terms.length);
      const unknown = terms.find(({ matches }) => matches.length === 0)?.word;
      return { hits: whole.length ? whole : all, isWhole: whole.length > 0, shown, unknown };
    }
  }

  /** How many letters have to be changed, left out, added or exchanged with the next; more than `most` is not counted. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], last = [...Array(other.length + 1).keys()];
    for (let i = 1; i <= one.length; i++) {
      const line = [i];
      for (let j = 1; j <= other.length; j++) {
        line[j] = Math.min(line[j - 1] + 1, last[j] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) line[j] = Math.min(line[j], before[j - 2] + 1);
      }
      [before, last] = [last, line];
    }
    return last[other.length];
  }

  /** An element with its content. */
  function make(name, properties, ...content) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...content);
    return element;
  }

  /** A text with the words marked that were found. */
  function marked(text, shown) {
    const parts = [];
    let end = 0;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (!shown.has(fold(word))) continue;
      parts.push(text.slice(end, index), make("mark", {}, word));
      end = index + word.length;
    }
    return [...parts, text.slice(end)];
  }

  /** The part of a text in which most of the words stand that were found. */
  function excerpt(text, shown) {
    const LONG = 220;
    if (text.length <= LONG * 1.2) return text;
    const places = [...text.matchAll(WORD)].filter(([word]) => shown.has(fold(word))).map(({ index }) => index);
    const within = (start) => places.filter((place) => place >= start && place < start + LONG * 0.8).length;
    const first = places.reduce((best, place) => (within(place) > within(best) ? place : best), places[0] ?? 0);
    let start = first < LONG * 0.6 ? 0 : first - LONG * 0.3;
    if (start > 0) start = text.indexOf(" ", start) + 1;
    let end = Math.min(text.length, start + LONG);
    if (end < text.length) end = text.lastIndexOf(" ", end);
    return (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
  }

  const form = document.getElementById("_find");
  const field = document.getElementById("_find-field");
  const status = document.getElementById("_find-status");
  const meant = document.getElementById("_find-meant");
  const said = document.getElementById("_find-words").dataset;
  const sections = [...document.querySelectorAll(".edition")];
  const [own, ...others] = sections.map((section) => new Edition(section));
  const more = own.section.querySelector("button");
  const title = document.title;
  let turn = 0;

  /** A page that was found. */
  async function hitItem(edition, { page, passages }, shown, level) {
    const { a: address, t: name, k: kind, p: texts } = await edition.at(edition.texts, page);
    const best = [...passages].sort(([a, weight], [b, other]) => other - weight || a - b).map(([passage]) => texts[passage]);
    const within = best.filter(([anchor]) => anchor).slice(0, 3);
    const [, , text] = best.find(([, , text]) => words(text).some((word) => shown.has(word))) ?? best[0];
    const item = make("li", {}, make("p", { className: "kind" }, kind), make(level, {}, make("a", { href: address }, ...marked(name, shown))));
    if (text) item.append(make("p", {}, ...marked(excerpt(text, shown), shown)));
    if (within.length) {
      const link = ([anchor, heading]) => make("li", {}, make("a", { href: `${address}#${anchor}` }, ...marked(heading, shown)));
      item.append(make("ul", { className: "within" }, ...within.map(link)));
    }
    return item;
  }

  /** Shows the next pages that were found. */
  async function show(edition, { hits, shown }, from, count, level) {
    const items = await Promise.all(hits.slice(from, from + count).map((hit) => hitItem(edition, hit, shown, level)));
    return () => {
      const list = edition.section.querySelector("ol");
      if (from === 0) list.replaceChildren();
      list.append(...items);
      return items;
    };
  }

  function tell(text, found = "", count = 0) {
    status.textContent = text.replace("{n}", count.toLocaleString(document.documentElement.lang)).replace("{q}", () => found);
  }

  function nothing() {
    for (const { section } of [own, ...others]) section.querySelector("ol").replaceChildren();
    for (const { section } of others) section.hidden = true;
    more.hidden = meant.hidden = true;
    tell("");
  }

  /** Searches all editions for what the field says. A search that was overtaken by the next shows nothing. */
  async function search(isAgain) {
    const mine = ++turn;
    const text = field.value.trim();
    const asked = words(text);
    document.title = text ? `${text} – ${title}` : title;
    // A list of hits is no page of its own for search engines.
    if (text && !document.querySelector("meta[name=robots]")) document.head.append(make("meta", { name: "robots", content: "noindex" }));
    if (!asked.length) return nothing();
    try {
      await own.open(isAgain && "reload");
      const found = await own.find(asked);
      const put = await show(own, found, 0, AT_ONCE, "h2");
      if (mine !== turn) return;
      put();
      const { hits, isWhole } = found;
      const form = hits.length === 0 ? "none" : isWhole ? (hits.length === 1 ? "one" : "many") : "some";
      tell(said[form], text, hits.length);
      await suggest(text, found, mine);
      more.hidden = hits.length <= AT_ONCE;
      more.onclick = async () => {
        const from = own.section.querySelector("ol").children.length;
        const [first] = (await show(own, found, from, AT_ONCE, "h2"))();
        more.hidden = hits.length <= from + AT_ONCE;
        first.querySelector("a").focus();
      };
    } catch (fault) {
      if (mine !== turn) return;
      // Published anew since this page was opened: what its lists name is gone.
      own.forget();
      if (!isAgain) return search(true);
      nothing();
      tell(said.failed);
      return;
    }
    for (const other of others) await searchElsewhere(other, asked, mine);
  }

  /** Another edition is searched when this one has been; where it has nothing, or is not to be had, nothing is said of it. */
  async function searchElsewhere(other, asked, mine) {
    try {
      await other.open();
      const found = await other.find(asked);
      const hits = found.isWhole ? found.hits : [];
      const put = await show(other, { ...found, hits }, 0, 3, "h3");
      if (mine !== turn) return;
      put();
      other.section.hidden = hits.length === 0;
      other.section.querySelector(".note").textContent = `(${hits.length.toLocaleString(document.documentElement.lang)})`;
      const link = other.section.querySelector("h2 a");
      link.search = new URLSearchParams({ q: field.value.trim() });
    } catch {
      other.section.hidden = true;
      other.forget();
    }
  }

  async function suggest(text, { unknown }, mine) {
    const word = unknown && (await own.meant(unknown));
    if (mine !== turn) return;
    meant.hidden = !word;
    if (!word) return;
    const raw = [...text.matchAll(WORD)].map(([word]) => word).find((word) => fold(word) === unknown);
    const link = meant.querySelector("a");
    link.textContent = text.replace(raw, () => word);
    link.href = `?${new URLSearchParams({ q: link.textContent })}`;
  }

  const address = () => {
    const url = new URL(location.href);
    if (field.value.trim()) url.searchParams.set("q", field.value.trim());
    else url.searchParams.delete("q");
    return url;
  };
  const restore = () => {
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    return search();
  };

  let wait;
  field.addEventListener("focus", () => own.open().catch(() => own.forget()), { once: true });
  field.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      history.replaceState(null, "", address());
      search();
    }, 150);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(wait);
    if (address().href !== location.href) history.pushState(null, "", address());
    search();
  });
  addEventListener("popstate", restore);

  // A key that acts by itself must be one that can be turned off.
  const slash = document.querySelector(".slash");
  const box = slash.querySelector("input");
  try {
    box.checked = localStorage.getItem("langebro-slash") !== "off";
    box.addEventListener("change", () => (box.checked ? localStorage.removeItem("langebro-slash") : localStorage.setItem("langebro-slash", "off")));
    slash.hidden = false;
  } catch {
    // A browser that keeps nothing has nothing to turn off for good.
  }

  form.hidden = false;
  restore();
}

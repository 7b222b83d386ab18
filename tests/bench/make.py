#!/usr/bin/env python3
"""Writes a bilingual site of any size, the same text for Langebro and for Hugo.

    make.py --pages 1000 --out DIR [--for langebro|hugo]

PAGES counts halves: 1,000 pages are 500 pairs, Danish and English. One pair in fifty is a case box, one section in five
embeds one. Every section has headings, a list, a table, a footnote, links to other sections and one to three goals; the
sections lie in chapters of chapters. The same number gives the same bytes. Python 3, standard library only.
"""
import argparse
import random
from pathlib import Path

LANGUAGES = ("da", "en")
PER_CHAPTER = 25
CHAPTERS_PER_PART = 8

WORDS = {
    "da": {
        "who": "kommunen,byen,forvaltningen,netværket,regionen,havnen,partnerskabet,skolerne,borgerne,forskerne".split(","),
        "does": "afprøver,deler,måler,styrker,planlægger,undersøger,samler,fornyer".split(","),
        "what": "erfaringer med grønne gårde,løsninger for rent vand,planer for cykelveje,viden om sunde byrum,"
                "aftaler om mindre spild,data om byens luft,forslag til billigere boliger,metoder til at spare på varmen".split(","),
        "how": "sammen med andre byer,hvert eneste år,på tværs af Øresund,med åbne regnskaber,uden at spørge om lov,i små skridt".split(","),
        "heads": ["Baggrund", "Mål", "Sådan gør vi", "Resultater", "Hvad vi lærte"], "part": "Del", "chapter": "Kapitel",
        "title": "Opgave", "case": "Casen", "table": ("År", "Mål", "Nået"), "note": "Tallene er byens egne.", "see": "Se også",
        "home": "Prøvestrategien", "goals": "Verdensmål",
    },
    "en": {
        "who": "the city,the council,the network,the region,the harbour,the partnership,the schools,residents,researchers".split(","),
        "does": "tests,shares,measures,strengthens,plans,studies,gathers,renews".split(","),
        "what": "lessons from green courtyards,solutions for clean water,plans for cycle routes,knowledge of healthy streets,"
                "agreements on less waste,data on the air,proposals for cheaper homes,ways to save heat".split(","),
        "how": "together with other cities,year after year,across the Sound,with open books,without being asked,in small steps".split(","),
        "heads": ["Background", "Aims", "How we work", "Results", "What we learnt"], "part": "Part", "chapter": "Chapter",
        "title": "Task", "case": "Case", "table": ("Year", "Aim", "Reached"), "note": "The figures are the city’s own.", "see": "See also",
        "home": "The trial strategy", "goals": "Global Goals",
    },
}


class Site:
    """Which pairs there are and how they hang together; knows no generator."""

    def __init__(self, pages: int):
        pairs = pages // 2
        self.cases = [f"case-{i:05}" for i in range(max(1, pairs // 50))]
        sections = pairs - len(self.cases) - 1
        self.parts = []  # (part, [(chapter, [task])]); parts and chapters are pages too
        made = number = 0
        while made < sections:
            part = f"part-{len(self.parts) + 1:03}"
            chapters = []
            made += 1
            while made < sections and len(chapters) < CHAPTERS_PER_PART:
                chapter = f"{part}-{len(chapters) + 1}"
                made += 1
                tasks = []
                while made < sections and len(tasks) < PER_CHAPTER:
                    tasks.append(f"task-{number:05}")
                    number += 1
                    made += 1
                chapters.append((chapter, tasks))
            self.parts.append((part, chapters))
        self.tasks = [task for _, chapters in self.parts for _, tasks in chapters for task in tasks]


def sentence(rng: random.Random, w: dict) -> str:
    s = f"{rng.choice(w['who'])} {rng.choice(w['does'])} {rng.choice(w['what'])} {rng.choice(w['how'])}."
    return s[0].upper() + s[1:]


def paragraph(rng: random.Random, w: dict) -> str:
    return " ".join(sentence(rng, w) for _ in range(rng.randint(4, 8)))


def body(site: Site, key: str, language: str, link, box) -> str:
    """The text of a section; `link` and `box` write references the way a generator wants them."""
    w, shape, rng = WORDS[language], random.Random(f"shape {key}"), random.Random(f"{language} {key}")
    blocks = [paragraph(rng, w) + "[^1]", paragraph(rng, w)]
    for i, head in enumerate(shape.sample(range(5), 4)):
        blocks += ["## " + w["heads"][head], paragraph(rng, w), paragraph(rng, w)]
        if i == 0:
            blocks.append("\n".join("- " + sentence(rng, w) for _ in range(4)))
        if i == 1:
            a, b, c = w["table"]
            rows = [f"| {2020 + y} | {shape.randint(10, 99)} | {shape.randint(10, 99)} |" for y in range(4)]
            blocks.append("\n".join([f"| {a} | {b} | {c} |", "| --- | --: | --: |", *rows]))
        if i == 2 and int(key[-5:]) % 5 == 0:
            blocks.append(box(shape.choice(site.cases)))
        blocks.append(f"{w['see']} {link(shape.choice(site.tasks))}. " + paragraph(rng, w))
    blocks.append("[^1]: " + w["note"])
    return "\n\n".join(blocks) + "\n"


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def goals(key: str) -> list[int]:
    rng = random.Random(f"goals {key}")
    return sorted(rng.sample(range(1, 18), rng.randint(1, 3)))


def langebro(site: Site, out: Path) -> None:
    put(out / "langebro.yaml", "title: {da: Prøvestrategien, en: The trial strategy}\nbase_url: https://strategi.example/\n"
        "languages: [da, en]\nstrangers: en\npublisher: Langebro\nwhole: false\n")
    for language in LANGUAGES:
        w = WORDS[language]

        def page(path: str, title: str, slug: str, text: str, tags: list[int], language=language) -> None:
            sdgs = f"sdgs: {tags}\n" if tags else ""
            put(out / f"content/{path}.{language}.md",
                f"---\ntitle: {title}\nslug: {slug}\ndescription: {title}.\n{sdgs}---\n\n{text}")

        put(out / f"content/index.{language}.md", f"---\ntitle: {w['home']}\n---\n\n{w['home']}.\n")
        for case in site.cases:
            rng = random.Random(f"{language} {case}")
            page(f"cases/{case}", f"{w['case']} {case[5:]}", case, paragraph(rng, w) + "\n\n" + paragraph(rng, w) + "\n", goals(case))
        for p, (part, chapters) in enumerate(site.parts, 1):
            folder = f"sections/{p:03}-{part}"
            page(f"{folder}/index", f"{w['part']} {p}", part, "", [])
            for c, (chapter, tasks) in enumerate(chapters, 1):
                page(f"{folder}/{c:03}-{chapter}/index", f"{w['chapter']} {p}.{c}", chapter, "", [])
                for t, task in enumerate(tasks, 1):
                    text = body(site, task, language, lambda key: f"[[{key}]]", lambda key: f"![[{key}]]")
                    page(f"{folder}/{c:03}-{chapter}/{t:03}-{task}", f"{w['title']} {task[5:]}", task, text, goals(task))


HUGO_BASE = """<!doctype html>
<html lang="{{ site.Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} – {{ site.Title }}</title>
<meta name="description" content="{{ .Description }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}<link rel="stylesheet" href="/style.css">
</head>
<body>
<header><p><a href="{{ site.Home.RelPermalink }}">{{ site.Title }}</a></p>
<nav aria-label="Languages"><ul>{{ range .AllTranslations }}<li><a href="{{ .RelPermalink }}" hreflang="{{ .Language.Lang }}">{{ .Language.Lang }}</a></li>{{ end }}</ul></nav></header>
<nav aria-label="Contents"><ol>{{ range site.Home.Sections }}{{ if ne .Section "cases" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ol></nav>
<nav aria-label="Chapter"><ol>{{ with .Parent }}{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}</ol></nav>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>Langebro</p></footer>
</body>
</html>
"""
HUGO_SINGLE = """{{ define "main" }}<article><h1>{{ .Title }}</h1>
<ul>{{ range .GetTerms "goals" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ .TableOfContents }}
{{ .Content }}
</article>
<nav aria-label="Pages">{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
"""
HUGO_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1>
{{ .Content }}
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</li>{{ end }}</ul>{{ end }}
"""
HUGO_BOX = """{{ $page := site.GetPage (printf "/cases/%s" (.Get 0)) }}<article class="case"><p>Case</p>
<h3><a href="{{ $page.RelPermalink }}">{{ $page.Title }}</a></h3>{{ $page.Content }}</article>"""


def hugo(site: Site, out: Path) -> None:
    put(out / "hugo.toml", "baseURL = 'https://strategi.example/'\ndefaultContentLanguage = 'da'\ndisableKinds = ['rss']\n[taxonomies]\ngoal = 'goals'\n"
        "[languages.da]\ntitle = 'Prøvestrategien'\nweight = 1\n[languages.en]\ntitle = 'The trial strategy'\nweight = 2\n")
    put(out / "layouts/baseof.html", HUGO_BASE)
    put(out / "layouts/single.html", HUGO_SINGLE)
    put(out / "layouts/list.html", HUGO_LIST)
    put(out / "layouts/_shortcodes/box.html", HUGO_BOX)
    put(out / "static/style.css", "body { max-width: 60rem; margin: auto }\n")
    where = {}
    for part, chapters in site.parts:
        for chapter, tasks in chapters:
            where.update({task: f"{part}/{chapter}/{task}" for task in tasks})
    for language in LANGUAGES:
        w = WORDS[language]

        def page(path: str, title: str, weight: int, text: str, tags: list[int], language=language, w=w) -> None:
            terms = "goals: [" + ", ".join(f'"{w["goals"]} {tag}"' for tag in tags) + "]\n" if tags else ""
            put(out / f"content/{path}.{language}.md", f"---\ntitle: {title}\ndescription: {title}.\nweight: {weight}\n{terms}---\n\n{text}")

        page("_index", w["home"], 0, w["home"] + ".\n", [])
        page("cases/_index", "Cases", 99999, "", [])
        for case in site.cases:
            rng = random.Random(f"{language} {case}")
            page(f"cases/{case}", f"{w['case']} {case[5:]}", 1, paragraph(rng, w) + "\n\n" + paragraph(rng, w) + "\n", goals(case))
        for p, (part, chapters) in enumerate(site.parts, 1):
            page(f"{part}/_index", f"{w['part']} {p}", p, "", [])
            for c, (chapter, tasks) in enumerate(chapters, 1):
                page(f"{part}/{chapter}/_index", f"{w['chapter']} {p}.{c}", c, "", [])
                for t, task in enumerate(tasks, 1):
                    def link(key: str) -> str:
                        return f"[{w['title']} {key[5:]}]({{{{< relref \"/{where[key]}\" >}}}})"
                    text = body(site, task, language, link, lambda key: f"{{{{< box {key} >}}}}")
                    page(f"{part}/{chapter}/{task}", f"{w['title']} {task[5:]}", t, text, goals(task))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--for", dest="generator", choices=("langebro", "hugo"), default="langebro")
    args = parser.parse_args()
    if args.pages < 100:
        parser.error("--pages must be at least 100")
    {"langebro": langebro, "hugo": hugo}[args.generator](Site(args.pages), args.out)


if __name__ == "__main__":
    main()

# Hvad programmet siger ud over sine bemærkninger, på dansk.

error = fejl
warning = advarsel
help = hjælp

heading-usage = Brug:
usage-options = [VALG]
usage-command = <KOMMANDO>
usage-command-optional = [KOMMANDO]
heading-commands = Kommandoer
heading-arguments = Angiv
heading-options = Valg

help-langebro = Udgiver en strategi på flere sprog, der siger det samme.
help-init = Lav et lille tosproget websted i en ny mappe
help-new = Lav et nyt afsnit, en ny case eller en ny side med en fil på hvert sprog; eller brugerfladens ord på et nyt sprog
help-rename = Giv en side en anden nøgle; filer, links og adresser følger med
help-move = Giv et afsnit eller kapitel en anden plads i strategien; links og adresser følger med
help-build = Udgiv webstedet i dets mappe
help-serve = Vis webstedet i en browser, og igen hver gang en fil gemmes
help-check = Fortæl alt, hvad der er galt med webstedet, uden at skrive noget
help-headers = Skriv de indstillinger, som webserveren skal bruge til dette websted
help-explain = Forklar, hvad en bemærkning betyder, og hvordan man retter den
help-translations = Vis, om sprogene stadig siger det samme, side for side
help-diff = Vis, hvad der er ændret, siden sprogene sidst blev holdt op mod hinanden
help-reviewed = Notér, at nogen har holdt en sides sprog op mod hinanden
help-export = Skriv webstedets tekster i en fil til oversættere
help-import = Sæt teksterne fra en oversat fil ind i webstedet
help-after = Begynd med `langebro init min-strategi` og derefter `langebro serve --root min-strategi --open`.

help-option-root = Webstedets mappe, den med langebro.yaml i (ellers: denne mappe)
help-option-format = Hvordan bemærkninger vises: human eller json
help-option-lang = Sproget, der tales: da eller en
help-option-quiet = Vis kun bemærkninger
help-option-help = Vis denne hjælp
help-option-version = Vis versionen
help-option-dir = Den nye mappe
help-option-kind = Hvad der skal laves: section (afsnit), case, page (side) eller words (ord)
help-option-key = Hvad links kalder siden: a-z, 0-9 og bindestreger, for eksempel bynetvaerk; for ord sprogets kode
help-option-after = Afsnittet, som det kommer efter (ellers: sidst)
help-option-old = Nøglen, som siden har
help-option-new = Nøglen, som den skal have: a-z, 0-9 og bindestreger
help-option-section = Afsnittet eller kapitlet, der flytter
help-option-behind = Afsnittet, som det skal stå efter
help-option-before = Afsnittet, som det skal stå før
help-option-into = Kapitlet, som det skal stå sidst i
help-option-dry-run = Fortæl kun, hvad der ville ske
help-option-output-dir = Mappen, der udgives i (ellers: public i webstedets mappe)
help-option-base-url = Adressen, som webstedet skal have, i stedet for den i langebro.yaml
help-option-drafts = Tag kladder med
help-option-strict = Afvis også advarsler
help-option-readability = Fortæl også, hvor svære siderne er at læse, og vis de sværeste sætninger
help-option-keep-going = Skriv det, der kan vises trods fejl, i en anden mappe end public
help-option-timings = Vis, hvor længe hvert trin tog
help-option-host = Adressen, der lyttes på (ellers: kun denne maskine)
help-option-port = Porten (ellers: den næste ledige fra 1407)
help-option-open = Åbn browseren
help-option-no-drafts = Udelad kladder
help-option-poll = Gennemgå mappen igen og igen: til netværksdrev, der ikke melder, når noget ændres
help-option-editor = Adressen, der åbner en fil i din editor, for eksempel vscode://file/{"{path}"}:{"{line}"}; »none« for ingen. Kan også stå i LANGEBRO_EDITOR
help-option-keys = Sidernes nøgler, for eksempel c40 introduction (uden: alle, der er ændret)
help-option-all = Alle sider, der findes på sprogene
help-option-server = Webserveren: nginx, apache eller headers-file (filen _headers hos Netlify, Cloudflare og andre)
help-option-to = Sproget, som teksterne skal oversættes til, for eksempel en
help-option-from = Sproget, som teksterne er på (ellers: webstedets første sprog, der er et andet)
help-export-option-keys = Kun disse sider, nævnt ved deres nøgler (ellers: alle)
help-option-output = Filen, der skrives (ellers: i terminalen)
help-export-option-format = Filens format: po eller xliff (ellers: hvad filens navn ender på, eller også po)
help-option-file = Filen, der kom tilbage, PO eller XLIFF
help-option-dry-run = Fortæl, hvad der ville ske, uden at skrive noget
help-option-partial = Indlæs det, der passer, også når andre tekster ikke gør
help-option-only-stale = Kun det, der skal gøres noget ved: ændret, aldrig kontrolleret eller ikke oversat
help-option-code = Bemærkningens kode, for eksempel unknown-page

usage-unknown-command = der er ingen kommando `{ $argument }`
usage-unknown-option = der er intet valg `{ $argument }`
usage-conflict = `{ $argument }` kan ikke angives sammen med `{ $other }`
usage-missing = der mangler noget: { $argument }
usage-no-value = `{ $argument }` skal have en værdi
usage-value = `{ $value }` er ikke en værdi for `{ $argument }`
usage-other = kommandolinjen kan ikke forstås: { $argument }
usage-see-help = `langebro --help` viser, hvad der er.
lang-unknown = `{ $value }` er ikke et af de sprog, som programmet taler: da, en
key-bad = `{ $key }` kan ikke være en nøgle: brug a-z, 0-9 og bindestreger, for eksempel `{ $better }`
base-url-bad = `{ $value }` er ikke en adresse; den begynder med https:// og nævner et domæne, for eksempel https://strategi.example/
keep-going-where = `--keep-going` skriver sider, der ikke egner sig til at blive udgivet; sig hvor med `--output-dir`
output-in-sources = `{ $dir }` rummer webstedets kilder eller ligger mellem dem; sider udgives i en mappe for sig
explain-unknown = der er ingen bemærkning `{ $code }`. Der er: { $codes }
explain-nearest = der er ingen bemærkning `{ $code }`. Mente du `{ $nearest }`?

no-site = der er ingen langebro.yaml i `{ $dir }`. Gå til webstedets mappe, nævn den med `--root`, eller lav en med `langebro init`
machine = `{ $path }`: { $reason }
machine-denied = `{ $path }` må ikke læses eller skrives af dig. Bed om rettigheder til mappen, eller vælg en anden med `--output-dir`
machine-full = der er ikke plads til `{ $path }`. Gør plads på disken, og prøv igen
machine-gone = `{ $path }` findes ikke
machine-no-folder = `{ $path }` kan ikke laves: en del af vejen dertil er en fil og ikke en mappe
build-busy = en anden udgivelse er ved at skrive i `{ $dir }`. Vent, til den er færdig
manifest-damaged = `{ $path }` kan ikke læses. Den er listen over de filer, der hører til webstedet; slet den sammen med de udgivne sider, og udgiv igen

init-taken = `{ $path }` findes allerede. Vælg en mappe, der er tom eller ikke findes
init-done = Webstedet ligger i `{ $dir }`. Se det med: langebro serve --root { $dir } --open
new-taken = nøglen `{ $key }` er taget af { $file }
new-renumbered = For at give plads har disse fået nye numre; nøgler og adresser er de samme:
    { "  " }{ $files }
new-done = Lavet, som kladder:
    { "  " }{ $files }
    Skriv teksterne, og fjern linjen `draft: true`, når de er klar.
new-title = Ny side: { $key }
new-text = Skriv teksten her. En tom linje skiller to afsnit.

words-done = Lavet: { $file }
    Oversæt ordene. Verdensmål, som den ikke nævner, vises på engelsk.
words-there = temaet har allerede sine ord på `{ $language }`
words-no-language = `{ $language }` er ikke et af webstedets sprog. Føj det først til `languages` i langebro.yaml
rename-done = `{ $old }` hedder nu `{ $new }`.
rename-same = Siden hedder allerede `{ $new }`.
rename-front = forsiden kan ikke have en anden nøgle end `index`
move-done = `{ $key }` er flyttet.
move-there = `{ $key }` står der allerede.
rehearsed = Intet er skrevet. Dette ville ske:
done-renamed = Nye filnavne:
    { "  " }{ $files }
done-changed = Teksten er rettet i:
    { "  " }{ $files }
done-same-addresses = Alle adresser er de samme.
done-addresses = Nye adresser, som de gamle fører videre til:
    { "  " }{ $addresses }
key-unknown = ingen side har nøglen `{ $key }`. Nøglen er filens navn uden nummer og sprog
key-unknown-near = ingen side har nøglen `{ $key }`. Mente du `{ $near }`?
key-misread = en fil med navnet `{ $key }` ville blive læst som et nummer og en anden nøgle. Begynd nøglen med et bogstav
move-unordered = `{ $key }` er ikke et afsnit. Kun afsnit og kapitler har en plads i strategien
move-front = forsiden er ikke et afsnit og kan ikke flyttes
move-no-chapter = `{ $key }` er ikke et kapitel. Gør det til et: Lav mappen `{ $folder }`, og flyt dets filer derind med navnet `index`
move-itself = `{ $key }` kan ikke stå ved siden af sig selv. Nævn et andet afsnit
move-within = `{ $key }` kan ikke flyttes til `{ $to }`, som ligger inde i det
move-deep = afsnit må højst ligge { $deepest } mapper nede
house-unread = intet er ændret, for det vides ikke, hvor links i `{ $file }` fører hen: Filen kan ikke læses, eller en anden har dens nøgle. Ret først det, som `langebro check --drafts` viser
house-occupied = intet er ændret, for der ligger allerede noget på `{ $path }`. Flyt det, eller vælg et andet navn
house-link = intet er ændret, for `{ $path }` er et symbolsk link og ville ikke længere føre til den samme tekst. Læg selve filen der, og prøv igen
house-faults = intet er ændret, for bagefter ville dette være galt:
    { "  " }{ $faults }
house-link-lost = intet er ændret, for linket i `{ $file }`, linje { $line }, ville bagefter føre et andet sted hen. Skriv det med en nøgle, for eksempel `[[introduction]]`, og prøv igen
house-address-lost = intet er ændret, for adressen `{ $address }` ville forsvinde
house-no-alias = intet er ændret, for der er ikke plads til flere under `aliases` i `{ $file }`, som det er skrevet nu. Skriv det sådan: `aliases: [{ $address }]`
house-denied = intet er ændret, for der må ikke skrives i `{ $path }`. Bed om ret til at skrive der, og prøv igen
house-saved = intet er ændret, for `{ $path }` blev gemt i samme øjeblik. Prøv igen
house-long = intet er ændret, for `{ $path }` er for langt til at være et filnavn. Vælg en kortere nøgle

summary-pages = { $count ->
    [one] { $count } side ({ $language })
   *[other] { $count } sider ({ $language })
}
summary = Udgivet i { $dir }: { $pages }; { $new } { $new ->
    [one] ny
   *[other] nye
}, { $changed } { $changed ->
    [one] ændret
   *[other] ændrede
}, { $removed } { $removed ->
    [one] fjernet
   *[other] fjernede
} og { $unchanged } { $unchanged ->
    [one] uændret fil
   *[other] uændrede filer
}; { $milliseconds } ms.
nothing-published = Intet blev udgivet: { $errors ->
    [one] 1 fejl
   *[other] { $errors } fejl
}, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}.
check-fine = Alt er i orden.
check-found = { $errors ->
    [one] 1 fejl
   *[other] { $errors } fejl
}, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}. `langebro explain KODE` fortæller mere om hver.

readability-hardest = De sværeste sætninger i { $file }:
readability-sentence = { $place }  { $measure ->
    [lix] LIX
   *[flesch] Flesch
} { $value }, { $count } ord: »{ $text }«
readability-page = Side
readability-all = Alle sider
readability-language = { $code ->
    [da] Dansk
    [en] Engelsk
   *[other] { $code }
}
readability-value = { $measure ->
    [lix] LIX
   *[flesch] Flesch
} { $value }, { $band ->
    [very-easy] meget let
    [easy] let
    [medium] middel
    [hard] svær
   *[very-hard] meget svær
}
readability-missing = –
readability-no-text = ingen sætninger
readability-unmeasured = intet mål
readability-meaning-lix = LIX, for dansk, er antallet af ord i en sætning plus procentdelen af ord på mere end seks bogstaver. Til og med 24 er meget let som bøger for børn; 25 til 34 let som romaner; 35 til 44 middel som aviser; 45 til 54 svær som fagbøger og officielle tekster; 55 og derover meget svær som love og forskning.
readability-meaning-flesch = Flesch reading ease, for engelsk, falder, når sætninger og ord bliver længere, fra omkring 100 til 0 eller mindre. 80 og derover er meget let som tale; 60 til 79 let som almindeligt engelsk; 50 til 59 middel som aviser; 30 til 49 svær som tekster for studerende; under 30 meget svær som love og forskning.
readability-no-measure = Her er intet mål for: { $languages }.
readability-limits = Tallene tæller ord og sætninger og ved ikke, hvad der bliver sagt. De er oplysninger og ingen fejl, og de siger ikke meget om en tekst på få linjer.

serve-listening = Se webstedet på { $address } – det følger med, når du gemmer. Ctrl-C slutter.
serve-exposed = Andre maskiner på dette netværk kan også se det.
serve-no-browser = Ingen browser kunne åbnes; gå selv til adressen.
serve-read = Læst på { $milliseconds } ms: { $errors ->
    [one] 1 fejl
   *[other] { $errors } fejl
}, { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}.
serve-port = port { $port } er i brug. Udelad `--port`, så tages den næste ledige
editor-no-scheme = `{ $value }` begynder ikke med noget som vscode: eller zed:. Skriv for eksempel vscode://file/{"{path}"}:{"{line}"}, eller none
editor-unsafe = `{ $value }` åbner ingen editor. Skriv for eksempel vscode://file/{"{path}"}:{"{line}"}, eller none
editor-no-path = `{ $value }` siger ikke, hvor filens navn skal stå: skriv {"{path}"} dér
serve-blind = computeren lader ikke programmet holde øje med så mange mapper. Start det med `langebro serve --poll`
serve-failed = forhåndsvisningen kunne ikke køre: { $reason }

# Om sprogene siger det samme.
translations-state = { $state ->
    [in-step] følges ad
    [unreviewed] aldrig kontrolleret
    [newer-here] nyere på { $language ->
        [da] dansk
        [en] engelsk
       *[other] { $language }
    }
    [changed-both] ændret på begge sprog
   *[missing] mangler på { $language ->
        [da] dansk
        [en] engelsk
       *[other] { $language }
    }
}
translations-passages = { $count ->
    [0] {""}
    [one] 1 sted
   *[other] { $count } steder
}
translations-boxes = viser { $boxes }
translations-page = Side
translations-how = Sprogene
translations-how-many = Det gælder
translations-none = Der er ingen sider på mere end ét sprog.
translations-all-in-step = Alle { $count } sider følges ad.
translations-summary = { $count } sider: { $parts }.
translations-summary-in-step = { $count } følges ad
translations-summary-unreviewed = { $count } er aldrig kontrolleret
translations-summary-changed = { $count } er ændret
translations-summary-missing = { $count } mangler på et sprog
translations-hint-changed = Se, hvad der er ændret: langebro translations diff
translations-hint-reviewed = Når sprogene passer sammen: langebro translations reviewed NØGLE
translations-broken = `{ $file }` kan ikke læses. Ret først det, som `langebro check` viser
translations-not-there = `{ $key }` findes ikke på { $language ->
    [da] dansk
    [en] engelsk
   *[other] sproget `{ $language }`
}, eller den ene fil er en kladde, så der er intet at holde op mod hinanden
translations-diff-none = Intet er ændret, siden sprogene sidst blev holdt op mod hinanden.
translations-diff-unreviewed = { $key }: siden er aldrig kontrolleret. Læs de to sprog igennem, og skriv så: langebro translations reviewed { $key }
translations-diff-missing = { $key }: siden findes kun på ét sprog
translations-diff-changed = ændret
translations-diff-new = nyt
translations-diff-gone = slettet
translations-diff-beside = Ved siden af, { $place }:
translations-diff-alone = Der står intet ved siden af.
translations-reviewed = { $count ->
    [one] Noteret: { $keys } er kontrolleret.
   *[other] Noteret: { $count } sider er kontrolleret.
}
translations-reviewed-nothing = Det var allerede noteret; intet er skrevet.
translations-reviewed-left = { $count ->
    [one] 1 side findes ikke på alle sprog og er ikke noteret: { $keys }
   *[other] { $count } sider findes ikke på alle sprog og er ikke noteret: { $keys }
}

# Filer til oversættere.
exchange-languages = `{ $value }` er ikke et sprog, der kan oversættes fra eller til her. Webstedets sprog er { $languages }
exchange-format = `{ $value }` er ikke et format til oversættere; der er po og xliff
exchange-saved = `{ $path }` er netop blevet gemt af nogen. Intet er skrevet; prøv igen
exchange-broken = en af webstedets filer kan ikke læses. Ret først det, `langebro check` viser
exchange-nothing = Der er ikke noget at oversætte.
exchange-exported = { $texts ->
    [one] 1 tekst
   *[other] { $texts } tekster
} fra { $pages ->
    [one] 1 side
   *[other] { $pages } sider
}, fra { $from } til { $to }, { $untranslated ->
    [0] alle med oversættelse
   *[other] { $untranslated } uden oversættelse
}: { $file }
exchange-drafts = { $drafts ->
    [one] 1 kladde er udeladt
   *[other] { $drafts } kladder er udeladt
}; med `--drafts` kommer de med.
exchange-unreadable = `{ $file }` kan ikke læses, linje { $line }: { $why ->
    [encoding] den er ikke gemt som UTF-8
    [quotes] tekst skal stå mellem to anførselstegn, og et anførselstegn i den skrives `\"`: `{ $detail }`
    [escape] `{ $detail }` betyder ikke noget i PO
    [word] `{ $detail }` er ikke et ord i PO. Filen skal være PO eller XLIFF
    [lost] her er en tekst uden msgid eller msgstr foran
    [version] det er ikke XLIFF af version 2. Bed oversætteren om XLIFF 2.1 eller om PO
    [xml] det er ikke XML: { $detail }
    [language] filen siger ikke, hvilket sprog den er på (`Language` i PO, `trgLang` i XLIFF)
   *[other] { $detail }
}
exchange-foreign = `{ $file }` er på `{ $value }`, som ikke er blandt webstedets sprog: { $languages }
exchange-imported = { $texts ->
    [one] 1 tekst
   *[other] { $texts } tekster
} i { $files ->
    [one] 1 fil
   *[other] { $files } filer
}:
    { "  " }{ $list }
exchange-would-import = { $texts ->
    [one] 1 tekst
   *[other] { $texts } tekster
} i { $files ->
    [one] 1 fil
   *[other] { $files } filer
} ville blive skrevet:
    { "  " }{ $list }
exchange-file = { $texts ->
    [one] 1 tekst
   *[other] { $texts } tekster
} { $new ->
    [yes] (ny fil, en kladde)
   *[no] {""}
}
exchange-no-change = Ingen tekster er nye.
exchange-rest = { $kind ->
    [as-before] { $count ->
        [one] 1 tekst er, som den var.
       *[other] { $count } tekster er, som de var.
    }
    [untranslated] { $count ->
        [one] 1 tekst har
       *[other] { $count } tekster har
    } ingen oversættelse.
    [unsure] { $count ->
        [one] 1 tekst har oversætteren markeret som usikker (fuzzy); den er udeladt.
       *[other] { $count } tekster har oversætteren markeret som usikre (fuzzy); de er udeladt.
    }
   *[waiting] { $count ->
        [one] 1 tekst venter,
       *[other] { $count } tekster venter,
    } fordi andre tekster i den samme liste, tabel, note eller nye side ikke er oversat.
}
exchange-refused = Intet er skrevet: { $count ->
    [one] 1 tekst
   *[other] { $count } tekster
} passer ikke. Med `--partial` indlæses resten.
exchange-left-out = { $count ->
    [one] 1 tekst passer ikke og er udeladt.
   *[other] { $count } tekster passer ikke og er udeladt.
}
exchange-look-through = Læs teksterne igennem, og kør så `langebro check`.

# Det, en oversætter læser i filen; en linje hver.
exchange-before = Før stod der: { $text }
exchange-before-target = Og oversættelsen: { $text }
exchange-head = Tekster fra »{ $title }«, som skal oversættes fra { $from } til { $to }.
    Mærker som {"{1}"}…{"{/1}"} og {"{2/}"} står for links, fremhævning, fodnoter og den slags.
    Hvert mærke skal være i oversættelsen én gang. De må gerne bytte plads.
exchange-page = Side: { $title } ({ $key })
exchange-kind = { $kind ->
    [title] Sidens titel
    [description] Beskrivelse til lister og søgemaskiner
    [reason] Begrundelse for mål
    [heading] Overskrift
    [paragraph] Afsnit
    [item] Punkt i en liste
    [cell] Felt i en tabel
    [term] Begreb
    [definition] Forklaring
    [quote] Citat eller fremhævet boks
    [note] Fodnote
    [alt] Hvad billedet viser, til læsere, der ikke kan se det
   *[caption] Billedtekst
}
exchange-above = { $kind }, under »{ $heading }«
exchange-mark = { $kind ->
    [emphasis] kursiv
    [strong] fed
    [struck] overstreget
    [link] link
    [phrase] ord på sproget
    [image] billede
    [code] kode
    [note] fodnote
    [break] linjeskift
    [html] HTML
   *[literal] ord, der bliver, som de er
}
exchange-now = Oversættelsen er bygget anderledes op, som den står nu: { $text }

# Forhåndsvisningen i browseren.
preview-fault = Siden kan ikke vises
panel-panel = Forhåndsvisning
panel-open = Vis bemærkninger
panel-close = Luk
panel-here = På denne side
panel-elsewhere = Andre steder
panel-line = linje
panel-editor = Åbn i editoren
panel-side = Vis sprogene side om side
panel-back = Tilbage til siden
panel-lost = Forhåndsvisningen kører ikke længere. Start den igen med »langebro serve«.
panel-frozen = `langebro.yaml` kan ikke læses. Indtil den er rettet, ser du webstedet, som det var, og det, du gemmer nu, kommer først med bagefter.
panel-more = … og { $count } mere. De står alle i terminalen.
panel-kept = Siden kan ikke vises, som den er nu. Du ser den sidste udgave, der kunne vises.
panel-well = Alt er i orden
panel-errors = { $errors } fejl
panel-warnings = { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}
panel-both = { $errors } fejl og { $warnings ->
    [one] 1 advarsel
   *[other] { $warnings } advarsler
}

# To sprog side om side, i forhåndsvisningen.
side-title = Side om side
side-kind = { $kind ->
    [front] Forside
    [section] Afsnit
    [case] Case
   *[page] Side
}
side-language = { $code ->
    [da] dansk
    [en] engelsk
   *[other] { $code }
}
side-languages = På { $left } og { $right }
side-choose = Vælg to sprog
side-pair = { $left } og { $right }
side-page = Siden på { $language }
side-even = De to sprog følges ad: alt har et modstykke.
side-checked = Nogen har kontrolleret, at de to sprog siger det samme.
side-never-checked = Ingen har kontrolleret endnu, om de to sprog siger det samme.
side-changed-since = Ændret, siden de to sprog sidst blev kontrolleret: { $changed }. Passer de sammen, så skriv `langebro translations reviewed { $key }`.
side-changed-in = { $count ->
    [one] 1 sted på { $language }
   *[other] { $count } steder på { $language }
}
side-changed = Ændret. Før stod der:
side-new = Nyt, siden sprogene blev kontrolleret.
side-beside = Teksten ved siden af, på { $language }, er ændret. Siger de to stadig det samme?
side-beside-gone = Ved siden af, på { $language }, er dette slettet:
side-headings = Overskrifterne følges ikke ad: { $missing }.
side-headings-missing = { $count } mangler på { $language }
side-texts = Teksten følges ikke ad: { $missing }.
side-texts-missing = { $count ->
    [one] 1 stykke mangler på { $language }
   *[other] { $count } stykker mangler på { $language }
}
side-no-counterpart = Intet modstykke på { $language }
side-no-heading = Overskriften mangler på { $language }
side-no-description = Ingen beskrivelse på { $language }
side-no-half = Siden findes ikke på { $language } endnu.
side-unread-half = Siden findes ikke på { $language }, eller dens fil kan ikke læses.
side-make = Opret filen { $file }
side-source = { $file }, linje { $line }

# Bemærkningerne på dansk: hvad der er galt, og hvordan man retter det. De længere forklaringer står i docs/findings.da.md.
# Ordvalg: hovedet (linjerne mellem de to ---), felt (en linje i hovedet), nøgle (det, links kalder en side), anker (det efter # i et link).

did-you-mean = Mente du `{ $suggestion }`?

### Filer

unreadable-file = { $reason ->
    [loop] mappen er en genvej til en mappe, som den selv ligger i
   *[other] filen kan ikke læses: { $reason }
}
    .help = { $reason ->
        [loop] Slet genvejen (det symbolske link), eller lad den pege på en anden mappe.
       *[other] Se efter, om filen stadig er der, om du har lov til at åbne den, og om et andet program holder den åben. Prøv så igen.
    }

not-utf8 = filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses
    .help = Åbn filen i en teksteditor, og gem den igen med tegnsættet UTF-8. I Notesblok vælger du det ved »Kodning«, når du gemmer.

unknown-language = filnavnet `{ $name }` ender ikke på et af webstedets sprog
    .help = Skriv sproget lige før `.md`, for eksempel `c40.da.md`. Webstedets sprog er { $languages }.

hidden-extension = filen hedder `{ $name }`, og så bliver den ikke læst
    .help = Kald den `{ $better }`. Kan du ikke se det sidste led i navnet, så slå visning af filtypenavne til på din computer.

file-name = `{ $name }` kan ikke bruges som navn på en fil eller mappe
    .help = Brug kun små bogstaver fra a til z, tal og bindestreger, og lad filer ende på `.md`. Æ bliver til ae, ø til oe, å til aa og mellemrum til bindestreg. Forslag: `{ $better }`

folder-depth = afsnittet ligger for dybt: det må højst ligge i { $deepest } mapper under `content/sections`
    .help = Flyt afsnittet en mappe op, eller slå to kapitler sammen.

chapter-without-index = kapitlet `{ $chapter }` mangler sin `index`-fil
    .help = Læg en `index`-fil for hvert sprog i kapitlets mappe, for eksempel `index.da.md`, med kapitlets titel i hovedet. Den giver kapitlet navn og adresse.

outside-link = genvejen fører ud af webstedets mappe
    .help = Læg selve filen her i stedet for en genvej (et symbolsk link). Kun det, der ligger i webstedets mappe, kan udgives.

duplicate-key = nøglen `{ $key }` er også brugt af `{ $other }`
    .help = Giv den ene fil et andet navn, og ret de links, der bruger nøglen. Nøglen er filens (for et kapitel mappens) navn uden nummer og sprog, og den må kun bruges én gang på webstedet.

duplicate-order = nummer { $order } er også brugt af `{ $other }`
    .help = Giv den ene et andet nummer foran navnet, og gør det samme på begge sprog. Links og adresser bliver ved med at virke.

front-missing = webstedet mangler sin forside
    .help = Lav filen `{ $file }` med forsidens titel i hovedet, og en tilsvarende fil for hvert af de andre sprog.

missing-half = { $state ->
    [draft] siden er stadig en kladde på { $language ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $language }`
    }
   *[missing] siden mangler på { $language ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $language }`
    }
}
    .help = { $state ->
        [draft] Fjern linjen `draft: true` i `{ $better }`, når teksten er klar. Skal siden vente, så skriv `draft: true` i begge filer.
       *[missing] Lav filen `{ $better }` med den oversatte tekst. Er den ikke klar, så skriv `draft: true` i hovedet her, så venter siden på begge sprog.
    }{ $may ->
        [yes] {" "}Må læserne få siden på ét sprog så længe, så skriv i stedet `missing_half: notice`.
       *[no] {""}
    }

### Hovedet

front-matter = { $state ->
    [unclosed] hovedet slutter ikke: den anden linje med `---` mangler
   *[none] filen mangler sit hoved, linjerne mellem de to `---`
}
    .help = { $state ->
        [unclosed] Skriv `---` på en linje for sig selv efter hovedets sidste linje og før teksten.
       *[none] Begynd filen med tre linjer: `---`, så `title: Sidens titel` og så `---` igen. Teksten kommer bagefter.
    }

yaml-colon = der er et kolon for meget i `{ $field }`: teksten skal have anførselstegn om sig
    .help = Skriv `{ $field }: "{ $value }"`.

yaml-quotes = værdien står i krøllede anførselstegn, og dem kan hovedet ikke bruge
    .help = Skriv lige anførselstegn direkte fra tastaturet, for eksempel `title: "C40: byer for klimaet"`. Word og Mac retter dem ofte til krøllede af sig selv.

yaml-tab = der står en tabulator, hvor der kun må være mellemrum
    .help = Slet tabulatoren, og ryk linjen ind med to mellemrum i stedet.

yaml-syntax = linjen kan ikke forstås
    .help = Skriv et navn, et kolon, et mellemrum og en værdi, for eksempel `title: C40`. Mangler der et anførselstegn eller en klamme? Begynder værdien med et tegn som `*`, `&`, `@` eller `%`, så sæt anførselstegn om den.

unknown-field = der findes intet felt, der hedder `{ $field }`
    .help = Ret navnet, eller slet linjen. Felterne i hovedet er: { $known }. Dine egne oplysninger kan stå under `extra`.

repeated-field = `{ $field }` står mere end én gang
    .help = Behold den rigtige linje, og slet den anden. Har feltet flere værdier, så saml dem i én liste, for eksempel `sdgs: [11, 13]`.

wrong-type = { $expected ->
    [text] `{ $field }` skal være én tekst
    [list] `{ $field }` skal være en liste
    [map] `{ $field }` skal have navne og værdier under sig
    [flag] `{ $field }` skal være `true` eller `false`
    [date] `{ $field }` skal være en dato som `2025-06-30`
   *[other] `{ $field }` har en værdi af en forkert slags
}
    .help = { $expected ->
        [text] Skriv teksten efter kolonet på samme linje, eller slet linjen, hvis der ikke er noget at skrive.
        [list] Skriv værdierne i klammer med komma imellem, for eksempel `sdgs: [11, 13]` eller `languages: [da, en]`.
        [map] Skriv hver værdi på sin egen linje nedenunder, rykket to mellemrum ind, for eksempel `  da: Vores strategi`.
        [flag] Skriv `{ $field }: true` for ja eller `{ $field }: false` for nej, uden anførselstegn.
        [date] Skriv år, måned og dag med bindestreger, for eksempel `{ $field }: 2025-06-30` for den 30. juni 2025.
       *[other] Skriv en anden værdi, eller slet linjen.
    }

title-missing = siden har ingen titel
    .help = Skriv en linje som `title: Sidens titel` i hovedet, altså mellem de to linjer med `---`.

bad-choice = `{ $field }` kan ikke være `{ $value }`
    .help = Skriv et af ordene { $known }, eller slet linjen, så gælder det, der står i langebro.yaml.

bad-slug = `{ $value }` kan ikke stå i en adresse
    .help = Skriv `{ $field }` med små bogstaver fra a til z, tal og bindestreger: æ bliver til ae, ø til oe og å til aa. Forslag: `{ $better }`

bad-alias = `{ $value }` kan ikke være en tidligere adresse på webstedet
    .help = Skriv det, der stod efter domænet, med små bogstaver, tal, bindestreger og skråstreger, for eksempel `aliases: [/gammel-adresse/]`.

unknown-goal = der findes intet verdensmål `{ $value }`
    .help = Verdensmålene går fra 1 til 17, og et delmål skrives som 13.2. Skriv for eksempel `sdgs: [11, "13.2"]` i hovedet eller `[[sdg:13]]` i teksten.

unknown-target = verdensmål { $goal } har intet delmål `{ $value }`
    .help = Vælg et af dem, der findes: { $known }.

unknown-term = `{ $value }` er ikke et af ordene i `{ $taxonomy }`
    .help = Brug et af ordene fra langebro.yaml, eller føj dit eget til listen dér, med et navn på hvert sprog. Listen er nu: { $known }

note-in-one-half = { $state ->
    [here] noten til `{ $tag }` står kun her og ikke i `{ $other }`
   *[there] `{ $tag }` har en note i `{ $other }`, men ingen her
}
    .help = Noten fortæller læserne hvorfor, og den skal stå på begge sprog: { $state ->
        [here] skriv `sdgs: [{"{"}target: "{ $tag }", note: "…"{"}"}]` i hovedet på den anden fil, eller slet noten her.
       *[there] skriv `sdgs: [{"{"}target: "{ $tag }", note: "…"{"}"}]` i hovedet her, eller slet noten dér.
    }

halves-disagree = { $field ->
    [order] filen har ikke samme nummer eller mappe som `{ $other }`
   *[other] `{ $field }` er ikke det samme her som i `{ $other }`
}
    .help = { $field ->
        [order] Giv de to sprog samme mappe, nummer og navn: kun `.da.md` og `.en.md` må være forskelligt.
       *[other] Ret det ene sted, eller slet feltet i den ene fil, for ét sted er nok. Her står `{ $here }`, og i den anden fil står `{ $there }`.
    }

address-clash = { $other ->
    [media] en side og en fil vil begge have adressen `{ $address }`
   *[other] mere end én side vil have adressen `{ $address }`
}
    .help = { $other ->
        [media] Giv siden en anden `slug`, eller giv filen i `content/media` eller temaets `assets` et andet navn.
       *[other] Giv den ene side en anden `slug` i hovedet, eller slet adressen fra `aliases`. Se også `{ $other }`.
    }

### Teksten

heading-one = overskriften `{ $value }` er på øverste niveau, men der står sidens titel
    .help = Skriv `## { $value }` med to `#`. Er det sidens titel, så slet linjen: titlen kommer fra `title` i hovedet.

bad-anchor = `{ $value }` kan ikke være ankeret på en overskrift
    .help = Skriv `{ "{#" }…{ "}" }` med små bogstaver fra a til z, tal og enkelte bindestreger: æ bliver til ae, ø til oe og å til aa. Forslag: `{ $better }`

repeated-anchor = ankeret `{ $value }` er brugt på to overskrifter
    .help = Giv den ene et andet, for eksempel `{ "{#" }{ $value }-2{ "}" }`, så et link ved, hvor det skal hen.

unknown-page = der er ingen side med nøglen `{ $key }`
    .help = Skriv filnavnet uden nummer og sprog: `[[introduction]]` fører til `01-introduction.da.md`. Findes siden ikke endnu, så lav den med `langebro new`, eller fjern linket.

unknown-anchor = der er ingen overskrift med ankeret `{ $anchor }` i `{ $file }`
    .help = Ret det, der står efter `#`. Et anker er overskriftens ord med små bogstaver og bindestreger, på samme sprog som siden. På siden findes: { $known }

broken-file-link = filen `{ $path }` findes ikke
    .help = Ret stien; den regnes fra den fil, linket står i. Det er nemmere at linke med nøglen: `[[c40]]`.

broken-address = adressen `{ $address }` findes ikke på webstedet
    .help = Ret adressen, eller link med nøglen, for eksempel `[[c40]]`, så linket følger med, når en side skifter adresse.

outside-site = `{ $value }` ligger uden for webstedet
    .help = Læg billeder og filer i `content/media`, og henvis til dem dér. Brug `/` og ikke `\` i stier. Et link til et andet websted begynder med `https://`.

unsafe-scheme = et link må ikke begynde som `{ $value }`
    .help = Links kan begynde med `https:`, `http:`, `mailto:` eller `tel:`. En fil på din egen computer skal lægges i `content/media`, før andre kan hente den.

bad-web-address = `{ $value }` er ikke en adresse på nettet
    .help = Skriv hele adressen, som browseren viser den: `https://`, domænet og det, der følger efter.

empty-link = { $lacks ->
    [address] linket fører ingen steder hen: adressen er tom
   *[words] linket har ingen ord at klikke på
}
    .help = { $lacks ->
    [address] Skriv adressen mellem de runde parenteser, eller link med nøglen: `[[c40]]`.
   *[words] Skriv ordene mellem klammerne, for eksempel `[Københavns klimaplan](…)`, eller slet linket.
}

phrase-language = `{ $value }` er ikke en forkortelse for et sprog
    .help = Skriv sprogets forkortelse efter `lang:`, for eksempel `[Guten Tag](lang:de)`. Dansk er `da`, engelsk `en`, tysk `de`, svensk `sv`, fransk `fr`, grønlandsk `kl`.

broken-wikilink = { $cause ->
    [table] tabellen skærer linket `{ $value }` over
    [line] linket `[[{ $value }]]` er delt over to linjer
   *[other] linket `{ $value }` er ikke skrevet færdigt
}
    .help = { $cause ->
        [table] Sæt en omvendt skråstreg foran den lodrette streg: `{ $better }`.
        [line] Skriv hele linket på én linje.
       *[other] Skriv `[[nøgle]]` eller `[[nøgle|tekst]]` med to klammer i hver ende, på én linje. Skal klammerne kunne læses på siden, så skriv `\[\[`.
    }

embed-in-text = `![[{ $value }]]` står ikke alene
    .help = Sæt linjen for sig selv med en tom linje før og efter, uden for lister, citater, tabeller og fodnoter. Vil du kun linke, så fjern udråbstegnet: `[[{ $value }]]`.

unknown-case = der er ingen case med nøglen `{ $key }`
    .help = Skriv navnet på en fil i `content/cases` uden sprog og `.md`. Kun cases kan vises inde i en tekst; til alt andet linker du uden udråbstegn: `[[introduction]]`.

embed-circle = visningen af casen `{ $key }` går i ring: { $way }
    .help = Gør en af visningerne i kæden til et link ved at fjerne udråbstegnet: `[[…]]` i stedet for `![[…]]`.

embed-depth = casen `{ $key }` rummer cases i mere end { $deepest } lag
    .help = Link til de inderste cases med `[[nøgle]]` i stedet for at vise dem.

repeated-embed = casen `{ $key }`, eller en case inde i den, er allerede vist på siden
    .help = Vis den ét sted, og link til den det andet: `[[{ $key }]]` uden udråbstegn.

image-missing = billedet `{ $name }` findes ikke i `content/media`
    .help = Læg billedet i `content/media`, og skriv navnet nøjagtig som filens, også store og små bogstaver og `.jpg` eller `.jpeg`.

image-unreadable = billedet `{ $name }` kan ikke læses
    .help = Åbn det i et billedprogram, og gem det igen som JPEG, PNG, WebP, AVIF eller SVG. En SVG-fil skal sige, hvor stor den er, med `width` og `height` eller `viewBox`.

raw-html = der står HTML i teksten: `{ $value }`
    .help = Skriv det som Markdown: `**fed**`, `*kursiv*`, `[tekst](adresse)`, eller slet det. Skal tegnet `<` kunne læses, så skriv `\<`.

footnote-missing = fodnoten `[^{ $value }]` har ingen tekst
    .help = Skriv noten på en linje for sig selv nederst i filen: `[^{ $value }]: Notens tekst.`

### Indstillinger og tema

unknown-setting = der findes ingen indstilling, der hedder `{ $field }`
    .help = Ret navnet, eller slet linjen. Her kan stå: { $known }. `langebro explain unknown-setting` viser dem alle.

bad-setting = `{ $field }` kan ikke være `{ $value }`
    .help = { $field ->
        [missing_half] Skriv et af ordene { $allowed }, eller slet linjen.
        [raw_html] Skriv et af ordene { $allowed }, eller slet linjen.
        [search] Skriv et af ordene { $allowed }, eller slet linjen.
        [stale_half] Skriv et af ordene { $allowed }, eller slet linjen.
        [whole] Skriv et af ordene { $allowed }, eller slet linjen.
        [strangers] Skriv et af webstedets sprog: { $allowed }.
        [languages] Skriv sprogenes korte navne, hvert kun én gang, for eksempel `languages: [{ $allowed }]`.
       *[other] Her kan stå: { $allowed }. Et nyt navn må ikke være et, som hovedet bruger i forvejen, såsom `title`.
    }

setting-missing = langebro.yaml mangler `{ $field }`
    .help = { $field ->
        [title] Skriv, hvad udgivelsen hedder, på hvert sprog: `title: { "{" }da: Vores strategi, en: Our strategy{ "}" }`.
        [base_url] Skriv, hvor webstedet skal ligge: `base_url: https://strategi.example/`.
        [languages] Skriv sprogene, det første først: `languages: [da, en]`.
        [publisher] Skriv, hvem der udgiver: `publisher: Havneby Kommune`.
       *[other] Skriv, hvad udgiveren hedder: `publisher: { "{" }name: Havneby Kommune, url: https://havneby.example/{ "}" }`.
    }

bad-base-url = `{ $value }` er ikke en hel webadresse
    .help = Skriv `https://`, domænet og eventuelt en mappe, for eksempel `base_url: https://strategi.example/`, uden `?`, `#` og mellemrum.

bad-url = `{ $value }` i `{ $field }` er ikke en webadresse
    .help = Skriv hele adressen, som den står i browseren: `https://`, domænet og resten, uden mellemrum.

label-missing = `{ $field }` mangler på { $language ->
    [da] dansk
    [en] engelsk
   *[other] sproget `{ $language }`
}
    .help = Skriv en linje mere under `{ $field }`, som begynder med `{ $language }:`, eller føj `{ $language }: …` til mellem tuborgklammerne.

theme-missing = temaet eller skabelonen `{ $name }` findes ikke
    .help = Skriv `theme: havnefront` i langebro.yaml for at bruge det tema, der følger med, eller læg det, der mangler, i mappen `themes`.

template-fault = der er en fejl i temaet: { $reason }
    .help = Fejlen ligger i temaet, ikke i din tekst. Send beskeden her til den, der passer temaet.

word-missing = { $state ->
    [all] temaet har ingen ord på { $language ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $language }`
    }
    [many] temaet mangler { $count } ord på { $language ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $language }`
    }, blandt andre { $words }
   *[one] temaet mangler ordet `{ $word }` på { $language ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $language }`
    }
}
    .help = { $state ->
        [all] Lav filen med `langebro new words { $language }`, og oversæt hver linje i den.
       *[one] Skriv en linje `{ $word } = …` i temaets fil `i18n/{ $language }.ftl`, eller bed den, der passer temaet, om det.
    }

foreign-file = her skulle en side udgives, men der ligger noget, som Langebro ikke har lavet
    .help = Flyt filen eller mappen ud af den mappe, der udgives i (normalt `public`), og udgiv igen. Langebro rører aldrig filer, som den ikke selv har lavet. Findes `.langebro.json` ikke længere i mappen, så tøm den for de udgivne sider først.

### Filer fra oversættere

translation-page = der er ingen side med nøglen `{ $value }`
    .help = Måske har siden fået en anden nøgle, eller også er den væk. Har den fået en anden, så skriv den i filen; ellers tag sidens tekster ud af filen, eller indlæs resten med `--partial`.

translation-name = `{ $value }` er ikke navnet på en tekst
    .help = Teksternes navne (`msgctxt` i PO, `id` i XLIFF) skal komme tilbage, som de blev sendt. Bed oversætteren om filen, som programmet lavede den, eller indlæs resten med `--partial`.

translation-outdated = teksten »{ $value }« i `{ $file }` er ændret eller slettet, siden den blev sendt
    .help = Eksportér siden igen, så oversætteren får teksten, som den er nu. Med `--partial` indlæser du resten.

translation-clash = »{ $value }« har fået en anden oversættelse, siden den blev sendt{ $now ->
    [none] {""}
   *[other] : »{ $now }«
}
    .help = Nogen har rettet i `{ $file }` imens. Afgør, hvilken oversættelse der skal gælde, og skriv den selv ind. Med `--partial` indlæser du resten.

translation-repeated = der er to oversættelser af »{ $value }«
    .help = Lad kun den ene blive stående i filen.

translation-marks = i oversættelsen af »{ $value }« { $cause ->
    [missing] mangler mærket { $mark }
    [repeated] står mærket { $mark } mere end én gang
    [crossed] slutter mærket { $mark } det forkerte sted
   *[unknown] hører mærket { $mark } ikke hjemme
}
    .help = Mærkerne står for links, fremhævning og den slags. Hvert mærke skal være der én gang, og det, der begynder inde i et andet, skal også slutte inde i det. De må gerne bytte plads.

translation-markup = oversættelsen af »{ $value }« kan ikke stå der, som den er: »{ $text }«
    .help = Et tegn i den ville gøre teksten til noget andet. Se efter en fremhævning eller et link uden ord, eller et, der begynder eller slutter lige ved et tegn, for eksempel et anførselstegn, og flyt mærket.

### Advarsler

parity-headings = { $state ->
    [alone] overskriften `{ $here }` står kun på det ene sprog
    [level] overskriften `{ $here }` er ikke på samme niveau som på det andet sprog
   *[lacking] her mangler overskriften `{ $there }`, som står på det andet sprog
}
    .help = { $state ->
    [alone] Skriv den også i den anden fil, efter `{ $other }`, eller slet den her.
    [level] I `{ $other }` står `{ $there }`. Giv de to overskrifter lige mange `#`.
   *[lacking] Den står i `{ $other }`. Skriv den også her, eller slet den dér.
}

parity-boxes = { $state ->
    [alone] casen `{ $here }` bliver kun vist på det ene sprog
   *[lacking] her mangler casen `{ $there }`, som bliver vist på det andet sprog
}
    .help = { $state ->
    [alone] Skriv også `![[{ $here }]]` i den anden fil, efter `{ $other }`, eller slet linjen her.
   *[lacking] Den står i `{ $other }`. Skriv også `![[{ $there }]]` her, eller slet linjen dér.
}

parity-images = { $state ->
    [alone] billedet `{ $here }` bliver kun vist på det ene sprog
    [other] her står billedet `{ $here }`, men på det andet sprog `{ $there }`
   *[lacking] her mangler billedet `{ $there }`, som bliver vist på det andet sprog
}
    .help = { $state ->
    [alone] Vis det også i den anden fil, efter `{ $other }`, eller slet det her.
    [other] Det andet står i `{ $other }`. Vis det samme billede begge steder. Er der ord i billedet, så kald filerne det samme med sproget til sidst: `kort-da.svg` og `kort-en.svg`.
   *[lacking] Det står i `{ $other }`. Vis det også her, eller slet det dér.
}

parity-tables = { $state ->
    [alone] tabellen står kun på det ene sprog
    [size] tabellen er ikke lige stor på de to sprog
    [kind] her står { $here ->
            [table] en tabel
            [list] en liste
            [definitions] ord med forklaringer
            [quote] et citat
            [code] kode
           *[other] almindelig tekst
        }, men på det andet sprog { $there ->
            [table] en tabel
            [list] en liste
            [definitions] ord med forklaringer
            [quote] et citat
            [code] kode
           *[other] almindelig tekst
        }
   *[lacking] her mangler en tabel, som står på det andet sprog
}
    .help = { $state ->
    [alone] Skriv den også i den anden fil, efter `{ $other }`, eller slet den her.
    [size] Her har den { $here } rækker × kolonner, i `{ $other }` har den { $there }. Skriv det, der mangler, eller slet det, der er for meget.
    [kind] Det andet begynder i `{ $other }`. Vis det på samme måde på begge sprog.
   *[lacking] Den står i `{ $other }`. Skriv den også her, eller slet den dér.
}

parity-lists = { $state ->
    [alone] listen står kun på det ene sprog
    [items] her har listen { $here ->
            [one] ét punkt
           *[other] { $here } punkter
        }, på det andet sprog { $there ->
            [one] ét punkt
           *[other] { $there } punkter
        }
    [order] listen er nummereret på det ene sprog, men ikke på det andet
    [kind] her står { $here ->
            [list] en liste
            [definitions] ord med forklaringer
            [quote] et citat
            [code] kode
           *[other] almindelig tekst
        }, men på det andet sprog { $there ->
            [list] en liste
            [definitions] ord med forklaringer
            [quote] et citat
            [code] kode
           *[other] almindelig tekst
        }
   *[lacking] her mangler en liste, som står på det andet sprog
}
    .help = { $state ->
    [alone] Skriv den også i den anden fil, efter `{ $other }`, eller slet den her.
    [items] Den anden liste begynder i `{ $other }`. Skriv det punkt, der mangler, eller slet det, der er for meget. Underpunkter tæller med.
    [order] Den anden liste begynder i `{ $other }`. Brug `1.` begge steder, hvis rækkefølgen betyder noget, og ellers `-`.
    [kind] Det andet begynder i `{ $other }`. Vis det på samme måde på begge sprog.
   *[lacking] Den står i `{ $other }`. Skriv den også her, eller slet den dér.
}

parity-quotes = { $state ->
    [alone] citatet eller den fremhævede boks står kun på det ene sprog
    [alert] citatet eller den fremhævede boks er ikke af samme slags på de to sprog
    [kind] her står { $here ->
            [quote] et citat
            [code] kode
           *[other] almindelig tekst
        }, men på det andet sprog { $there ->
            [quote] et citat
            [code] kode
           *[other] almindelig tekst
        }
   *[lacking] her mangler et citat eller en fremhævet boks, som står på det andet sprog
}
    .help = { $state ->
    [alone] Skriv det også i den anden fil, efter `{ $other }`, eller slet det her.
    [alert] { $here ->
            [quote] Her er det et almindeligt citat.
           *[other] Her er det `[!{ $here ->
                [note] NOTE
                [tip] TIP
                [important] IMPORTANT
                [warning] WARNING
               *[caution] CAUTION
            }]`.
        } I `{ $other }` er det { $there ->
            [quote] et almindeligt citat
           *[other] `[!{ $there ->
                [note] NOTE
                [tip] TIP
                [important] IMPORTANT
                [warning] WARNING
               *[caution] CAUTION
            }]`
        }. Brug samme slags begge steder.
    [kind] Det andet begynder i `{ $other }`. Vis det på samme måde på begge sprog.
   *[lacking] Det står i `{ $other }`. Skriv det også her, eller slet det dér.
}

parity-notes = { $state ->
    [alone] fodnote { $here } står kun på det ene sprog
   *[lacking] her mangler fodnote { $there }, som står på det andet sprog
}
    .help = { $state ->
    [alone] Skriv den også i den anden fil, ved `{ $other }`, eller slet den her.
   *[lacking] Dens mærke står i `{ $other }`. Skriv den også her, eller slet den dér.
}

parity-text = { $state ->
    [whole] her er der tekst, men filen på det andet sprog er tom
    [empty] filen er tom, men på det andet sprog er der tekst
    [alone] { $here ->
        [none] her står der tekst før den første overskrift, men ikke på det andet sprog
       *[other] under `{ $here }` står der tekst her, men ikke på det andet sprog
    }
   *[lacking] { $there ->
        [none] her mangler teksten før den første overskrift
       *[other] her mangler teksten under overskriften
    }
}
    .help = { $state ->
    [whole] Skriv oversættelsen i `{ $other }`. Er den ikke klar, så skriv `draft: true` i hovedet på begge filer.
    [empty] Teksten begynder i `{ $other }`. Skriv oversættelsen her. Er den ikke klar, så skriv `draft: true` i hovedet på begge filer.
    [alone] Skriv den også i den anden fil, ved `{ $other }`, eller slet den her.
   *[lacking] Den begynder i `{ $other }`. Skriv den også her, eller slet den dér.
}

parity-figures = { $state ->
    [alone] `{ $here }` står kun på det ene sprog
    [other] her står `{ $here }`, men på det andet sprog `{ $there }`
   *[lacking] her mangler `{ $there }`, som står på det andet sprog
}
    .help = { $state ->
    [alone] Skriv det også i den anden fil, ved `{ $other }`, eller ret det her. Skal det være forskelligt, så skriv `<!-- afviger: { $here } -->` { $part ->
        [front] øverst i teksten, under hovedet
       *[text] på en linje for sig over stykket, listen eller tabellen
    }.
    [other] Det andet står i `{ $other }`. Ret det, der er forkert. Skal de være forskellige, så skriv `<!-- afviger: { $here } -->` { $part ->
        [front] øverst i teksten, under hovedet
       *[text] på en linje for sig over stykket, listen eller tabellen
    }, og gør det samme i den anden fil.
   *[lacking] Det står i `{ $other }`. Skriv det også her, eller ret det dér.
}

parity-exception = { $state ->
    [none] kommentaren nævner ikke noget tal
   *[absent] der står ikke `{ $value }` i teksten ved kommentaren
}
    .help = { $state ->
    [none] Skriv det tal, der skal være forskelligt på de to sprog: `<!-- afviger: 7,45 -->`. Er der flere, så sæt semikolon imellem.
   *[absent] Ret tallet i kommentaren, så det er det samme som i teksten, eller slet kommentaren. Den gælder for det stykke, den står i, eller som følger lige efter. Øverst i teksten gælder den også for titel og beskrivelse.
}

unknown-file = filen er ikke en del af webstedet og bliver ikke udgivet
    .help = Tekster ligger i `content/sections`, `content/cases` eller `content/pages` og ender på sprog og `.md`; billeder og andre filer ligger i `content/media`. Flyt filen, eller slet den.

target-number = delmålet { $value } mangler anførselstegn
    .help = Skriv `"{ $value }"`. Uden anførselstegn er det et tal, og så kan andre programmer gøre 13.10 til 13.1.

heading-skip = overskriften `{ $value }` springer fra niveau { $above } til niveau { $level }
    .help = Brug { $above ->
        [1] `##` her, for sidens titel er niveau 1.
        [2] `###` her, eller skriv en overskrift med `###` over den.
        [3] `####` her, eller skriv en overskrift med `####` over den.
        [4] `#####` her, eller skriv en overskrift med `#####` over den.
       *[other] kun ét `#` mere end i overskriften ovenfor.
    }

link-to-draft = `{ $key }` er en kladde, som læserne ikke kan se
    .help = Er teksten klar, så fjern `draft: true` i hovedet på den. Er den ikke, så tag linket eller casen ud så længe.

weak-link-text = linkteksten `{ $value }` siger ikke, hvor man kommer hen
    .help = Skriv ord, der kan forstås alene, for eksempel titlen på det, du linker til: `[Københavns klimaplan](…)`.

unmarked-language = { $where ->
    [page] sidens tekst er på { $language ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $language }`
    }, men siden er på { $own ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $own }`
    }
   *[other] dette er på { $language ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $language }`
    }, men siden er på { $own ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $own }`
    }: »{ $value }«
}
    .help = { $where ->
        [page] Oversæt den. Tager det tid, så skriv `draft: true` i hovedet på begge filer.
        [plain] Oversæt det. Her kan ords sprog ikke mærkes.
       *[passage] Oversæt det, hvis det er glemt. Skal det blive stående, så mærk det, så en skærmlæser læser det rigtigt op: `[ordene](lang:{ $language })`.
    }

phrase-own-language = ordene er mærket med `{ $value }`, men det er sproget på hele siden
    .help = Fjern mærket, og lad ordene stå. Kun ord på et andet sprog skal mærkes.

empty-phrase = `[](lang:{ $value })` mærker ingen ord
    .help = Skriv ordene mellem klammerne, for eksempel `[Guten Tag](lang:de)`, eller slet mærket.

image-alt = billedet `{ $value }` har ingen alternativ tekst
    .help = Fortæl mellem klammerne, hvad billedet viser: `![Badende i havnebadet ved Islands Brygge]({ $value })`.

weak-image-alt = { $state ->
    [file] den alternative tekst `{ $value }` er et filnavn
    [prefix] den alternative tekst begynder med at sige, at det er et billede: `{ $value }`
   *[long] den alternative tekst er på { $length } tegn
}
    .help = { $state ->
    [file] Skriv mellem klammerne, hvad billedet viser: `![Badende i havnebadet på Islands Brygge]({ $file })`.
    [prefix] Det siger en skærmlæser af sig selv. Skriv kun, hvad billedet viser: `{ $better }`.
   *[long] Fortæl i en eller to sætninger på højst 250 tegn, hvad billedet viser, og skriv resten i teksten.
    }

empty-heading = overskriften har ingen ord
    .help = Skriv overskriften efter `#`-tegnene, eller slet linjen.

bold-heading = `{ $value }` ligner en overskrift, men er kun fed skrift
    .help = Skriv den som overskrift: `{ $better }`. Hører den til teksten, så slut med et punktum.

all-capitals = `{ $value }` står med store bogstaver
    .help = Skriv det med små bogstaver. Skal det falde i øjnene, så brug `**fed**` eller en fremhævet boks (`> [!IMPORTANT]`).

table-header = { $state ->
    [row] tabellens overskrifter er tomme
   *[cell] tabellens kolonne { $column } har ingen overskrift
}
    .help = Skriv i tabellens første linje, hvad der står i hver kolonne, for eksempel `| By | Indbyggere |`. Kun den første celle må være tom, når rækkerne også har overskrifter.

table-cells = rækken har { $cells } celler, men tabellen har { $columns } kolonner: `{ $value }` bliver ikke vist
    .help = Tilføj en kolonne i tabellens to første linjer, eller slet en lodret streg (`|`) her. Hører stregen til teksten, så skriv `\|`.

unused-media = `{ $name }` i `content/media` er ikke brugt på nogen side
    .help = Slet filen, eller brug den på en side: `![Hvad billedet viser]({ $name })`. Ellers bliver den lagt på nettet, uden at nogen kan finde den.

footnote-unused = der er ingen henvisning til fodnoten `[^{ $value }]`
    .help = Sæt `[^{ $value }]` i teksten dér, hvor noten hører til, eller slet noten.

unknown-alert = { $state ->
    [not-alone] `[!{ $value }]` skal stå alene på sin linje
   *[unknown] der findes ingen boks af slagsen `{ $value }`
}
    .help = { $state ->
    [not-alone] Flyt teksten bag den ned på en linje for sig, der begynder med `>`.
   *[unknown] Skriv en af disse i stedet: { $known }. Vil du bare citere, så slet `[!{ $value }]`.
}

yaml-comment = det, der står efter `#` i `{ $field }`, kommer ikke med: `{ $value }`
    .help = Sæt hele teksten i anførselstegn: et `#` efter et mellemrum begynder en bemærkning, som ingen får vist.

stale-half = { $both ->
    [yes] siden er ændret på begge sprog, siden de sidst blev holdt op mod hinanden
   *[no] siden er ændret på { $here ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $here }`
    }, men ikke på { $there ->
        [da] dansk
        [en] engelsk
       *[other] sproget `{ $there }`
    }
}
    .help = { $count ->
        [one] Ét sted er nyt her.
       *[other] { $count } steder er nye her.
    } Se, om { $other } stadig siger det samme: `langebro translations diff { $key }` viser, hvad der er nyt. Når de to passer sammen, så skriv `langebro translations reviewed { $key }`.

statement-missing = webstedet tilhører en offentlig myndighed, men siger intet om sin tilgængelighed
    .help = Skriv `accessibility:` og adressen på jeres tilgængelighedserklæring, som er lavet i WAS-Tool, eller nøglen på en side her. Den bliver vist nederst på alle sider og på `/was/`.

review-damaged = filen kan ikke læses, så ingen ved, hvad der sidst blev kontrolleret
    .help = Hent filen igen, som den var, eller ret linjen. Er siden kontrolleret, så skriv `langebro translations reviewed` og sidens nøgle; så bliver filen skrevet forfra.

review-without-page = der er ingen side med nøglen `{ $key }` længere
    .help = Er siden slettet, så slet også denne fil. Har siden fået en anden nøgle, så giv filen den samme.

vanished-address = adressen `{ $address }` har været udgivet, men findes ikke længere
    .help = Skriv `aliases: [{ $address }]` i hovedet på den side, der har afløst den, så føres læserne derhen. Har siden allerede `aliases`, så føj adressen til listen.

leftover-markup = { $kind ->
    [definition] `{ $value }` bliver ikke vist, og intet link bruger det
    [date] `{ $value }` bliver til et punkt i en nummereret liste
   *[other] `{ $value }` bliver vist, som det står
}
    .help = { $kind ->
    [date] Sæt en omvendt skråstreg før punktummet: `{ $better }`, eller begynd linjen med et andet ord.
    [heading] Der mangler et almindeligt mellemrum efter `#`-tegnene: skriv `{ $better }`.
    [list] En liste begynder med en bindestreg og et mellemrum: skriv `{ $better }`, og giv hvert punkt sin egen linje.
    [link] Der er et mellemrum for meget mellem parenteserne: skriv `{ $better }`.
    [blanks] Der må ikke være mellemrum i filnavnet eller adressen i et link: skriv `{ $better }`, eller giv filen et navn med bindestreger.
    [definition] Er det en fodnote, så skriv `{ $better }` og fodnotens mærke i teksten. Er det et link, så skriv `[ordene](adressen)` der, hvor ordene står.
    [note] En fodnotes tekst begynder med `^`: skriv `{ $better }`. Skal klammerne kunne læses på siden, så skriv `\[`.
    [table] Tabellen mangler noget: en tom linje over sig eller en anden linje med bindestreger og lige så mange celler som den første, for eksempel `|---|---|`. Skal stregerne kunne læses på siden, så skriv `\|`.
    [phrase] Skriv sprogmærket uden mellemrum: `[ordene]({ $better })`.
    [phrase-link] Et link kan ikke stå midt i ord, der er mærket med sprog. Mærk ordene før og efter linket, eller mærk selve linket: `[ordene](adresse "{ $better }")`.
    [phrase-plain] Sprog kan kun mærkes i selve teksten, ikke her: skriv bare ordene.
   *[bold] Stjernerne til fed skrift står tæt på ordene, uden mellemrum: `**vigtigt**`. Skal de kunne læses på siden, så skriv `\*\*`.
}

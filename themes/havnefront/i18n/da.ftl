# Brugerfladens ord, på dansk.

language-name = Dansk
locale = da_DK
skip = Gå til sidens indhold
contents = Indhold
languages = Vælg sprog
only-in = siden findes kun på { $languages }{ $to ->
    [stand-in] {""}
    [front] {" "}– til forsiden
   *[above] {" "}– til »{ $title }«
}
to-front = til forsiden
language-in-words = { $code ->
    [da] dansk
    [de] tysk
    [en] engelsk
    [fo] færøsk
    [fr] fransk
    [kl] grønlandsk
    [no] norsk
    [sv] svensk
   *[other] { $name }
}
stand-in = Denne side findes indtil videre kun på { $languages }
stand-in-text = Derfor er teksten herunder på { $text }.
stand-in-home = Gå til siden på { $text }
breadcrumbs = Brødkrumme
front = Forside
go-to-front = Gå til forsiden
across = På tværs af strategien
pages = Om udgivelsen
whole = Hele strategien på én side
whole-description = Hele teksten samlet, til at udskrive, søge i og gemme.
colophon = Om udskriften
overview = Strategien i overblik
goals = Verdensmål
goals-description = FN’s 17 verdensmål – og hvor i strategien der arbejdes med dem.
cases = Cases
cases-description = Eksempler fra byens internationale arbejde, samlet fra hele strategien.
term-description = Her kan du se, hvor strategien handler om: { $title }.
term-lead = { $count ->
    [one] Det gælder én side i strategien.
   *[other] Det gælder { $count } sider i strategien.
}
section = Afsnit { $number }
case = Case
page = Side
on-this-page = På denne side
facts = Om denne side
used-in = Indgår i
cite = Henvis til siden
citation = { $publisher }: »{ $title }«. I: { $whole }.{ $edition ->
    [none] {""}
   *[other] {" "}{ $edition }.
} { $address }
heading-link = Link til afsnittet »{ $title }«
# Et link fra en anden sprogudgave til det samme sted i denne. Det synlige er { $code }.
same-place = { $how ->
    [same] { $code } – samme sted på dansk: »{ $title }«
    [near] { $code } – nærmeste sted på dansk: »{ $title }«
   *[top] { $code } – siden på dansk: »{ $title }«
}
# Et sprogs navn, som det står efter »på«.
in-language = { $code ->
    [da] dansk
    [de] tysk
    [en] engelsk
    [fo] færøsk
    [fr] fransk
    [kl] grønlandsk
    [no] norsk
    [sv] svensk
   *[other] { $name }
}
parallel = På { $own } og { $other }
parallel-title = { $title } på { $own } og { $other }
parallel-description = { $title } på { $own } og { $other } side om side, stykke for stykke.
read-parallel = Læs på { $own } og { $other } side om side
read-alone = Læs kun på dansk
no-counterpart = Intet modstykke på { $language }
row-link = { $place ->
    [within] Link til stykke { $number } i »{ $title }«
   *[top] Link til stykke { $number }
}
turn = Forrige og næste afsnit
previous = Forrige
next = Næste
published = Udgivet { $date }
updated = Opdateret { $date }
draft = Kladde
not-found = Siden findes ikke
not-found-text = Der er ingen side på denne adresse. Siden kan være flyttet, eller der kan være en tastefejl i adressen.
not-found-search = Søg efter den, eller find den i indholdet herunder.
moved = Siden er flyttet
goal-lead = { $count ->
    [one] Én side i strategien arbejder med dette verdensmål.
   *[other] { $count } sider i strategien arbejder med dette verdensmål.
}
target = Delmål { $number }
targets = Delmål
whole-goal = Er mærket med målet som helhed.
through-case = Gennem casen
through-cases = Gennem cases
not-touched = Ingen sider er mærket med det
all-goals = Alle 17 mål
map = Målene og afsnittene i ét billede
map-summary = { $used ->
    [0] Ingen sider i strategien er mærket med et verdensmål endnu.
   *[other] Strategien arbejder med { $used } af de 17 verdensmål{ $foremost ->
        [0] {""}
       *[other] , mest med mål { $most }
    }{ $alone ->
        [0] {""}
       *[other] ; mål { $only } er kun med gennem cases
    }.
}
map-caption = Verdensmålene og strategiens afsnit. Øverst i hver gruppe står de mål, flest sider arbejder med.
map-disc = afsnittet er selv mærket med målet; jo større, jo flere delmål
map-rhomb = en case i afsnittet er mærket med målet
map-bar = så mange sider arbejder med målet
map-pages = Sider
map-outside = Uden for afsnittene
map-group = { $kind ->
    [own] Strategiens egne afsnit arbejder med målet
    [cases] Kun gennem cases
   *[none] Ikke berørt
}
map-own = { $count ->
    [0] målet som helhed
   *[other] delmål { $targets }
}
map-through = gennem { $boxes }
map-cases = { $boxes }
to-map = Se mål og afsnit i ét billede
un-page = Verdensmålet hos FN (på engelsk)
un-short = Hos FN (på engelsk)
un-target = Delmål { $number } hos FN (på engelsk)
number-of-pages = { $count ->
    [0] Ingen sider
    [one] 1 side
   *[other] { $count } sider
}
statement = Tilgængelighedserklæring
licence = Teksten må bruges på vilkårene i
contact = Kontakt
publisher = Udgivet af { $name }
where = Siden findes på { $address }
table = { $inside ->
    [yes] Tabel { $number } i { $title }
   *[no] Tabel { $number }
}
notes = { $inside ->
    [yes] Noter til { $title }
   *[no] Noter
}
note-mark = Note { $number }
note-back = Tilbage til teksten ved note { $number }
alert-note = Bemærk
alert-tip = Tip
alert-important = Vigtigt
alert-warning = Advarsel
alert-caution = Vær opmærksom
open-data = Hent som åbne data:
search = Søg
search-description = Søg i hele strategien.
search-field = Hvad leder du efter?
search-no-script = Søgningen virker kun, når JavaScript er slået til. Find i stedet vej i indholdet herunder.
search-in-whole = Eller søg med din browser på siden
search-hits = Det fandt vi
search-one = Én side om »{ $words }«.
search-many = { $number } sider om »{ $words }«.
search-some = Ingen side har alle ordene. Her er { $number } med nogle af dem.
search-none = Vi fandt ingen sider om »{ $words }«.
search-meant = Mente du
search-more = Vis flere
search-elsewhere = På { $name }
search-failed = Søgningen kunne ikke hentes. Prøv igen om lidt.
search-slash = Tasten / går til søgefeltet

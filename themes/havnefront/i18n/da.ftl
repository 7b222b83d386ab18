# Brugerfladens ord, på dansk.

language-name = Dansk
locale = da_DK
skip = Gå til sidens indhold
contents = Indhold
languages = Vælg sprog
only-there = { $name } (forsiden)
breadcrumbs = Brødkrumme
front = Forside
across = På tværs af strategien
pages = Om udgivelsen
overview = Strategien i overblik
goals = Verdensmål
goals-description = FN’s 17 verdensmål – og hvor i strategien der arbejdes med dem.
cases = Cases
cases-description = Eksempler fra byens internationale arbejde, samlet fra hele strategien.
term-description = Her kan du se, hvor strategien handler om: { $title }.
section = Afsnit { $number }
case = Case
page = Side
on-this-page = På denne side
facts = Om denne side
used-in = Indgår i
cite = Henvis til siden
turn = Forrige og næste afsnit
previous = Forrige
next = Næste
published = Udgivet { $date }
updated = Opdateret { $date }
draft = Kladde
not-found = Siden findes ikke
not-found-text = Der er ingen side på denne adresse. Den kan være flyttet, eller der kan være en tastefejl. Måske finder du det, du leder efter, i indholdslisten.
moved = Siden er flyttet
goal-lead = { $count ->
    [one] Én side i strategien arbejder med dette verdensmål.
   *[other] { $count } sider i strategien arbejder med dette verdensmål.
}
target = Delmål { $number }
targets = Delmål
not-touched = Ingen sider er mærket med det
un-page = Verdensmålet hos FN (på engelsk)
number-of-pages = { $count ->
    [one] 1 side
   *[other] { $count } sider
}
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

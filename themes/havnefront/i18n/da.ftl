# Brugerfladens ord, på dansk.

language-name = Dansk
skip = Gå til sidens indhold
contents = Indhold
languages = Sprog
only-there = { $language } (forsiden)
breadcrumbs = Du er her
front = Forside
goals = Verdensmål
goals-description = De 17 verdensmål, og hvilke dele af strategien der arbejder med dem.
cases = Cases
cases-description = Alle strategiens cases.
term-description = Hvad strategien siger om: { $title }.
case = Case
read-case = Casen på sin egen side
on-this-page = På denne side
used-in = Bruges i
boxes = Cases i dette afsnit
sections = Afsnit
previous = Forrige
next = Næste
published = Udgivet { $date }
updated = Opdateret { $date }
draft = Kladde
not-found = Siden blev ikke fundet
not-found-text = Der er ingen side på denne adresse. Måske fører indholdslisten til det, du søger.
moved = Siden er flyttet
goal = Mål { $number }
target = Delmål { $id }
targets = Delmål
not-touched = Indgår ikke i strategien
un-page = Målet hos FN
number-of-pages = { $count ->
    [one] 1 side
   *[other] { $count } sider
}
pages = Om udgivelsen
publisher = Udgivet af { $name }
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
alert-caution = Forsigtig

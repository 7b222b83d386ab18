# Words of the interface, in English.

language-name = English
locale = en_GB
skip = Skip to main content
contents = Contents
languages = Choose language
only-in = this page is in { $languages } only{ $to ->
    [stand-in] {""}
    [front] {" "}– to the front page
   *[above] {" "}– to ‘{ $title }’
}
to-front = to the front page
language-in-words = { $code ->
    [da] Danish
    [de] German
    [en] English
    [fo] Faroese
    [fr] French
    [kl] Greenlandic
    [no] Norwegian
    [sv] Swedish
   *[other] { $name }
}
stand-in = So far, this page is available in { $languages } only
stand-in-text = That is why the text below is in { $text }.
stand-in-home = Go to the page in { $text }
breadcrumbs = Breadcrumb
front = Front page
go-to-front = Go to the front page
across = Across the strategy
pages = About this publication
whole = The whole strategy on one page
whole-description = All of the text in one place, to print, to search and to keep.
colophon = About this copy
overview = The strategy at a glance
goals = Global Goals
goals-description = The UN’s 17 Global Goals, and where the strategy works towards them.
cases = Cases
cases-description = Examples of the city’s international work, gathered from the whole strategy.
term-description = Where the strategy is about: { $title }.
term-lead = { $count ->
    [one] It applies to one page of the strategy.
   *[other] It applies to { $count } pages of the strategy.
}
section = Section { $number }
case = Case
page = Page
on-this-page = On this page
facts = About this page
used-in = Part of
cite = Cite this page
citation = { $publisher }, ‘{ $title }’, { $whole }{ $edition ->
    [none] {""}
   *[other] , { $edition }
}, { $address }
heading-link = Link to the section ‘{ $title }’
# A link from another language to the same place in this one. What is seen of it is { $code }.
same-place = { $how ->
    [same] { $code } – the same place in English: ‘{ $title }’
    [near] { $code } – the nearest place in English: ‘{ $title }’
   *[top] { $code } – the page in English: ‘{ $title }’
}
# What a language is called after ‘in’.
in-language = { $code ->
    [da] Danish
    [de] German
    [en] English
    [fo] Faroese
    [fr] French
    [kl] Greenlandic
    [no] Norwegian
    [sv] Swedish
   *[other] { $name }
}
parallel = In { $own } and { $other }
parallel-title = { $title } in { $own } and { $other }
parallel-description = { $title } in { $own } and { $other } side by side, passage by passage.
read-parallel = Read { $own } and { $other } side by side
read-alone = Read in English only
no-counterpart = No counterpart in { $language }
row-link = { $place ->
    [within] Link to passage { $number } in ‘{ $title }’
   *[top] Link to passage { $number }
}
turn = Previous and next section
previous = Previous
next = Next
published = Published { $date }
updated = Updated { $date }
draft = Draft
not-found = Page not found
not-found-text = There is no page at this address. The page may have moved, or the address may be mistyped.
not-found-search = Search for it, or find it in the contents below.
moved = This page has moved
goal-lead = { $count ->
    [one] One page of the strategy works towards this goal.
   *[other] { $count } pages of the strategy work towards this goal.
}
target = Target { $number }
targets = Targets
whole-goal = Tagged with the goal as a whole.
through-case = Through the case
through-cases = Through cases
not-touched = No pages tagged with it
all-goals = All 17 goals
map = Goals and sections in one picture
map-summary = { $used ->
    [0] No page of the strategy is tagged with a Global Goal yet.
   *[other] The strategy works towards { $used } of the 17 Global Goals{ $foremost ->
        [0] {""}
        [one] , most of all goal { $most }
       *[other] , most of all goals { $most }
    }{ $alone ->
        [0] {""}
        [one] ; goal { $only } comes in only through cases
       *[other] ; goals { $only } come in only through cases
    }.
}
map-caption = The Global Goals and the sections of the strategy. Each group begins with the goals that most pages work towards.
map-disc = the section itself is tagged with the goal; the larger, the more targets
map-rhomb = a case in the section is tagged with the goal
map-bar = how many pages work towards the goal
map-pages = Pages
map-outside = Outside the sections
map-group = { $kind ->
    [own] Sections themselves work towards the goal
    [cases] Only through cases
   *[none] Not addressed
}
map-own = { $count ->
    [0] the goal as a whole
    [one] target { $targets }
   *[other] targets { $targets }
}
map-through = through { $boxes }
map-cases = { $boxes }
to-map = See goals and sections in one picture
un-page = This goal at the United Nations
un-short = At the United Nations
un-target = Target { $number } at the United Nations
number-of-pages = { $count ->
    [0] No pages
    [one] 1 page
   *[other] { $count } pages
}
statement = Accessibility statement
licence = The text may be used under
contact = Contact
publisher = Published by { $name }
where = This page is at { $address }
table = { $inside ->
    [yes] Table { $number } in { $title }
   *[no] Table { $number }
}
notes = { $inside ->
    [yes] Notes to { $title }
   *[no] Notes
}
note-mark = Note { $number }
note-back = Back to the text at note { $number }
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution
open-data = Download as open data:
search = Search
search-description = Search the whole strategy.
search-field = What are you looking for?
search-no-script = The search needs JavaScript. The contents below lead to everything there is.
search-in-whole = Or let your browser search the page
search-hits = What was found
search-one = One page on ‘{ $words }’.
search-many = { $number } pages on ‘{ $words }’.
search-some = No page has all of these words. These { $number } have some of them.
search-none = We found no pages on ‘{ $words }’.
search-meant = Did you mean
search-more = Show more
search-elsewhere = In { $name }
search-failed = The search could not be loaded. Please try again shortly.
search-slash = The / key goes to the search field

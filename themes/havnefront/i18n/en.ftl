# Words of the interface, in English.

language-name = English
locale = en_GB
skip = Skip to main content
contents = Contents
languages = Choose language
only-there = { $name } (front page)
breadcrumbs = Breadcrumb
front = Front page
across = Across the strategy
pages = About this publication
overview = The strategy at a glance
goals = Global Goals
goals-description = The UN’s 17 Global Goals, and where the strategy works towards them.
cases = Cases
cases-description = Examples of the city’s international work, gathered from the whole strategy.
term-description = Where the strategy is about: { $title }.
section = Section { $number }
case = Case
page = Page
on-this-page = On this page
facts = About this page
used-in = Part of
cite = Cite this page
turn = Previous and next section
previous = Previous
next = Next
published = Published { $date }
updated = Updated { $date }
draft = Draft
not-found = Page not found
not-found-text = There is no page at this address. It may have moved, or the address may be mistyped. You may find what you are looking for in the contents.
moved = This page has moved
goal-lead = { $count ->
    [one] One page of the strategy works towards this goal.
   *[other] { $count } pages of the strategy work towards this goal.
}
target = Target { $number }
targets = Targets
not-touched = No pages tagged with it
un-page = This goal at the United Nations
number-of-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
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

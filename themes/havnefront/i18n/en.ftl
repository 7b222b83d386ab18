# Words of the interface, in English.

language-name = English
skip = Skip to content
contents = Contents
languages = Languages
only-there = { $language } (front page)
breadcrumbs = You are here
front = Front page
goals = Global Goals
goals-description = The 17 Global Goals, and which parts of the strategy work on them.
cases = Cases
cases-description = All cases of the strategy.
term-description = What the strategy says on: { $title }.
case = Case
read-case = The case on a page of its own
on-this-page = On this page
used-in = Used in
boxes = Cases in this section
sections = Sections
previous = Previous
next = Next
published = Published { $date }
updated = Updated { $date }
draft = Draft
not-found = The page was not found
not-found-text = There is nothing at this address. Perhaps the contents list leads to what you seek.
moved = This page has moved
goal = Goal { $number }
target = Target { $id }
targets = Targets
not-touched = Not worked on in this strategy
un-page = The goal at the United Nations
number-of-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
pages = About the publication
publisher = Published by { $name }
table = { $inside ->
    [yes] Table { $number } in { $title }
   *[no] Table { $number }
}
notes = { $inside ->
    [yes] Notes to { $title }
   *[no] Notes
}
note-mark = Note { $number }
note-back = Back to the text of note { $number }
alert-note = Note
alert-tip = Tip
alert-important = Important
alert-warning = Warning
alert-caution = Caution

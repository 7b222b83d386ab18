# What the program says besides findings, in English.

error = error
warning = warning
help = help

heading-usage = Usage:
usage-options = [OPTIONS]
usage-command = <COMMAND>
usage-command-optional = [COMMAND]
heading-commands = Commands
heading-arguments = Arguments
heading-options = Options

help-langebro = Publishes a strategy in several languages that say the same.
help-init = Make a small bilingual site in a new folder
help-new = Make a new section, case or page, a file in each language; or the words of the interface in a new language
help-rename = Give a page another key; its files, all links and its addresses follow
help-move = Give a section or chapter another place in the strategy; links and addresses follow
help-build = Publish the site to its output folder
help-serve = Show the site in a browser, and again whenever a file is saved
help-check = Tell all that is wrong with the site, and write nothing
help-headers = Print the settings that a web server needs for this site
help-explain = Say what a finding means and how to mend it
help-translations = Tell whether the languages still say the same, page by page
help-diff = Show what has changed since the languages were last held against each other
help-reviewed = Note that somebody has held the languages of a page against each other
help-export = Write the texts of the site to a file for translators
help-import = Put the texts of a translated file into the site
help-after = Begin with `langebro init my-strategy`, then `langebro serve --root my-strategy --open`.

help-option-root = The folder of the site, the one that holds langebro.yaml (without it: this folder)
help-option-format = How to tell findings: human or json
help-option-lang = The language in which to speak: da or en
help-option-quiet = Tell findings only
help-option-help = Show this help
help-option-version = Show the version
help-option-dir = The new folder
help-option-kind = What to make: section, case, page or words
help-option-key = What links call the page: a-z, 0-9 and hyphens, such as city-networks; for words, the code of the language
help-option-after = The section after which it comes (without it: the end)
help-option-old = The key that the page has
help-option-new = The key that it is to have: a-z, 0-9 and hyphens
help-option-section = The section or chapter that moves
help-option-behind = The section that it is to come after
help-option-before = The section that it is to come before
help-option-into = The chapter at whose end it is to stand
help-option-dry-run = Only tell what would be done
help-option-output-dir = The folder to publish to (without it: public in the folder of the site)
help-option-base-url = The address at which the site will stand, in place of the one in langebro.yaml
help-option-drafts = Take drafts along
help-option-strict = Refuse warnings too
help-option-readability = Also tell how hard each page is to read, and its hardest sentences
help-option-keep-going = Write what can be shown in spite of errors, to another folder than public
help-option-timings = Tell how long each stage took
help-option-host = The address to listen on (without it: this machine alone)
help-option-port = The port (without it: the next free one from 1407)
help-option-open = Open the browser
help-option-no-drafts = Leave drafts out
help-option-poll = Keep checking the folder: for network drives that do not report changes
help-option-editor = The address that opens a file in your editor, such as vscode://file/{"{path}"}:{"{line}"}; `none` for no editor. It can also be set in LANGEBRO_EDITOR
help-option-keys = The keys of the pages, such as c40 introduction (without them: all that have changed)
help-option-all = All pages that there are in the languages
help-option-server = The web server: nginx, apache or headers-file (the file _headers at Netlify, Cloudflare and others)
help-option-to = The language into which the texts are to be translated, such as en
help-option-from = The language of the texts (without it: the first language of the site that is another)
help-export-option-keys = Only these pages, by their keys (without them: all)
help-option-output = The file to write (without it: the terminal)
help-export-option-format = The format of the file: po or xliff (without it: what the name of the file ends in, or else po)
help-option-file = The file that came back, PO or XLIFF
help-option-dry-run = Tell what would be done, and write nothing
help-option-partial = Import what fits, even if other texts do not
help-option-only-stale = Only what needs work: changed, never checked or not translated
help-option-code = The code of the finding, such as unknown-page

usage-unknown-command = there is no command `{ $argument }`
usage-unknown-option = there is no option `{ $argument }`
usage-conflict = `{ $argument }` cannot be given together with `{ $other }`
usage-missing = something is missing: { $argument }
usage-no-value = `{ $argument }` needs a value
usage-value = `{ $value }` is no value for `{ $argument }`
usage-other = the command line cannot be understood: { $argument }
usage-see-help = `langebro --help` shows what there is.
lang-unknown = `{ $value }` is none of the languages that the program speaks: da, en
key-bad = `{ $key }` cannot be a key: use a-z, 0-9 and hyphens, such as `{ $better }`
base-url-bad = `{ $value }` is no address; it begins with https:// and names a host, such as https://strategi.example/
keep-going-where = `--keep-going` writes pages that are not fit to be published; say where with `--output-dir`
output-in-sources = `{ $dir }` holds the sources of the site, or lies among them; pages are published to a folder of their own
explain-unknown = there is no finding `{ $code }`. There are: { $codes }
explain-nearest = there is no finding `{ $code }`. Did you mean `{ $nearest }`?

no-site = there is no langebro.yaml in `{ $dir }`. Go to the folder of the site, name it with `--root`, or make one with `langebro init`
machine = `{ $path }`: { $reason }
machine-denied = you may not read or write `{ $path }`. Ask for the rights to the folder, or choose another with `--output-dir`
machine-full = there is no room for `{ $path }`. Make room on the disk and try again
machine-gone = `{ $path }` does not exist
machine-no-folder = `{ $path }` cannot be made: a part of the way to it is a file and no folder
build-busy = another build is writing to `{ $dir }`. Wait until it is done
manifest-damaged = `{ $path }` cannot be read. It lists the files that belong to the site; delete it together with the published pages, and build again

init-taken = `{ $path }` is there already. Choose a folder that is empty or does not exist
init-done = The site is in `{ $dir }`. See it with: langebro serve --root { $dir } --open
new-taken = the key `{ $key }` is taken by { $file }
new-renumbered = To make room these have new numbers; keys and addresses are the same:
    { "  " }{ $files }
new-done = Made, as drafts:
    { "  " }{ $files }
    Write the texts and take the line `draft: true` out when they are ready.
new-title = New page: { $key }
new-text = Write the text here. An empty line parts two paragraphs.

words-done = Made: { $file }
    Translate its words. Goals that it does not name are shown in English.
words-there = the theme has its words in `{ $language }` already
words-no-language = `{ $language }` is none of the languages of the site. First add it to `languages` in langebro.yaml
rename-done = `{ $old }` is now called `{ $new }`.
rename-same = The page is called `{ $new }` already.
rename-front = the front page has no other key than `index`
move-done = `{ $key }` has moved.
move-there = `{ $key }` stands there already.
rehearsed = Nothing has been written. This would be done:
done-renamed = New file names:
    { "  " }{ $files }
done-changed = Text changed in:
    { "  " }{ $files }
done-same-addresses = All addresses are as they were.
done-addresses = New addresses, to which the old ones lead on:
    { "  " }{ $addresses }
key-unknown = there is no page with the key `{ $key }`. The key is the name of the file without number and language
key-unknown-near = there is no page with the key `{ $key }`. Did you mean `{ $near }`?
key-misread = a file called `{ $key }` would be read as one with a number and another key. Begin the key with a letter
move-unordered = `{ $key }` is not a section. Only sections and chapters have a place in the strategy
move-front = the front page is not a section and cannot move
move-no-chapter = `{ $key }` is not a chapter. To make it one, make the folder `{ $folder }` and move its files there, with the name `index`
move-itself = `{ $key }` cannot be placed by itself. Name another section
move-within = `{ $key }` cannot move to `{ $to }`, which lies within it
move-deep = sections may not lie deeper than { $deepest } folders
house-unread = nothing has been changed, since it is not known where the links in `{ $file }` lead: the file cannot be read, or another has its key. First mend what `langebro check --drafts` shows
house-occupied = nothing has been changed, since something lies at `{ $path }` already. Move it away, or choose another name
house-link = nothing has been changed, since `{ $path }` is a symbolic link and would no longer lead to the same text. Put the file itself there, and try again
house-faults = nothing has been changed, since this would be wrong afterwards:
    { "  " }{ $faults }
house-link-lost = nothing has been changed, since the link in `{ $file }`, line { $line }, would lead elsewhere afterwards. Write it with a key, such as `[[introduction]]`, and try again
house-address-lost = nothing has been changed, since the address `{ $address }` would be gone
house-no-alias = nothing has been changed, since `aliases` in `{ $file }` has no room for one more as it is written. Write it like this: `aliases: [{ $address }]`
house-denied = nothing has been changed, since `{ $path }` may not be written. Ask for the right to write it, and try again
house-saved = nothing has been changed, since `{ $path }` was saved at the same moment. Try again
house-long = nothing has been changed, since `{ $path }` is too long for a file name. Choose a shorter key

summary-pages = { $count ->
    [one] { $count } page ({ $language })
   *[other] { $count } pages ({ $language })
}
summary = Published to { $dir }: { $pages }; { $new } new, { $changed } changed, { $removed } removed, { $unchanged } unchanged files; { $milliseconds } ms.
nothing-published = Nothing was published: { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}.
check-fine = All is well.
check-found = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}. `langebro explain CODE` says more about each.

readability-hardest = The hardest sentences in { $file }:
readability-sentence = { $place }  { $measure ->
    [lix] LIX
   *[flesch] Flesch
} { $value }, { $count ->
    [one] 1 word
   *[other] { $count } words
}: “{ $text }”
readability-page = Page
readability-all = All pages
readability-language = { $code ->
    [da] Danish
    [en] English
   *[other] { $code }
}
readability-value = { $measure ->
    [lix] LIX
   *[flesch] Flesch
} { $value }, { $band ->
    [very-easy] very easy
    [easy] easy
    [medium] medium
    [hard] hard
   *[very-hard] very hard
}
readability-missing = –
readability-no-text = no sentences
readability-unmeasured = no measure
readability-meaning-lix = LIX, for Danish, is the words in a sentence plus the percentage of words of more than six letters. Up to 24 is very easy, as books for children are; 25 to 34 easy, as novels; 35 to 44 medium, as newspapers; 45 to 54 hard, as textbooks and official papers; 55 and more very hard, as laws and research.
readability-meaning-flesch = Flesch reading ease, for English, falls as sentences and words grow longer, from about 100 to 0 or less. 80 and more is very easy, as talk is; 60 to 79 easy, as plain English; 50 to 59 medium, as newspapers; 30 to 49 hard, as texts for students; below 30 very hard, as laws and research.
readability-no-measure = There is no measure here for: { $languages }.
readability-limits = The figures count words and sentences and know nothing of what is said. They are information and no fault, and mean little for a text of a few lines.

serve-listening = See the site at { $address } – it follows what you save. Ctrl-C ends it.
serve-exposed = Other machines on this network can see it too.
serve-no-browser = No browser could be opened; go to the address by yourself.
serve-read = Read in { $milliseconds } ms: { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}.
serve-port = port { $port } is in use. Leave `--port` out, and the next free one is taken
editor-no-scheme = `{ $value }` does not begin with something like vscode: or zed:. For example: vscode://file/{"{path}"}:{"{line}"}, or none
editor-unsafe = `{ $value }` opens no editor. For example: vscode://file/{"{path}"}:{"{line}"}, or none
editor-no-path = `{ $value }` does not say where the file’s path goes: write {"{path}"} there
serve-blind = the computer does not let the program watch so many folders. Start it with `langebro serve --poll`
serve-failed = the preview failed: { $reason }

# Whether the languages say the same.
translations-state = { $state ->
    [in-step] in step
    [unreviewed] never checked
    [newer-here] newer in { $language ->
        [da] Danish
        [en] English
       *[other] { $language }
    }
    [changed-both] changed in both languages
   *[missing] missing in { $language ->
        [da] Danish
        [en] English
       *[other] { $language }
    }
}
translations-passages = { $count ->
    [0] {""}
    [one] 1 passage
   *[other] { $count } passages
}
translations-boxes = shows { $boxes }
translations-page = Page
translations-how = Languages
translations-how-many = Concerns
translations-none = There are no pages in more than one language.
translations-all-in-step = All { $count } pages are in step.
translations-summary = { $count } pages: { $parts }.
translations-summary-in-step = { $count } in step
translations-summary-unreviewed = { $count } never checked
translations-summary-changed = { $count } changed
translations-summary-missing = { $count } missing in a language
translations-hint-changed = See what has changed: langebro translations diff
translations-hint-reviewed = When the languages agree: langebro translations reviewed KEY
translations-broken = `{ $file }` cannot be read. First mend what `langebro check` shows
translations-not-there = `{ $key }` is not there in { $language ->
    [da] Danish
    [en] English
   *[other] the language `{ $language }`
}, or one of its files is a draft, so there is nothing to hold against each other
translations-diff-none = Nothing has changed since the languages were last held against each other.
translations-diff-unreviewed = { $key }: this page was never checked. Read the two languages through and then run: langebro translations reviewed { $key }
translations-diff-missing = { $key }: this page is there in one language only
translations-diff-changed = changed
translations-diff-new = new
translations-diff-gone = deleted
translations-diff-beside = Beside it, { $place }:
translations-diff-alone = Nothing stands beside it.
translations-reviewed = { $count ->
    [one] Noted: { $keys } has been checked.
   *[other] Noted: { $count } pages have been checked.
}
translations-reviewed-nothing = That was noted already; nothing was written.
translations-reviewed-left = { $count ->
    [one] 1 page is not there in every language and was not noted: { $keys }
   *[other] { $count } pages are not there in every language and were not noted: { $keys }
}

# Files for translators.
exchange-languages = `{ $value }` is not a language to translate from or into here. The languages of the site are { $languages }
exchange-format = `{ $value }` is no format for translators; there are po and xliff
exchange-saved = `{ $path }` was saved by somebody just now. Nothing was written; try again
exchange-broken = a file of the site cannot be read. First mend what `langebro check` shows
exchange-nothing = There is nothing to translate.
exchange-exported = { $texts ->
    [one] 1 text
   *[other] { $texts } texts
} of { $pages ->
    [one] 1 page
   *[other] { $pages } pages
} from { $from } to { $to }, { $untranslated ->
    [0] all with a translation
   *[other] { $untranslated } without a translation
}: { $file }
exchange-drafts = { $drafts ->
    [one] 1 draft was left out
   *[other] { $drafts } drafts were left out
}; `--drafts` takes them along.
exchange-unreadable = `{ $file }` cannot be read, line { $line }: { $why ->
    [encoding] it is not saved as UTF-8
    [quotes] text has to stand between two quotation marks, and `\"` for one within it: `{ $detail }`
    [escape] `{ $detail }` means nothing in PO
    [word] `{ $detail }` is no word of PO. The file has to be PO or XLIFF
    [lost] a text without msgid or msgstr before it
    [version] this is no XLIFF of version 2. Ask the translator for XLIFF 2.1, or for PO
    [xml] this is no XML: { $detail }
    [language] the file does not say which language it is in (`Language` in PO, `trgLang` in XLIFF)
   *[other] { $detail }
}
exchange-foreign = `{ $file }` is in `{ $value }`, which is not among the languages of the site: { $languages }
exchange-imported = { $texts ->
    [one] 1 text
   *[other] { $texts } texts
} in { $files ->
    [one] 1 file
   *[other] { $files } files
}:
    { "  " }{ $list }
exchange-would-import = { $texts ->
    [one] 1 text
   *[other] { $texts } texts
} in { $files ->
    [one] 1 file
   *[other] { $files } files
} would be written:
    { "  " }{ $list }
exchange-file = { $texts ->
    [one] 1 text
   *[other] { $texts } texts
} { $new ->
    [yes] (new file, a draft)
   *[no] {""}
}
exchange-no-change = No text is new.
exchange-rest = { $kind ->
    [as-before] { $count ->
        [one] 1 text is
       *[other] { $count } texts are
    } as before.
    [untranslated] { $count ->
        [one] 1 text has
       *[other] { $count } texts have
    } no translation.
    [unsure] { $count ->
        [one] 1 text is
       *[other] { $count } texts are
    } marked as unsure by the translator (fuzzy) and left out.
   *[waiting] { $count ->
        [one] 1 text waits,
       *[other] { $count } texts wait,
    } because other texts of the same list, table, note or new page are not translated.
}
exchange-refused = Nothing was written: { $count ->
    [one] 1 text does
   *[other] { $count } texts do
} not fit. `--partial` imports the rest.
exchange-left-out = { $count ->
    [one] 1 text does
   *[other] { $count } texts do
} not fit and { $count ->
    [one] was
   *[other] were
} left out.
exchange-look-through = Look the texts through, and then run `langebro check`.

# What a translator reads in the file; a line each.
exchange-before = It used to say: { $text }
exchange-before-target = And its translation: { $text }
exchange-head = Texts of “{ $title }”, to be translated from { $from } to { $to }.
    Marks such as {"{1}"}…{"{/1}"} and {"{2/}"} stand for links, emphasis, footnotes and the like.
    Each has to be in the translation once. They may change places.
exchange-page = Page: { $title } ({ $key })
exchange-kind = { $kind ->
    [title] Title of the page
    [description] Description, for lists and search engines
    [reason] Reason for goal
    [heading] Heading
    [paragraph] Paragraph
    [item] Item of a list
    [cell] Cell of a table
    [term] Term
    [definition] Definition
    [quote] Quotation or alert
    [note] Footnote
    [alt] What the image shows, for readers who cannot see it
   *[caption] Caption of an image
}
exchange-above = { $kind }, under “{ $heading }”
exchange-mark = { $kind ->
    [emphasis] italics
    [strong] bold
    [struck] struck out
    [link] link
    [phrase] words in the language
    [image] image
    [code] code
    [note] footnote
    [break] line break
    [html] HTML
   *[literal] words that stay as they are
}
exchange-now = The translation now stands there built otherwise: { $text }

# The preview in the browser.
preview-fault = The page cannot be shown
panel-panel = Preview
panel-open = Show findings
panel-close = Close
panel-here = On this page
panel-elsewhere = Elsewhere
panel-line = line
panel-editor = Open in the editor
panel-side = Show the languages side by side
panel-back = Back to the page
panel-lost = The preview is not running any more. Start it again with “langebro serve”.
panel-frozen = `langebro.yaml` cannot be read. Until it is mended you see the site as it was, and what you save now comes in afterwards.
panel-more = … and { $count } more. All of them are in the terminal.
panel-kept = The page cannot be shown as it is now. You see it as it last could be shown.
panel-well = All is well
panel-errors = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}
panel-warnings = { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}
panel-both = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
} and { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}

# Two languages side by side, in the preview.
side-title = Side by side
side-kind = { $kind ->
    [front] Front page
    [section] Section
    [case] Case
   *[page] Page
}
side-language = { $code ->
    [da] Danish
    [en] English
   *[other] { $code }
}
side-languages = In { $left } and { $right }
side-choose = Choose two languages
side-pair = { $left } and { $right }
side-page = The page in { $language }
side-even = The two languages match: everything has a counterpart.
side-checked = Somebody has checked that the two languages say the same.
side-never-checked = Nobody has yet checked whether the two languages say the same.
side-changed-since = Changed since the two languages were last checked: { $changed }. If they agree, run `langebro translations reviewed { $key }`.
side-changed-in = { $count ->
    [one] 1 passage in { $language }
   *[other] { $count } passages in { $language }
}
side-changed = Changed. It used to say:
side-new = New since the languages were checked.
side-beside = The text beside this, in { $language }, has changed. Do the two still say the same?
side-beside-gone = Beside this, in { $language }, the following was deleted:
side-headings = The headings do not match: { $missing }.
side-headings-missing = { $count ->
    [one] 1 is missing in { $language }
   *[other] { $count } are missing in { $language }
}
side-texts = The text does not match: { $missing }.
side-texts-missing = { $count ->
    [one] 1 passage is missing in { $language }
   *[other] { $count } passages are missing in { $language }
}
side-no-counterpart = No counterpart in { $language }
side-no-heading = The heading is missing in { $language }
side-no-description = No description in { $language }
side-no-half = There is no version of this page in { $language } yet.
side-unread-half = There is no version of this page in { $language }, or its file cannot be read.
side-make = Create the file { $file }
side-source = { $file } line { $line }

# The findings in English: what is wrong, and how to mend it. The longer explanations stand in docs/findings.en.md.
# Our words: front matter (the lines between the two ---), field (a line of it), key (what links call a page), anchor (what follows # in a link).

did-you-mean = Did you mean `{ $suggestion }`?

### Files

unreadable-file = { $reason ->
    [loop] this folder is a shortcut to a folder that it lies in itself
   *[other] this file cannot be read: { $reason }
}
    .help = { $reason ->
        [loop] Delete the shortcut (the symbolic link), or point it at another folder.
       *[other] Check that the file is still there, that you may open it and that no other program holds on to it. Then try again.
    }

not-utf8 = this file is not saved as UTF-8, so its letters cannot be read
    .help = Open the file in a text editor and save it again with the encoding UTF-8. In Notepad you choose it beside “Encoding” when you save.

unknown-language = the file name `{ $name }` does not end in a language of this site
    .help = Put the language right before `.md`, as in `c40.en.md`. The languages of this site are { $languages }.

hidden-extension = this file is really called `{ $name }`, so it is not read
    .help = Rename it to `{ $better }`. If you cannot see the last part of the name, tell your computer to show file name extensions.

file-name = `{ $name }` cannot be the name of a file or folder
    .help = Use small letters from a to z, digits and hyphens only, and let files end in `.md`. Use hyphens instead of spaces. Try `{ $better }`

folder-depth = this section lies too deep: at most { $deepest } folders below `content/sections`
    .help = Move the section up one folder, or merge two chapters.

chapter-without-index = the chapter `{ $chapter }` has no `index` file
    .help = Put an `index` file for each language into its folder, such as `index.en.md`, with the title of the chapter in the front matter. It gives the chapter its name and address.

outside-link = this shortcut leads out of the site’s folder
    .help = Put the file itself here instead of a shortcut (symbolic link). Only what lies in the site’s folder can be published.

duplicate-key = the key `{ $key }` is also taken by `{ $other }`
    .help = Rename one of the two files and correct the links to it. The key is the name of the file (for a chapter, of its folder) without number and language, and it may be used only once on the site.

duplicate-order = the number { $order } is also taken by `{ $other }`
    .help = Put another number in front of one of the names, in both languages. Links and addresses stay as they are.

front-missing = the front page is missing
    .help = Create the file `{ $file }` with a title in its front matter, and one like it for each other language.

missing-half = { $state ->
    [draft] this page is still a draft in { $language ->
        [da] Danish
        [en] English
       *[other] the language `{ $language }`
    }
   *[missing] this page is missing in { $language ->
        [da] Danish
        [en] English
       *[other] the language `{ $language }`
    }
}
    .help = { $state ->
        [draft] Remove the line `draft: true` from `{ $better }` once the text is ready. If the page has to wait, write `draft: true` in both files.
       *[missing] Create the file `{ $better }` with the translation. If that takes time, write `draft: true` in the front matter here, and the page waits in both languages.
    }{ $may ->
        [yes] {" "}If readers may have the page in one language for now, write `missing_half: notice` instead.
       *[no] {""}
    }

### Front matter

front-matter = { $state ->
    [unclosed] the front matter does not end: its second line of `---` is missing
   *[none] this file has no front matter, the lines between the two `---`
}
    .help = { $state ->
        [unclosed] Write `---` on a line of its own after the last line of the front matter and before the text.
       *[none] Begin the file with three lines: `---`, then `title: The title of the page`, then `---` again. The text comes below.
    }

yaml-colon = there is a second colon in `{ $field }`: the text needs quotation marks
    .help = Write `{ $field }: "{ $value }"`.

yaml-quotes = this value stands in curly quotation marks, which do not work here
    .help = Type straight quotation marks, as in `title: "C40: cities for the climate"`. Word processors like to turn them into curly ones.

yaml-tab = there is a tab where only spaces may stand
    .help = Delete the tab and indent the line with two spaces.

yaml-syntax = this line cannot be understood
    .help = Write a name, a colon, a space and a value, as in `title: C40`. Is a quotation mark or a bracket missing? If the value begins with a sign such as `*`, `&`, `@` or `%`, put it in quotation marks.

unknown-field = there is no field called `{ $field }`
    .help = Correct the name, or delete the line. The fields of the front matter are: { $known }. Anything of your own can go under `extra`.

repeated-field = `{ $field }` is given more than once
    .help = Keep the right line and delete the other. Several values go into one list, as in `sdgs: [11, 13]`.

wrong-type = { $expected ->
    [text] `{ $field }` must be a single text
    [list] `{ $field }` must be a list
    [map] `{ $field }` must have names and values below it
    [flag] `{ $field }` must be `true` or `false`
    [date] `{ $field }` must be a date such as `2025-06-30`
   *[other] `{ $field }` has a value of the wrong kind
}
    .help = { $expected ->
        [text] Write the text after the colon on the same line, or delete the line if there is nothing to say.
        [list] Write the values in square brackets with commas between, as in `sdgs: [11, 13]` or `languages: [da, en]`.
        [map] Write each value on a line of its own below, indented by two spaces, as in `  en: Our strategy`.
        [flag] Write `{ $field }: true` for yes or `{ $field }: false` for no, without quotation marks.
        [date] Write year, month and day with hyphens: `{ $field }: 2025-06-30` is 30 June 2025.
       *[other] Write another value, or delete the line.
    }

title-missing = this page has no title
    .help = Write a line such as `title: The title of the page` in the front matter, between the two lines of `---`.

bad-choice = `{ $field }` cannot be `{ $value }`
    .help = Write one of the words { $known }, or delete the line; then what langebro.yaml says holds.

bad-slug = `{ $value }` cannot stand in an address
    .help = Write `{ $field }` with small letters from a to z, digits and hyphens only. Try `{ $better }`

bad-alias = `{ $value }` cannot be a former address on this site
    .help = Write what followed the domain, in small letters, digits, hyphens and slashes, as in `aliases: [/en/old-address/]`.

unknown-goal = there is no global goal `{ $value }`
    .help = The goals go from 1 to 17, and a target is written like 13.2. Write, for instance, `sdgs: [11, "13.2"]` in the front matter or `[[sdg:13]]` in the text.

unknown-target = global goal { $goal } has no target `{ $value }`
    .help = Choose one that exists: { $known }.

unknown-term = `{ $value }` is not one of the words of `{ $taxonomy }`
    .help = Use a word that langebro.yaml lists, or add yours to the list there with a name in each language. The list is now: { $known }

note-in-one-half = { $state ->
    [here] the note on `{ $tag }` stands here only, not in `{ $other }`
   *[there] `{ $tag }` has a note in `{ $other }`, but none here
}
    .help = The note tells readers why, and belongs in both languages: { $state ->
        [here] write `sdgs: [{"{"}target: "{ $tag }", note: "…"{"}"}]` in the front matter of the other file, or take the note away here.
       *[there] write `sdgs: [{"{"}target: "{ $tag }", note: "…"{"}"}]` in the front matter here, or take the note away there.
    }

halves-disagree = { $field ->
    [order] this file does not have the number or folder of `{ $other }`
   *[other] `{ $field }` is not the same here as in `{ $other }`
}
    .help = { $field ->
        [order] Give both languages the same folder, number and name: only `.da.md` and `.en.md` may differ.
       *[other] Correct one of them, or delete the field in one file: once is enough. This file has `{ $here }`, the other has `{ $there }`.
    }

address-clash = { $other ->
    [media] a page and a file both want the address `{ $address }`
   *[other] more than one page wants the address `{ $address }`
}
    .help = { $other ->
        [media] Give the page another `slug`, or rename the file in `content/media` or in the theme’s `assets`.
       *[other] Give one of the pages another `slug` in its front matter, or remove the address from `aliases`. See also `{ $other }`.
    }

### Text

heading-one = the heading `{ $value }` is on the top level, which belongs to the title of the page
    .help = Write `## { $value }` with two `#`. If it is the title of the page, delete the line: the title comes from `title` in the front matter.

bad-anchor = `{ $value }` cannot be the anchor of a heading
    .help = Write `{ "{#" }…{ "}" }` with small letters from a to z, digits and single hyphens only. Try `{ $better }`

repeated-anchor = the anchor `{ $value }` is given to two headings
    .help = Give one of them another, such as `{ "{#" }{ $value }-2{ "}" }`, so that a link knows where to go.

unknown-page = there is no page with the key `{ $key }`
    .help = Write the file name without number and language: `[[introduction]]` leads to `01-introduction.en.md`. If the page is still to come, make it with `langebro new`, or remove the link.

unknown-anchor = there is no heading with the anchor `{ $anchor }` in `{ $file }`
    .help = Correct what follows the `#`. An anchor is the words of the heading in small letters with hyphens, in the language of the page. The page has: { $known }

broken-file-link = there is no file `{ $path }`
    .help = Correct the path, which starts from the file that the link stands in. A link by key is easier: `[[c40]]`.

broken-address = there is no page at the address `{ $address }`
    .help = Correct the address, or link by key, as in `[[c40]]`: such a link keeps working when a page changes its address.

outside-site = `{ $value }` lies outside this site
    .help = Put images and files into `content/media` and refer to them there. Write `/` in paths, not `\`. A link to another site begins with `https://`.

unsafe-scheme = a link may not begin like `{ $value }`
    .help = Links may begin with `https:`, `http:`, `mailto:` or `tel:`. A file on your own computer has to be put into `content/media` before others can get it.

bad-web-address = `{ $value }` is not an address on the web
    .help = Write all of the address, as your browser shows it: `https://`, the domain and what follows.

empty-link = { $lacks ->
    [address] this link leads nowhere: its address is empty
   *[words] this link has no words to click on
}
    .help = { $lacks ->
    [address] Write the address between the round brackets, or link by key: `[[c40]]`.
   *[words] Write the words between the brackets, as in `[Copenhagen’s climate plan](…)`, or delete the link.
}

phrase-language = `{ $value }` is not the short name of a language
    .help = Write the short name after `lang:`, as in `[Guten Tag](lang:de)`. Danish is `da`, English `en`, German `de`, Swedish `sv`, French `fr`, Greenlandic `kl`.

broken-wikilink = { $cause ->
    [table] the table cuts the link `{ $value }` in two
    [line] the link `[[{ $value }]]` is broken over two lines
   *[other] the link `{ $value }` is not complete
}
    .help = { $cause ->
        [table] Put a backslash before the bar: `{ $better }`.
        [line] Write the whole link on one line.
       *[other] Write `[[key]]` or `[[key|text]]` with two brackets at either end, on one line. If readers are to see the brackets, write `\[\[`.
    }

embed-in-text = `![[{ $value }]]` does not stand alone
    .help = Give it a line of its own with an empty line before and after, outside lists, quotations, tables and footnotes. If a link is enough, remove the exclamation mark: `[[{ $value }]]`.

unknown-case = there is no case with the key `{ $key }`
    .help = Write the name of a file in `content/cases` without language and `.md`. Only cases can be shown within a text; link to anything else without the exclamation mark: `[[introduction]]`.

embed-circle = showing the case `{ $key }` goes round in a circle: { $way }
    .help = Turn one of them into a link by removing its exclamation mark: `[[…]]` instead of `![[…]]`.

embed-depth = the case `{ $key }` holds cases more than { $deepest } deep
    .help = Link to the innermost cases with `[[key]]` instead of showing them.

repeated-embed = the case `{ $key }`, or one within it, is already shown on this page
    .help = Show it in one place and link to it in the other: `[[{ $key }]]` without the exclamation mark.

image-missing = there is no image `{ $name }` in `content/media`
    .help = Put the image into `content/media`, and write its name exactly as the file has it, capitals and `.jpg` or `.jpeg` included.

image-unreadable = the image `{ $name }` cannot be read
    .help = Open it in an image program and save it again as JPEG, PNG, WebP, AVIF or SVG. An SVG has to say its size with `width` and `height` or `viewBox`.

raw-html = there is HTML in the text: `{ $value }`
    .help = Write it as Markdown: `**bold**`, `*italics*`, `[text](address)`, or delete it. If readers are to see a `<`, write `\<`.

footnote-missing = the footnote `[^{ $value }]` has no text
    .help = Write it on a line of its own at the end of the file: `[^{ $value }]: The text of the note.`

### Settings and theme

unknown-setting = there is no setting called `{ $field }`
    .help = Correct the name, or delete the line. You can use: { $known }. `langebro explain unknown-setting` shows them all.

bad-setting = `{ $field }` cannot be `{ $value }`
    .help = { $field ->
        [missing_half] Write one of the words { $allowed }, or delete the line.
        [raw_html] Write one of the words { $allowed }, or delete the line.
        [search] Write one of the words { $allowed }, or delete the line.
        [stale_half] Write one of the words { $allowed }, or delete the line.
        [whole] Write one of the words { $allowed }, or delete the line.
        [strangers] Write one of the languages of the site: { $allowed }.
        [languages] Write the short names of the languages, each only once, as in `languages: [{ $allowed }]`.
       *[other] You can use: { $allowed }. A new name may not be one that the front matter uses already, such as `title`.
    }

setting-missing = the setting `{ $field }` is missing from langebro.yaml
    .help = { $field ->
        [title] Say what the publication is called in each language: `title: { "{" }da: Vores strategi, en: Our strategy{ "}" }`.
        [base_url] Say where the site will stand: `base_url: https://strategy.example/`.
        [languages] List the languages, the main one first: `languages: [da, en]`.
        [publisher] Say who publishes it: `publisher: City of Havneby`.
       *[other] Say what the publisher is called: `publisher: { "{" }name: City of Havneby, url: https://havneby.example/{ "}" }`.
    }

bad-base-url = `{ $value }` is not a full web address
    .help = Write `https://`, the domain and, if need be, a folder, as in `base_url: https://strategy.example/`, without `?`, `#` and spaces.

bad-url = `{ $value }` in `{ $field }` is not an address on the web
    .help = Write all of the address, as your browser shows it: `https://`, the domain and what follows, without spaces.

label-missing = `{ $field }` is missing in { $language ->
    [da] Danish
    [en] English
   *[other] the language `{ $language }`
}
    .help = Add a line below `{ $field }` that begins with `{ $language }:`, or add `{ $language }: …` between the curly brackets.

theme-missing = there is no theme or template `{ $name }`
    .help = Write `theme: havnefront` in langebro.yaml to use the theme that comes with the program, or put what is missing into the folder `themes`.

template-fault = there is a fault in the theme: { $reason }
    .help = The fault lies in the theme, not in your text. Send this message to whoever looks after the theme.

word-missing = { $state ->
    [all] the theme has no words in { $language ->
        [da] Danish
        [en] English
       *[other] the language `{ $language }`
    }
    [many] the theme lacks { $count } words in { $language ->
        [da] Danish
        [en] English
       *[other] the language `{ $language }`
    }, among them { $words }
   *[one] the theme has no word for `{ $word }` in { $language ->
        [da] Danish
        [en] English
       *[other] the language `{ $language }`
    }
}
    .help = { $state ->
        [all] Make the file with `langebro new words { $language }`, and translate each line of it.
       *[one] Write a line `{ $word } = …` in the theme’s file `i18n/{ $language }.ftl`, or ask whoever looks after the theme to do so.
    }

foreign-file = a page should be published here, but in its place lies something that Langebro did not make
    .help = Move the file or folder out of the folder that you publish to (usually `public`) and publish again. Langebro never touches what it did not make. If `.langebro.json` has gone from the folder, empty it of the published pages first.

### Files from translators

translation-page = there is no page with the key `{ $value }`
    .help = The page may have another key by now, or be gone. If its key is another, write that into the file; if not, take its texts out of the file, or import the rest with `--partial`.

translation-name = `{ $value }` is no name of a text
    .help = The names of texts (`msgctxt` in PO, `id` in XLIFF) must come back as they went out. Ask the translator for the file as their program made it, or import the rest with `--partial`.

translation-outdated = the text “{ $value }” in `{ $file }` has changed since it was sent, or is gone
    .help = Export the page again, so that the translator gets the text as it is now. With `--partial` you import the rest.

translation-clash = “{ $value }” has been given another translation since it was sent{ $now ->
    [none] {""}
   *[other] : “{ $now }”
}
    .help = Somebody has changed `{ $file }` since. Decide which translation is to stand, and write it there by hand. With `--partial` you import the rest.

translation-repeated = there are two translations of “{ $value }”
    .help = Leave one of them in the file.

translation-marks = in the translation of “{ $value }” the mark { $mark } { $cause ->
    [missing] is missing
    [repeated] stands more than once
    [crossed] ends in the wrong place
   *[unknown] is none of this text
}
    .help = Marks stand for links, emphasis and the like. Each has to be there once, and what begins within another has to end within it. They may change places.

translation-markup = the translation of “{ $value }” cannot stand there as it is: “{ $text }”
    .help = Some sign in it would make something else of the text. Look for an emphasis or a link without words, or one that begins or ends beside a sign such as a quotation mark, and move the mark.

### Warnings

parity-headings = { $state ->
    [alone] the heading `{ $here }` is in one language only
    [level] the heading `{ $here }` is not on the same level as in the other language
   *[lacking] the heading `{ $there }` of the other language is missing here
}
    .help = { $state ->
    [alone] Write it in the other file too, after `{ $other }`, or delete it here.
    [level] `{ $other }` has `{ $there }`. Give both headings the same number of `#` signs.
   *[lacking] It stands in `{ $other }`. Write it here too, or delete it there.
}

parity-boxes = { $state ->
    [alone] the case box `{ $here }` is shown in one language only
   *[lacking] the case box `{ $there }` is shown in the other language and missing here
}
    .help = { $state ->
    [alone] Write `![[{ $here }]]` in the other file too, after `{ $other }`, or delete the line here.
   *[lacking] It stands in `{ $other }`. Write `![[{ $there }]]` here too, or delete the line there.
}

parity-images = { $state ->
    [alone] the image `{ $here }` is shown in one language only
    [other] the image here is `{ $here }`, but `{ $there }` in the other language
   *[lacking] the image `{ $there }` is shown in the other language and missing here
}
    .help = { $state ->
    [alone] Show it in the other file too, after `{ $other }`, or delete it here.
    [other] The other image stands in `{ $other }`. Show the same one in both. If there are words in the image, give the files one name with the language at its end: `map-da.svg` and `map-en.svg`.
   *[lacking] It stands in `{ $other }`. Show it here too, or delete it there.
}

parity-tables = { $state ->
    [alone] this table is in one language only
    [size] this table does not have the same size in both languages
    [kind] there is { $here ->
            [table] a table
            [list] a list
            [definitions] a list of terms
            [quote] a quotation
            [code] code
           *[other] ordinary text
        } here, but { $there ->
            [table] a table
            [list] a list
            [definitions] a list of terms
            [quote] a quotation
            [code] code
           *[other] ordinary text
        } in the other language
   *[lacking] a table of the other language is missing here
}
    .help = { $state ->
    [alone] Write it in the other file too, after `{ $other }`, or delete it here.
    [size] Here it has { $here } rows × columns, in `{ $other }` it has { $there }. Add what is missing, or delete what is too much.
    [kind] The other one begins in `{ $other }`. Present it in the same way in both languages.
   *[lacking] It stands in `{ $other }`. Write it here too, or delete it there.
}

parity-lists = { $state ->
    [alone] this list is in one language only
    [items] this list has { $here ->
            [one] one item
           *[other] { $here } items
        }, but { $there ->
            [one] one item
           *[other] { $there } items
        } in the other language
    [order] this list is numbered in one language and not in the other
    [kind] there is { $here ->
            [list] a list
            [definitions] a list of terms
            [quote] a quotation
            [code] code
           *[other] ordinary text
        } here, but { $there ->
            [list] a list
            [definitions] a list of terms
            [quote] a quotation
            [code] code
           *[other] ordinary text
        } in the other language
   *[lacking] a list of the other language is missing here
}
    .help = { $state ->
    [alone] Write it in the other file too, after `{ $other }`, or delete it here.
    [items] The other list begins in `{ $other }`. Add the item that is missing, or delete the one too many. Items below items count too.
    [order] The other list begins in `{ $other }`. Use `1.` in both if the order matters, otherwise `-`.
    [kind] The other one begins in `{ $other }`. Present it in the same way in both languages.
   *[lacking] It stands in `{ $other }`. Write it here too, or delete it there.
}

parity-quotes = { $state ->
    [alone] this quotation or alert is in one language only
    [alert] this quotation or alert is not of the same kind in both languages
    [kind] there is { $here ->
            [quote] a quotation
            [code] code
           *[other] ordinary text
        } here, but { $there ->
            [quote] a quotation
            [code] code
           *[other] ordinary text
        } in the other language
   *[lacking] a quotation or alert of the other language is missing here
}
    .help = { $state ->
    [alone] Write it in the other file too, after `{ $other }`, or delete it here.
    [alert] { $here ->
            [quote] Here it is an ordinary quotation.
           *[other] Here it is `[!{ $here ->
                [note] NOTE
                [tip] TIP
                [important] IMPORTANT
                [warning] WARNING
               *[caution] CAUTION
            }]`.
        } In `{ $other }` it is { $there ->
            [quote] an ordinary quotation
           *[other] `[!{ $there ->
                [note] NOTE
                [tip] TIP
                [important] IMPORTANT
                [warning] WARNING
               *[caution] CAUTION
            }]`
        }. Use the same kind in both.
    [kind] The other one begins in `{ $other }`. Present it in the same way in both languages.
   *[lacking] It stands in `{ $other }`. Write it here too, or delete it there.
}

parity-notes = { $state ->
    [alone] footnote { $here } is in one language only
   *[lacking] footnote { $there } of the other language is missing here
}
    .help = { $state ->
    [alone] Write it in the other file too, at `{ $other }`, or delete it here.
   *[lacking] Its mark stands in `{ $other }`. Write it here too, or delete it there.
}

parity-text = { $state ->
    [whole] there is text here, but the file in the other language is empty
    [empty] this file is empty, but there is text in the other language
    [alone] { $here ->
        [none] there is text before the first heading here, but not in the other language
       *[other] there is text under `{ $here }` here, but not in the other language
    }
   *[lacking] { $there ->
        [none] the text before the first heading is missing here
       *[other] the text under this heading is missing here
    }
}
    .help = { $state ->
    [whole] Write the translation in `{ $other }`. If it is not ready, write `draft: true` in the front matter of both files.
    [empty] The text begins in `{ $other }`. Write the translation here. If it is not ready, write `draft: true` in the front matter of both files.
    [alone] Write it in the other file too, at `{ $other }`, or delete it here.
   *[lacking] It begins in `{ $other }`. Write it here too, or delete it there.
}

parity-figures = { $state ->
    [alone] `{ $here }` is in one language only
    [other] this says `{ $here }`, but the other language says `{ $there }`
   *[lacking] `{ $there }` of the other language is missing here
}
    .help = { $state ->
    [alone] Write it in the other file too, at `{ $other }`, or correct it here. If it is meant to differ, write `<!-- differs: { $here } -->` { $part ->
        [front] at the top of the text, below the front matter
       *[text] on a line of its own above the paragraph, list or table
    }.
    [other] The other one stands in `{ $other }`. Correct the one that is wrong. If they are meant to differ, write `<!-- differs: { $here } -->` { $part ->
        [front] at the top of the text, below the front matter
       *[text] on a line of its own above the paragraph, list or table
    }, and do the same in the other file.
   *[lacking] It stands in `{ $other }`. Write it here too, or correct it there.
}

parity-exception = { $state ->
    [none] this comment names no figure
   *[absent] there is no `{ $value }` in the text by this comment
}
    .help = { $state ->
    [none] Write the figure that is meant to differ between the languages: `<!-- differs: 7.45 -->`. If there are several, put semicolons between them.
   *[absent] Correct the figure in the comment, so that it is the same as in the text, or delete the comment. It holds for the passage it stands in, or the one that follows. At the top of the text it holds for title and description too.
}

unknown-file = this file is not part of the site and is not published
    .help = Texts lie in `content/sections`, `content/cases` or `content/pages` and end in language and `.md`; images and other files lie in `content/media`. Move the file, or delete it.

target-number = the target { $value } lacks quotation marks
    .help = Write `"{ $value }"`. Without quotation marks it is a number, and other programs may turn 13.10 into 13.1.

heading-skip = the heading `{ $value }` jumps from level { $above } to level { $level }
    .help = Use { $above ->
        [1] `##` here, since the title of the page is level 1.
        [2] `###` here, or put a heading with `###` above it.
        [3] `####` here, or put a heading with `####` above it.
        [4] `#####` here, or put a heading with `#####` above it.
       *[other] only one `#` more than in the heading above.
    }

link-to-draft = `{ $key }` is a draft, which readers cannot see
    .help = If the text is ready, remove `draft: true` from its front matter. If not, leave the link or the case box out for now.

weak-link-text = the link text `{ $value }` does not say where it leads
    .help = Use words that make sense by themselves, such as the title of what you link to: `[Copenhagen’s climate plan](…)`.

unmarked-language = { $where ->
    [page] the text of this page is in { $language ->
        [da] Danish
        [en] English
       *[other] the language `{ $language }`
    }, but the page is in { $own ->
        [da] Danish
        [en] English
       *[other] the language `{ $own }`
    }
   *[other] this is in { $language ->
        [da] Danish
        [en] English
       *[other] the language `{ $language }`
    }, but the page is in { $own ->
        [da] Danish
        [en] English
       *[other] the language `{ $own }`
    }: “{ $value }”
}
    .help = { $where ->
        [page] Translate it. If that takes time, write `draft: true` in the front matter of both files.
        [plain] Translate it. Here the language of words cannot be marked.
       *[passage] Translate it, if that was forgotten. If it is to stay, mark it, so that a screen reader says it right: `[the words](lang:{ $language })`.
    }

phrase-own-language = this phrase is marked with `{ $value }`, the language that the page is in anyway
    .help = Take the mark away and leave the words. Only words in another language need one.

empty-phrase = `[](lang:{ $value })` marks no words
    .help = Write the words between the square brackets, as in `[Guten Tag](lang:de)`, or delete the mark.

image-alt = the image `{ $value }` has no alternative text
    .help = Say between the brackets what the image shows: `![Bathers in the harbour bath at Islands Brygge]({ $value })`.

weak-image-alt = { $state ->
    [file] the alternative text `{ $value }` is the name of a file
    [prefix] the alternative text begins by saying that it is an image: `{ $value }`
   *[long] the alternative text has { $length } characters
}
    .help = { $state ->
    [file] Say between the brackets what the image shows: `![Bathers in the harbour bath at Islands Brygge]({ $file })`.
    [prefix] A screen reader says so by itself. Write only what the image shows: `{ $better }`.
   *[long] Say in one or two sentences, of 250 characters at most, what the image shows, and put the rest into the text.
    }

empty-heading = this heading has no words
    .help = Write the heading behind the `#` signs, or delete the line.

bold-heading = `{ $value }` looks like a heading, but is only bold
    .help = Write it as a heading: `{ $better }`. If it is part of the text, end it with a full stop.

all-capitals = `{ $value }` is in capitals
    .help = Write it in small letters. If it has to stand out, use `**bold**`, or an alert (`> [!IMPORTANT]`).

table-header = { $state ->
    [row] the headings of this table are empty
   *[cell] column { $column } of this table has no heading
}
    .help = Write in the first line of the table what each column holds, as in `| City | Inhabitants |`. Only the first cell may be empty, where the rows have headings too.

table-cells = this row has { $cells } cells, but the table has { $columns } columns: `{ $value }` is not shown
    .help = Add a column to the first two lines of the table, or delete a bar (`|`) here. A bar that is part of the text needs a backslash: `\|`.

unused-media = no page uses `{ $name }` in `content/media`
    .help = Delete the file, or use it on a page: `![What the image shows]({ $name })`. Otherwise it is put online where nobody will find it.

footnote-unused = nothing refers to the footnote `[^{ $value }]`
    .help = Put `[^{ $value }]` into the text where the note belongs, or delete the note.

unknown-alert = { $state ->
    [not-alone] `[!{ $value }]` must stand alone on its line
   *[unknown] there is no box of the kind `{ $value }`
}
    .help = { $state ->
    [not-alone] Move the text behind it to a line of its own that begins with `>`.
   *[unknown] Write one of these: { $known }. If it is just a quotation, delete `[!{ $value }]`.
}

yaml-comment = what stands behind `#` in `{ $field }` is left out: `{ $value }`
    .help = Put the whole text in quotation marks: a `#` after a space begins a remark that nobody is shown.

stale-half = { $both ->
    [yes] this page has changed in both languages since they were last held against each other
   *[no] this page has changed in { $here ->
        [da] Danish
        [en] English
       *[other] `{ $here }`
    } but not in { $there ->
        [da] Danish
        [en] English
       *[other] `{ $there }`
    }
}
    .help = { $count ->
        [one] One passage is new here.
       *[other] { $count } passages are new here.
    } See whether { $other } still says the same: `langebro translations diff { $key }` shows what is new. When the two agree, run `langebro translations reviewed { $key }`.

statement-missing = this site belongs to a public body but says nothing of its accessibility
    .help = Write `accessibility:` and the address of your accessibility statement, made in WAS-Tool, or the key of a page here. It is shown at the foot of every page and at `/was/`.

review-damaged = this file cannot be read, so nobody knows what was last checked
    .help = Restore the file, or mend the line. If the page has been checked, run `langebro translations reviewed` with the key of the page, and the file is written anew.

review-without-page = there is no page with the key `{ $key }` any more
    .help = If the page was deleted, delete this file too. If it has another key now, rename this file to match.

vanished-address = the address `{ $address }` was published before and no longer exists
    .help = Write `aliases: [{ $address }]` in the front matter of the page that has taken its place, so that readers are led there. If that page has `aliases` already, add the address to the list.

leftover-markup = { $kind ->
    [definition] `{ $value }` is not shown, and no link uses it
    [date] `{ $value }` becomes an item of a numbered list
   *[other] `{ $value }` is shown as it stands
}
    .help = { $kind ->
    [date] Put a backslash before the full stop: `{ $better }`, or begin the line with another word.
    [heading] An ordinary blank is missing behind the `#` signs: write `{ $better }`.
    [list] A list begins with a hyphen and a blank: write `{ $better }`, with each item on a line of its own.
    [link] There is a blank too many between the brackets: write `{ $better }`.
    [blanks] A file name or an address in a link cannot have blanks: write `{ $better }`, or rename the file with hyphens.
    [definition] For a footnote, write `{ $better }`, and its mark in the text. For a link, write `[words](address)` where the words stand.
    [note] The text of a footnote begins with a `^`: write `{ $better }`. If the brackets are meant to be read, write `\[`.
    [table] Something is missing from this table: an empty line above it, or a second line of hyphens with as many cells as the first, as in `|---|---|`. If the bars are meant to be read, write `\|`.
    [phrase] Write the mark of a phrase without blanks, as in `[the words]({ $better })`.
    [phrase-link] A link cannot stand within a marked phrase. Mark the words before and after it, or mark the link itself: `[words](address "{ $better }")`.
    [phrase-plain] The language of a phrase can be marked in the text, but not here: write the words alone.
   *[bold] The asterisks of bold type stand close to the words, without a blank: `**important**`. If they are meant to be read, write `\*\*`.
}

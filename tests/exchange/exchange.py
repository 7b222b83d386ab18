"""What translators' tools make of the files, and what comes back from them."""

import codecs
import copy
import json
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from lxml import etree
from translate.storage import pypo, xliff2
from translate.storage.placeables.strelem import StringElem

SCHEMAS, LANGEBRO = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
PROJECT = Path(__file__).resolve().parents[2]
DIRECTIONS = [("da", "en"), ("en", "da")]
FORMATS = ["po", "xlf"]


def schema():
    """The core of XLIFF 2. The standard's later version 2.1 keeps its namespace, and its files are files of this schema."""
    text = (SCHEMAS / "xliff-core-2.0.xsd").read_text()
    text = text.replace("informativeCopiesOf3rdPartySchemas/w3c/xml.xsd", (SCHEMAS / "xml.xsd").as_uri())
    return etree.XMLSchema(etree.fromstring(text.encode()))


class Site:
    """A copy of the strategy that the project ships."""

    def __init__(self, folder):
        self.root = Path(folder)
        shutil.copytree(PROJECT / "content", self.root / "content")
        shutil.copy(PROJECT / "langebro.yaml", self.root)

    def run(self, *arguments, status=0):
        command = [LANGEBRO, *arguments, "--root", self.root, "--lang", "en"]
        done = subprocess.run(command, capture_output=True, text=True)
        assert done.returncode == status, done.stdout + done.stderr
        return done.stdout

    def export(self, to, form, *more):
        path = self.root / f"texts.{form}"
        self.run("translations", "export", "--to", to, "-o", path, *more)
        return path

    def content(self):
        return {path: path.read_bytes() for path in sorted((self.root / "content").rglob("*.md"))}

    def faults(self, *more):
        """What is found, but for what follows from words that mean nothing."""
        command = [LANGEBRO, "check", "--format", "json", "--root", self.root, *more]
        found = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
        codes = [finding["code"] for finding in found]
        return [code for code in codes if not code.startswith("parity-") and code != "unmarked-language"]

    def without(self, language):
        """Takes a language away."""
        for path in (self.root / "content").rglob(f"*.{language}.md"):
            path.unlink()


def pseudo(text):
    """Other words."""
    return codecs.encode(text, "rot13")


def pseudo_rich(element):
    """Other words, between the same inline codes."""
    for at, inner in enumerate(element.sub):
        if isinstance(inner, StringElem):
            pseudo_rich(inner)
        else:
            element.sub[at] = pseudo(inner)


def pseudo_po(text):
    """Other words, between the same marks."""
    return "".join(part if part.startswith("{") else pseudo(part) for part in text.replace("{", "\0{").replace("}", "}\0").split("\0"))


class Exchange(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.site = Site(self.folder.name)

    def test_gettext_accepts_every_po_file_without_a_word(self):
        for to in ["en", "da"]:
            for bare in [False, True]:
                if bare:
                    self.site.without(to)
                path = self.site.export(to, "po")
                done = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", path], capture_output=True, text=True)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.setUp()

    def test_every_xliff_file_is_valid_by_the_schema_of_the_standard(self):
        rules = schema()
        for to in ["en", "da"]:
            for bare in [False, True]:
                if bare:
                    self.site.without(to)
                document = etree.parse(self.site.export(to, "xlf"))
                self.assertTrue(rules.validate(document), rules.error_log)
                self.follows_what_no_schema_can_say(document)
            self.setUp()

    def follows_what_no_schema_can_say(self, document):
        """The constraints of the standard in words: what is named is there, and each name but once."""
        space = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
        self.assertEqual(document.getroot().get("version"), "2.1")
        files = document.xpath("//x:file/@id", namespaces=space)
        self.assertEqual(len(files), len(set(files)))
        for file in document.xpath("//x:file", namespaces=space):
            units = file.xpath(".//x:unit/@id", namespaces=space)
            self.assertEqual(len(units), len(set(units)))
        for unit in document.xpath("//x:unit", namespaces=space):
            data = unit.xpath(".//x:data/@id", namespaces=space)
            self.assertEqual(len(data), len(set(data)))
            named = unit.xpath(".//@dataRef | .//@dataRefStart | .//@dataRefEnd", namespaces=space)
            self.assertLessEqual(set(named), set(data))
            codes = unit.xpath(".//x:source//x:pc/@id | .//x:source//x:ph/@id", namespaces=space)
            self.assertEqual(len(codes), len(set(codes)))
            for code in unit.xpath(".//x:target//x:pc | .//x:target//x:ph", namespaces=space):
                same = unit.xpath(f".//x:source//*[@id='{code.get('id')}']", namespaces=space)
                self.assertTrue(all(other.tag == code.tag for other in same))
            self.assertFalse(unit.xpath(".//@subType[not(../@type)]", namespaces=space))

    def test_what_the_toolkit_only_loads_and_saves_changes_nothing(self):
        before = self.site.content()
        for to in ["en", "da"]:
            path = self.site.export(to, "xlf")
            xliff2.Xliff2File.parsefile(str(path)).savefile(str(path))
            self.site.run("translations", "import", path)
            path = self.site.export(to, "po")
            pypo.pofile.parsefile(str(path)).savefile(str(path))
            self.site.run("translations", "import", path)
        self.assertEqual(self.site.content(), before)

    def test_what_the_toolkit_translates_is_put_back_and_nothing_is_left_to_do(self):
        for form in FORMATS:
            for source, to in DIRECTIONS:
                before = self.site.content()
                path = self.site.export(to, form)
                self.translate(path, form)
                self.site.run("translations", "import", path)
                after = self.site.content()
                for file in before:
                    self.assertEqual(after[file] == before[file], file.name.endswith(f".{source}.md"), file)
                # Whoever has read the translation says so; then nothing is left.
                self.site.run("translations", "reviewed", "--all")
                self.assertEqual(self.site.faults(), [])
                self.assertIn("nothing to translate", self.site.run("translations", "export", "--to", to, "--only-stale"))
                again = self.site.run("translations", "import", self.site.export(to, form))
                self.assertTrue(again.startswith("No text is new."), again)
                self.setUp()

    def test_a_language_that_is_missing_is_made_from_what_the_toolkit_translates(self):
        for form in FORMATS:
            for source, to in DIRECTIONS:
                before = self.site.content()
                self.site.without(to)
                path = self.site.export(to, form, "--from", source)
                self.translate(path, form)
                self.site.run("translations", "import", path)
                self.assertEqual(list(self.site.content()), list(before))
                self.assertEqual(self.site.faults("--drafts"), [])
                self.setUp()

    def translate(self, path, form):
        if form == "po":
            store = pypo.pofile.parsefile(str(path))
            for unit in store.units:
                if not unit.isheader():
                    unit.target = pseudo_po(unit.source)
        else:
            store = xliff2.Xliff2File.parsefile(str(path))
            for unit in store.units:
                rich = copy.deepcopy(unit.rich_source)
                for element in rich:
                    pseudo_rich(element)
                unit.rich_target = rich
                unit.marktranslated()
        store.savefile(str(path))

    def test_a_translation_without_its_marks_is_refused(self):
        before = self.site.content()
        path = self.site.export("en", "po")
        store = pypo.pofile.parsefile(str(path))
        next(unit for unit in store.units if unit.source.startswith("Med sit arbejde")).target = "Words alone."
        store.savefile(str(path))
        self.site.run("translations", "import", path, status=1)
        path = self.site.export("en", "xlf")
        store = xliff2.Xliff2File.parsefile(str(path))
        unit = next(unit for unit in store.units if unit.source.startswith("Med sit arbejde"))
        unit.rich_target = [StringElem("Words alone.")]
        store.savefile(str(path))
        self.site.run("translations", "import", path, status=1)
        self.assertEqual(self.site.content(), before)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)

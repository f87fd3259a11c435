"""The lessons run: by nbclient as Jupyter would run them, and by `nabla run`, with the same outputs as the saved ones."""

import json
import re
import subprocess
from html.parser import HTMLParser

import nbformat
import pytest
from nbclient import NotebookClient

from lessons import LESSONS, cells

pytestmark = pytest.mark.parametrize("lesson", LESSONS, ids=[lesson.stem for lesson in LESSONS])


@pytest.fixture
def executed(nabla, lesson, tmp_path):
    """The lesson as `nabla run` writes it."""
    output = tmp_path / "out.ipynb"
    subprocess.run([nabla, "run", lesson, "-o", output, "--quiet"], check=True)
    return output


def outputs(notebook_cells):
    """What the code cells show, without pictures, which the machine's fonts draw, and times, which no two runs share."""
    shown = {}
    for cell in notebook_cells:
        if cell.cell_type == "code":
            shown[cell.id] = [visible(output) for output in cell.outputs]
    return shown


def visible(output):
    data = output.get("data", {})
    forms = {key: value for key, value in data.items() if not key.startswith("image/")}
    if "▕" in data.get("text/plain", ""):  # a bar of progress ends with the time it took
        forms = {key: re.sub(r"· [\d.]+ ?[a-zµ]+", "· time", value) for key, value in forms.items()}
    return {**output, "data": forms, "pictures": sorted(data.keys() - forms.keys())}


def test_nbclient_shows_what_is_saved(lesson):
    notebook = nbformat.read(lesson, as_version=4)
    # What a cell prints over some time comes in several messages.
    NotebookClient(notebook, timeout=120, kernel_name="nabla", coalesce_streams=True).execute()
    assert outputs(notebook.cells) == outputs(cells(lesson))


def test_run_shows_what_is_saved(lesson, executed):
    assert outputs(cells(executed)) == outputs(cells(lesson))


def test_run_writes_what_jupyter_would_write(lesson, executed, tmp_path):
    notebook = nbformat.read(executed, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    nbformat.write(notebook, tmp_path / "again.ipynb")
    assert (tmp_path / "again.ipynb").read_text() == executed.read_text()


def test_check_accepts_the_lesson(nabla, lesson):
    subprocess.run([nabla, "check", lesson], check=True)


def test_check_finds_one_changed_digit(nabla, lesson, tmp_path):
    notebook = json.loads(lesson.read_text())
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    number, cell, output = next(
        (number, cell, output) for number, cell in enumerate(code, 1) for output in cell["outputs"][:1])
    is_printed = output["output_type"] == "stream"
    text = output["text"] if is_printed else output["data"]["text/plain"]
    line = max(index for index, words in enumerate(text) if re.search(r"\d", words))
    text[line] = re.sub(r"\d(?=\D*$)", lambda digit: str((int(digit[0]) + 1) % 10), text[line])
    changed = tmp_path / "changed.ipynb"
    changed.write_text(json.dumps(notebook))
    result = subprocess.run([nabla, "check", changed], capture_output=True, text=True)
    assert result.returncode == 1
    where = "stdout" if is_printed else "text/plain"
    assert f"cell [{number}] {cell['id']}: output 1, {where}, line {line + 1}: saved" in result.stdout


def test_the_terminal_shows_table_and_curve(nabla, lesson):
    shown = subprocess.run([nabla, "run", lesson], check=True, capture_output=True, text=True).stdout
    assert "\x1b" not in shown, "a pipe is no terminal and gets no colours"
    saved = [output.data["text/plain"] for cell in cells(lesson) for output in cell.get("outputs", []) if "data" in output]
    for table in (text for text in saved if re.search(r"^ *epoch +loss", text, re.MULTILINE)):
        assert table.strip("\n") in shown
    assert re.search("[\u2800-\u28ff]{3}|[▁-█─-╿]{3}", shown)


def test_the_page_stands_alone(nabla, lesson, tmp_path):
    page = tmp_path / "page.html"
    subprocess.run([nabla, "run", lesson, "--quiet", "--html", page], check=True)
    reader = Page()
    reader.feed(page.read_text())
    assert not reader.open, "every element is closed"
    assert not reader.fetched and "script" not in reader.counts
    saved = [output.get("data", {}) for cell in cells(lesson) for output in cell.get("outputs", [])]
    tables = sum(data.get("text/html", "").count("<table") for data in saved)
    drawings = sum("image/svg+xml" in data for data in saved)
    formulas = sum(cell.source.count("$") > 1 for cell in cells(lesson) if cell.cell_type == "markdown")
    derivations = sum("text/latex" in data for data in saved)
    assert reader.counts.get("table", 0) >= tables and reader.counts.get("svg", 0) >= drawings
    assert reader.counts.get("math", 0) >= formulas + derivations
    assert reader.lang == lesson.parent.name


class Page(HTMLParser):
    """Counts the elements of a page, and notes what a browser would fetch for it."""

    EMPTY = {"meta", "br", "hr", "img", "link", "input"}

    def __init__(self):
        super().__init__()
        self.counts, self.open, self.fetched, self.lang = {}, [], [], None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        self.lang = attributes["lang"] if tag == "html" else self.lang
        source = attributes.get("src") or (tag != "a" and attributes.get("href"))
        if source and not source.startswith(("data:", "#")):
            self.fetched.append(source)
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.EMPTY:
            assert self.open.pop() == tag

"""The golden files of every renderer, shown as saved outputs: by a real Vega, and through JupyterLab's sanitizer."""

import json

import nbformat
import pytest
from playwright.sync_api import expect

VEGA = "application/vnd.vegalite.v5+json"


@pytest.fixture
def goldens(root):
    return root / "Tests/RenderingTests/Goldens"


def cell(name, data):
    output = nbformat.v4.new_output("display_data", data={"text/plain": name, **data})
    return nbformat.v4.new_code_cell(f"// {name}", outputs=[output])


def test_vega_draws_every_chart_without_a_warning(page, lab, goldens):
    warnings = []
    page.on("console", lambda message: "WARN" in message.text and warnings.append(message.text))
    specs = {file.name: json.loads(file.read_text()) for file in sorted(goldens.glob("*.vl.json"))}
    assert len(specs) > 20
    lab.open_notebook(page, "charts", [cell(name, {VEGA: spec}) for name, spec in specs.items()], keeps_outputs=True)
    cells = page.locator(".jp-CodeCell")
    for index, (name, spec) in enumerate(specs.items()):
        drawn = cells.nth(index).locator("canvas, svg.marks")
        expect(drawn.first).to_be_visible()
        panels = [spec] if "layer" in spec else spec.get("concat", [])
        box = drawn.first.bounding_box()
        assert not panels or box["width"] > 40 and box["height"] > 40, f"{name}: {box}"
    assert not warnings, warnings


def test_the_sanitizer_takes_nothing_away(page, lab, goldens):
    """Not trusted: the elements, styles and texts that arrive on the page are those that were sent."""
    pages = {file.name: file.read_text() for file in sorted(goldens.glob("*.html"))}
    assert len(pages) > 20
    lab.open_notebook(
        page, "pages", [cell(name, {"text/html": html}) for name, html in pages.items()], keeps_outputs=True)
    shown = page.locator(".jp-RenderedHTML")
    expect(shown).to_have_count(len(pages))
    count = """html => {
      const root = document.createElement("template");
      root.innerHTML = html;
      const all = [...root.content.querySelectorAll("*")];
      // Browsers write styles in words of their own: only how many declarations there are is compared.
      const styles = all.map(e => (e.getAttribute("style") || "").split(";").filter(s => s.trim()).length);
      return [all.map(e => e.tagName).join(" "), styles.join(" "), root.content.textContent];
    }"""
    for index, (name, html) in enumerate(pages.items()):
        arrived = page.evaluate(count, shown.nth(index).inner_html())
        assert arrived == page.evaluate(count, html), name

"""What a browser shows of a notebook, against what the notebook holds."""

import nbformat
from playwright.sync_api import expect


def errors(page):
    return page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]')


def promised(notebook):
    """How many pictures of each kind the saved outputs hold."""
    cells = nbformat.read(notebook, as_version=4).cells
    bundles = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    pages = [bundle.get("text/html", "") for bundle in bundles]
    return {
        "charts": sum("application/vnd.vegalite.v5+json" in bundle for bundle in bundles),
        "derivations": sum("text/latex" in bundle for bundle in bundles),
        "steps": sum(page.count("<details") for page in pages),
        "tables": sum("<table" in page for page in pages),
    }


def check(page, notebook):
    """Charts are drawn and have a size, formulas are typeset, tables are there, and every image has loaded."""
    wanted = promised(notebook)
    charts = page.locator(".jp-RenderedVegaCommon5 canvas, .jp-RenderedVegaCommon5 svg.marks")
    expect(charts).to_have_count(wanted["charts"], timeout=60_000)
    for index in range(charts.count()):
        box = charts.nth(index).bounding_box()
        assert box["width"] > 60 and box["height"] > 60, f"chart {index}: {box}"
    if wanted["derivations"]:
        formulas = page.locator(".jp-OutputArea-output mjx-container")
        expect(formulas.nth(wanted["derivations"] - 1)).to_be_attached(timeout=60_000)
    # MathJax shows a formula that it cannot read in an element of its own.
    assert not page.locator("mjx-merror").count(), page.locator("mjx-merror").all_inner_texts()
    assert page.locator(".jp-RenderedHTML table").count() >= wanted["tables"]
    assert page.locator(".jp-RenderedHTML details").count() == wanted["steps"]
    # No table loses its text on the way through the sanitizer.
    assert all(text.strip() for text in page.locator(".jp-RenderedHTML table").all_text_contents())
    broken = page.eval_on_selector_all(
        ".jp-OutputArea-output img", "images => images.filter(i => !i.complete || i.naturalWidth == 0).length")
    assert broken == 0, f"{broken} images do not load"


def photograph(cells, folder, name):
    """A picture of every cell that shows something, for people to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    for index in range(cells.count()):
        cell = cells.nth(index)
        if cell.locator(".jp-OutputArea-output").count():
            cell.scroll_into_view_if_needed()
            cell.screenshot(path=folder / f"{name}-{index:02}.png")

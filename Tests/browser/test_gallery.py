"""The gallery, which has every picture once, as people see it: in JupyterLab, light and dark, trusted and not, and in
the page that nbconvert makes. The screenshots in `.screenshots` are for people to look at."""

import pytest
from nbconvert import HTMLExporter

import pictures
from lessons import PAIRS

GALLERY = next(english for english, _ in PAIRS if "gallery" in english.stem)


@pytest.fixture
def folder(root):
    return root / ".screenshots/gallery"


@pytest.mark.parametrize("theme", ["Light", "Dark"])
def test_gallery_runs_and_shows_everything(page, lab, folder, theme):
    lab.set("@jupyterlab/apputils-extension/themes", theme=f"JupyterLab {theme}")
    lab.open(page, GALLERY, f"gallery-{theme.lower()}")
    lab.run_all_cells(page)
    assert not pictures.errors(page).count(), pictures.errors(page).all_inner_texts()
    pictures.check(page, GALLERY)
    pictures.photograph(page.locator(".jp-CodeCell"), folder, theme.lower())


def test_gallery_that_is_not_trusted_reads_as_well(page, lab, folder):
    """Opened and not run: the server does not know who wrote the outputs, and JupyterLab sanitizes them."""
    lab.set("@jupyterlab/apputils-extension/themes", theme="JupyterLab Light")
    lab.open(page, GALLERY, "gallery-untrusted", keeps_outputs=True)
    pictures.check(page, GALLERY)
    # The steps open without a script, and the colours of tables and the heat maps of the dump are there.
    step = page.locator(".jp-RenderedHTML details").nth(1)
    step.locator("summary").click()
    assert step.evaluate("element => element.open")
    assert page.locator(".jp-RenderedHTML td img").count() > 0
    assert page.locator('.jp-RenderedHTML td[style*="background-color"]').count() > 0
    pictures.photograph(page.locator(".jp-CodeCell"), folder, "untrusted")


def test_gallery_as_a_page(chromium, folder, tmp_path):
    """What nbconvert writes. Its scripts are elsewhere on the net, so pictures must do without."""
    body, _ = HTMLExporter(template_name="lab").from_filename(str(GALLERY))
    file = tmp_path / "gallery.html"
    file.write_text(body)
    window = chromium.new_page(viewport={"width": 1100, "height": 900}, device_scale_factor=2)
    window.route("http*://**", lambda route: route.abort())
    window.goto(file.as_uri(), wait_until="domcontentloaded")
    promised = pictures.promised(GALLERY)
    assert window.locator("table").count() >= promised["tables"]
    assert window.locator("details").count() == promised["steps"] > 0
    drawings = window.locator(".jp-RenderedSVG img")
    assert drawings.count() >= promised["charts"]
    for index in range(drawings.count()):
        box = drawings.nth(index).bounding_box()
        assert 60 < box["width"] < 900 and box["height"] > 40, f"drawing {index}: {box}"
    pictures.photograph(window.locator(".jp-CodeCell"), folder, "page")
    window.close()

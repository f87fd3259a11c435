"""The first lesson as a person sees it: JupyterLab in a real browser, every cell run by the menu."""

import pytest
from playwright.sync_api import expect

from lessons import PAIRS


@pytest.mark.parametrize("theme", ["Light", "Dark"])
@pytest.mark.parametrize("lesson", PAIRS[0], ids=["english", "vietnamese"])
def test_lesson_shows_its_table_and_curve(page, lab, root, lesson, theme):
    lab.set("@jupyterlab/apputils-extension/themes", theme=f"JupyterLab {theme}")
    name = f"{lesson.stem}-{theme.lower()}"
    lab.open(page, lesson, name)
    lab.run_all_cells(page)

    assert not page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]').count()
    chart = page.locator(".jp-RenderedVegaCommon5").locator("canvas, svg").first
    table = page.locator(".jp-RenderedHTML table", has_text="epoch").first
    for what, element in (("curve", chart), ("table", table)):
        element.scroll_into_view_if_needed()
        expect(element).to_be_visible()
        page.screenshot(path=root / ".screenshots" / f"{name}-{what}.png")
    assert chart.bounding_box()["width"] > 200 and chart.bounding_box()["height"] > 100
    assert table.locator("tr").count() > 3

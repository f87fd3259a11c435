"""The lessons as a person sees them: JupyterLab in a real browser, every cell run by the menu."""

import pytest

import pictures
from lessons import PAIRS

# Each lesson in one language and one theme, so that all four are seen without running everything four times.
CASES = [
    pytest.param(lesson, theme, id=f"{lesson.stem}-{theme.lower()}")
    for pair in PAIRS
    if "gallery" not in pair[0].stem
    for lesson, theme in zip(pair, ("Light", "Dark"))
]


@pytest.mark.parametrize("lesson, theme", CASES)
def test_lesson_runs_and_shows_everything(page, lab, root, lesson, theme):
    lab.set("@jupyterlab/apputils-extension/themes", theme=f"JupyterLab {theme}")
    lab.open(page, lesson, f"{lesson.stem}-{theme.lower()}")
    lab.run_all_cells(page)
    assert not pictures.errors(page).count(), pictures.errors(page).all_inner_texts()
    pictures.check(page, lesson)
    pictures.photograph(page.locator(".jp-CodeCell"), root / ".screenshots" / lesson.stem, theme.lower())

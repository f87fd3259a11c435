"""The lessons as files: valid notebooks, and one lesson in two languages."""

import nbformat
import pytest

from lessons import PAIRS, cells

IDS = [english.stem for english, _ in PAIRS]


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_lesson_is_a_valid_notebook(pair):
    for path in pair:
        notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
        nbformat.validate(notebook)
        assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
        assert notebook.metadata.kernelspec.name == "nabla"


@pytest.mark.parametrize("pair", PAIRS, ids=IDS)
def test_translations_share_their_code(pair):
    english, vietnamese = map(cells, pair)
    assert [(cell.id, cell.cell_type) for cell in english] == [(cell.id, cell.cell_type) for cell in vietnamese]
    for ours, theirs in zip(english, vietnamese):
        if ours.cell_type == "code":
            assert ours.source == theirs.source, f"cell {ours.id}"
        else:
            assert ours.source != theirs.source, f"cell {ours.id} is not translated"

"""The lessons in the checkout: each in English and in Vietnamese, paired by the number their names begin with."""

from pathlib import Path

import nbformat

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"


def numbered(language):
    found = {path.name.split("-")[0]: path for path in sorted((NOTEBOOKS / language).glob("*.ipynb"))}
    assert found, f"no lessons in {NOTEBOOKS / language}"
    return found


def pairs():
    english, vietnamese = numbered("en"), numbered("vi")
    assert english.keys() == vietnamese.keys(), "a lesson has no translation"
    return [(english[number], vietnamese[number]) for number in english]


PAIRS = pairs()
LESSONS = [lesson for pair in PAIRS for lesson in pair]


def cells(path):
    return nbformat.read(path, as_version=4).cells

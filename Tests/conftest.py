"""What the Python tests share: where things are, and a Jupyter that knows only this checkout's kernel."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root():
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def nabla(root):
    """The program under test; NABLA names another build."""
    program = Path(os.environ.get("NABLA", root / ".build/release/nabla"))
    assert program.exists(), f"{program} is missing: run `make build`"
    return program


@pytest.fixture(scope="session")
def jupyter_home(tmp_path_factory):
    """The environment of a Jupyter without anyone's settings, history or trust."""
    home = tmp_path_factory.mktemp("jupyter")
    folders = {name: home / name.lower() for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR")}
    for folder in folders.values():
        folder.mkdir()
    return {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "XDG_DATA_HOME": str(home / "xdg")}

"""A JupyterLab of its own, and a Chromium that looks at it."""

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import expect, sync_playwright

MINUTE = 60_000

SETTINGS = {
    # The notebook draws only the cells in view otherwise, and a test could not see the rest.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    # A question about news would cover the notebook.
    "@jupyterlab/apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
}


@dataclass
class Lab:
    """A running JupyterLab."""

    address: str
    folder: Path
    settings: Path

    def set(self, extension, **values):
        """Writes the settings of an extension; pages opened from now on have them."""
        file = self.settings / f"{extension}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(values))

    def open(self, page, notebook, name, keeps_outputs=False):
        """Shows a copy of a notebook under a name of its own, with a new kernel that is ready.

        Saved outputs are left out unless asked for: with them nobody sees whether a cell has run.
        """
        copy = nbformat.read(notebook, as_version=4)
        for cell in copy.cells if not keeps_outputs else []:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = [], None
        nbformat.write(copy, self.folder / f"{name}.ipynb")
        page.goto(f"{self.address}/lab/workspaces/{name}/tree/{name}.ipynb?reset")
        # The notebook's own indicator says idle before there is a kernel.
        expect(page.locator(".jp-StatusBar-Widget, #jp-bottom-panel").first).to_contain_text("| Idle", timeout=MINUTE)
        ready = page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]")
        expect(ready).to_be_attached(timeout=MINUTE)

    def open_cells(self, page, name, *sources):
        """Shows a notebook with these code cells."""
        self.open_notebook(page, name, [nbformat.v4.new_code_cell(source) for source in sources])

    def open_notebook(self, page, name, cells, keeps_outputs=False):
        """Shows a notebook of these cells."""
        notebook = nbformat.v4.new_notebook(cells=cells)
        notebook.metadata.kernelspec = {"name": "nabla", "display_name": "Nabla", "language": "swift"}
        with tempfile.NamedTemporaryFile("w", suffix=".ipynb") as file:
            nbformat.write(notebook, file)
            file.flush()
            self.open(page, file.name, name, keeps_outputs)

    def choose(self, page, menu, item):
        page.get_by_role("menuitem", name=menu, exact=True).click()
        # Some items have their shortcut in their name.
        page.get_by_role("menuitem", name=re.compile(rf"^{re.escape(item)}(\s|$)")).first.click()

    def run_all_cells(self, page):
        """Chooses Run All Cells, and waits until the last code cell has run."""
        prompts = page.locator(".jp-CodeCell .jp-InputPrompt")
        # JupyterLab now and then loses the click while it still lays out its menus: no cell is then even queued
        # (`[*]:`), so choosing again runs nothing twice.
        for _ in range(3):
            self.choose(page, "Run", "Run All Cells")
            try:
                expect(prompts.first).not_to_have_text("[ ]:", timeout=10_000)
                break
            except AssertionError:
                continue
        try:
            expect(prompts.last).to_have_text(f"[{prompts.count()}]:", timeout=MINUTE)
        except AssertionError as failure:
            errors = page.locator('.jp-OutputArea-output[data-mime-type="application/vnd.jupyter.error"]')
            raise AssertionError(f"{failure}\nprompts: {prompts.all_inner_texts()}\nerrors: {errors.all_inner_texts()}")


@pytest.fixture(scope="session")
def lab(jupyter_home, tmp_path_factory):
    settings = Path(jupyter_home["JUPYTER_CONFIG_DIR"]) / "lab/user-settings"
    runtime = Path(jupyter_home["JUPYTER_RUNTIME_DIR"])
    folder = tmp_path_factory.mktemp("lab")
    log = tmp_path_factory.mktemp("log") / "lab.log"
    options = ["--no-browser", "--allow-root", "--port=0", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"]
    with open(log, "w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyterlab", *options], env=jupyter_home, stdout=output, stderr=output
        )
    try:
        lab = Lab(address(server, runtime, log), folder, settings)
        for extension, values in SETTINGS.items():
            lab.set(extension, **values)
        yield lab
    finally:
        server.terminate()
        server.wait(30)


def address(server, runtime, log):
    """The address in the file that a server writes when it is ready."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for file in runtime.glob("jpserver-*.json"):
            return json.loads(file.read_text())["url"].rstrip("/")
        assert server.poll() is None, log.read_text()
        time.sleep(0.1)
    raise AssertionError(f"JupyterLab is not ready after a minute:\n{log.read_text()}")


@pytest.fixture(scope="session")
def chromium():
    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome"))
    program = next((path for path in found if path), None)
    assert program, "no Chromium on the PATH: run `make test`, which installs it"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium):
    """A new window; a script error on the page fails the test."""
    window = chromium.new_page(viewport={"width": 1280, "height": 1000}, device_scale_factor=2)
    errors = []
    window.on("pageerror", lambda error: errors.append(error))
    yield window
    window.close()
    assert not errors

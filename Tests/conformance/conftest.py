"""The kernels that the tests start.

NABLA_TEST_KERNEL names another program to serve a connection file (its one argument), such as the ScriptedKernel of the
Swift tests.
"""

import json
import os
import subprocess

import pytest
from conformance.client import Kernel


@pytest.fixture(scope="session", autouse=True)
def kernelspec(request, tmp_path_factory):
    """Installs the kernelspec where only these tests see it, and keeps the user's history out of them."""
    prefix = tmp_path_factory.mktemp("prefix")
    program = os.environ.get("NABLA_TEST_KERNEL")
    spec = prefix / "share/jupyter/kernels/nabla/kernel.json"
    if program:
        spec.parent.mkdir(parents=True)
        argv = [program, "{connection_file}"]
        spec.write_text(json.dumps({
            "argv": argv, "display_name": "Scripted", "language": "swift", "interrupt_mode": "message",
            "metadata": {"supported_encryption": ["curve"]},
        }))
    else:
        subprocess.run([request.getfixturevalue("nabla"), "install", "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
    os.environ["JUPYTER_PATH"] = str(prefix / "share/jupyter")
    os.environ["XDG_DATA_HOME"] = str(tmp_path_factory.mktemp("data"))
    os.environ["JUPYTER_RUNTIME_DIR"] = str(tmp_path_factory.mktemp("runtime"))
    return json.loads(spec.read_text())


@pytest.fixture(scope="session")
def shared_kernel(kernelspec):
    kernel = Kernel(kernelspec["argv"])
    yield kernel
    kernel.close()


@pytest.fixture
def kernel(shared_kernel):
    """A running kernel that all tests share: each leaves it idle, and nothing unread."""
    assert shared_kernel.is_alive(), shared_kernel.log()
    shared_kernel.drain()
    yield shared_kernel
    assert shared_kernel.is_alive(), shared_kernel.log()


@pytest.fixture
def start(kernelspec):
    """Starts kernels of a test's own."""
    kernels = []

    def start(**options):
        kernels.append(Kernel(kernelspec["argv"], **options))
        return kernels[-1]

    yield start
    for kernel in kernels:
        kernel.close()

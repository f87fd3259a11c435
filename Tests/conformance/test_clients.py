"""The clients that people use: jupyter_client's manager and nbclient."""

import nbformat
import pytest
from jupyter_client.manager import KernelManager, start_new_kernel
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError


def notebook(*cells):
    return nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell) for cell in cells],
        metadata={"kernelspec": {"name": "nabla", "display_name": "Nabla"}})


def run(book, **options):
    return NotebookClient(book, timeout=30, kernel_name="nabla", **options).execute()


def test_a_notebook_runs():
    book = run(notebook('print("hello")', "let x = 20", "x + 22", 'display(HTML("<b>b</b>"))'))
    assert [cell.execution_count for cell in book.cells] == [1, 2, 3, 4]
    assert book.cells[0].outputs[0].text == "hello\n"
    assert book.cells[2].outputs[0].data["text/plain"] == "42"
    assert book.cells[3].outputs[0].data["text/html"] == "<b>b</b>"
    nbformat.validate(book)


def test_a_failing_notebook_stops_with_its_error():
    with pytest.raises(CellExecutionError, match="boom"):
        run(notebook("1", 'fatalError("boom")', "2"))


def test_a_failing_notebook_that_may_fail_goes_on():
    book = run(notebook("missing", "1 + 1"), allow_errors=True)
    assert [cell.outputs[0].output_type for cell in book.cells] == ["error", "execute_result"]


def test_the_manager_restarts_interrupts_and_shuts_down():
    manager, client = start_new_kernel(kernel_name="nabla")
    try:
        client.execute("let x = 1", reply=True, timeout=10)
        manager.restart_kernel(now=False)
        client.wait_for_ready(timeout=10)
        assert client.execute("x", reply=True, timeout=10)["content"]["status"] == "error"
        client.execute("while true {}")
        while client.get_iopub_msg(timeout=10)["content"].get("code") != "while true {}":
            pass
        manager.interrupt_kernel()
        client.execute("1 + 1", reply=True, timeout=10)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()
    assert not manager.is_alive()


@pytest.mark.parametrize("transport", ["tcp", "ipc"])
def test_the_manager_encrypts_where_it_can(transport):
    manager = KernelManager(kernel_name="nabla", transport=transport, transport_encryption="required")
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=10)
        assert "curve_publickey" in manager.get_connection_info()
        assert client.execute("1 + 1", reply=True, timeout=10)["content"]["status"] == "ok"
        assert client.is_alive()
    finally:
        client.stop_channels()
        manager.shutdown_kernel()

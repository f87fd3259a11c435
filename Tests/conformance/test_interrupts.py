"""Interrupts: they stop the running cell soon, keep all state, and never reach another cell."""

import signal
import time

import pytest

WAYS = {
    "message": lambda kernel: kernel.request("interrupt_request", channel="control"),
    "signal": lambda kernel: kernel.signal(signal.SIGINT),
}
CELLS = {
    "loop": "while true {}",
    "printing loop": 'for i in 0..<1000000000 { print(i) }',
    "sleep": "sleep(1000)",
    "command": "%time while true {}",
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("cell", CELLS)
def test_a_running_cell_stops_and_state_is_kept(kernel, way, cell):
    kernel.execute("let before = 40")
    identity = kernel.send_running(CELLS[cell])
    time.sleep(0.1)
    start = time.monotonic()
    WAYS[way](kernel)
    reply = kernel.reply(identity, timeout=5)
    # The bar is 100 ms; the test allows for a machine that does much else.
    assert time.monotonic() - start < 1
    assert (reply["content"]["status"], reply["content"]["ename"]) == ("error", "Interrupted")
    kernel.published(identity)
    _, outputs = kernel.execute("before + 2")
    assert outputs[0]["content"]["data"]["text/plain"] == "42"


@pytest.mark.parametrize("way", WAYS)
def test_an_idle_kernel_does_not_notice(kernel, way):
    for _ in range(10):
        WAYS[way](kernel)
        # A signal has no reply that would tell when it was taken.
        time.sleep(0.02)
        reply, _ = kernel.execute("1 + 1")
        assert reply["status"] == "ok"


def test_interrupts_at_any_moment_stop_a_cell_or_nothing(kernel):
    for step in range(100):
        identity = kernel.send_execute("1", stop_on_error=False)
        time.sleep(step / 100 * 0.001)
        kernel.send("interrupt_request", channel="control")
        reply, _ = kernel.finish(identity, "1")
        assert reply["status"] == "ok" or reply["ename"] == "Interrupted"
        kernel.drain(0.005)
        assert kernel.execute("1 + 1")[0]["status"] == "ok"


def test_the_cells_behind_are_aborted(kernel):
    first = kernel.send_running("while true {}")
    second = kernel.send_execute("1")
    time.sleep(0.05)
    kernel.request("interrupt_request", channel="control")
    assert kernel.finish(first)[0]["ename"] == "Interrupted"
    assert kernel.finish(second)[0]["status"] == "aborted"

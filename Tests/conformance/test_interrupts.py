"""Interrupts: they stop the running cell soon, keep all state, and never reach another cell."""

import os
import signal
import time

import pytest
from conformance.client import Kernel

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


# One call of the library each, that takes seconds.
LONG_CALLS = [
    "dump(numbers)", "print(numbers)", "numbers.description.count", "numbers.sorted { $0 > $1 }.count",
    'text.components(separatedBy: ",").count', 'text.replacingOccurrences(of: ",", with: ";;").count',
    "text.uppercased().count", "String(text.reversed()).count", "matmul(w, matmul(w, matmul(w, w))).sum()",
    "Tensor(numbers.map { Double($0) })",
    # Overloads and literals without end, for the type checker.
    "let x = " + " + ".join(f"[{i}: \"a\" + {i}.0]" for i in range(30)),
]


@pytest.fixture(scope="module")
def loaded(kernelspec):
    kernel = Kernel(kernelspec["argv"])
    reply, _ = kernel.execute(
        "let numbers = Array(repeating: 3, count: 10_000_000)\n"
        'var text = "ab,é"\nfor _ in 0..<22 { text += text }\nlet w = Tensor.randn([3000, 3000])', timeout=60)
    assert reply["status"] == "ok"
    yield kernel
    kernel.close()


@pytest.mark.skipif("NABLA_TEST_KERNEL" in os.environ, reason="the double has no library")
@pytest.mark.parametrize("call", LONG_CALLS)
def test_calls_of_the_library_stop_soon(loaded, call):
    identity = loaded.send_running(call)
    time.sleep(0.05)
    start = time.monotonic()
    loaded.send("interrupt_request", channel="control")
    reply = loaded.reply(identity, timeout=20)
    assert reply["content"].get("ename") in (None, "Interrupted")
    assert time.monotonic() - start < 1
    loaded.published(identity)
    loaded.drain(0.05)

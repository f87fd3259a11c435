#!/usr/bin/env python3
"""Measures the kernel beside ipykernel, on one machine in one run.

    kernel.py [KERNEL]       compares `nabla`, or another installed kernel, with ipykernel

Each measure is taken in turns, so that a busy machine is busy for both, and the median is shown with its ratio. A
result that is wrong (a lost line, an interrupt that ends the kernel) stops the run: speed without it means nothing.
"""

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

import zmq
from jupyter_client.connect import write_connection_file
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.session import Session

LINES = 100_000
CODE = {
    "swift": {"loop": f"for i in 0..<{LINES} {{ print(i) }}", "endless": "while true {}"},
    "python": {"loop": f"for i in range({LINES}): print(i)", "endless": "while True: pass"},
}
SOCKETS = {"shell": zmq.DEALER, "control": zmq.DEALER, "iopub": zmq.SUB}
TIMEOUT_MS = 120_000


class Kernel:
    """A kernel process and its raw sockets: a whole client would be slower than what is measured."""

    def __init__(self, name):
        spec = KernelSpecManager().get_kernel_spec(name)
        self.code = CODE[spec.language]
        self.by_message = spec.interrupt_mode == "message"
        self.folder = tempfile.TemporaryDirectory()
        file = os.path.join(self.folder.name, "connection.json")
        _, connection = write_connection_file(file, key=os.urandom(16).hex().encode())
        self.session = Session(key=connection["key"].encode())
        self.context = zmq.Context()
        self.sockets = {}
        for channel, kind in SOCKETS.items():
            socket = self.sockets[channel] = self.context.socket(kind)
            socket.linger = 0
            socket.reconnect_ivl = 1
            socket.rcvhwm = 0
            if kind == zmq.SUB:
                socket.subscribe(b"")
            socket.connect(f"tcp://{connection['ip']}:{connection[f'{channel}_port']}")
        argv = [part.format(connection_file=file, resource_dir=spec.resource_dir) for part in spec.argv]
        if argv[0].startswith("python"):
            argv[0] = sys.executable
        request = self.send("shell", "kernel_info_request")
        started = time.perf_counter()
        self.process = subprocess.Popen(
            argv, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self.wait("shell", request)
        self.start_time = time.perf_counter() - started
        while not self.sockets["iopub"].poll(50):  # the subscription may come later than the reply
            self.wait("shell", self.send("shell", "kernel_info_request"))
        self.wait_idle(self.send("shell", "kernel_info_request"))

    def send(self, channel, kind, **content):
        message = self.session.msg(kind, content)
        self.sockets[channel].send_multipart(self.session.serialize(message))
        return message["msg_id"]

    def receive(self, channel):
        if not self.sockets[channel].poll(TIMEOUT_MS):
            raise TimeoutError(f"nothing on {channel} in {TIMEOUT_MS // 1000} s")
        _, frames = self.session.feed_identities(self.sockets[channel].recv_multipart())
        return json.loads(frames[1]), json.loads(frames[2]), frames[4]

    def wait(self, channel, request):
        while True:
            _, parent, content = self.receive(channel)
            if parent.get("msg_id") == request:
                return json.loads(content)

    def wait_idle(self, request):
        """The messages of a request, up to the one that says it is done."""
        messages = []
        while True:
            header, parent, content = self.receive("iopub")
            if parent.get("msg_id") != request:
                continue
            messages.append((header["msg_type"], json.loads(content)))
            if messages[-1] == ("status", {"execution_state": "idle"}):
                return messages

    def execute(self, code):
        content = dict(code=code, silent=False, store_history=True, user_expressions={}, allow_stdin=False)
        return self.send("shell", "execute_request", **content)

    def memory(self):
        """Resident megabytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def close(self):
        self.process.kill()
        self.process.wait()
        self.context.destroy(linger=0)
        self.folder.cleanup()


@contextmanager
def running(name):
    kernel = Kernel(name)
    try:
        yield kernel
    finally:
        kernel.close()


def start(name):
    with running(name) as kernel:
        return kernel.start_time * 1e3


def empty_cell(kernel):
    started = time.perf_counter()
    request = kernel.execute("")
    kernel.wait("shell", request)
    elapsed = time.perf_counter() - started
    kernel.wait_idle(request)
    return elapsed * 1e3


def print_loop(kernel):
    started = time.perf_counter()
    request = kernel.execute(kernel.code["loop"])
    messages = kernel.wait_idle(request)
    elapsed = time.perf_counter() - started
    assert kernel.wait("shell", request)["status"] == "ok"
    text = "".join(content["text"] for kind, content in messages if kind == "stream")
    assert text == "".join(f"{i}\n" for i in range(LINES)), "lines were lost or came out of order"
    return LINES / elapsed


def interrupt(kernel):
    request = kernel.execute(kernel.code["endless"])
    time.sleep(0.2)
    started = time.perf_counter()
    if kernel.by_message:
        kernel.send("control", "interrupt_request")
    else:
        os.killpg(kernel.process.pid, signal.SIGINT)
    assert "Interrupt" in kernel.wait("shell", request)["ename"]
    elapsed = time.perf_counter() - started
    kernel.wait_idle(request)
    assert kernel.process.poll() is None
    return elapsed * 1e3


# What is measured in a running kernel: the name, the unit, the function, how often, whether more is better, the bar.
MEASURES = [
    ("empty cell to its reply", "ms", empty_cell, 200, False, "≤ 1"),
    ("interrupt of an endless loop", "ms", interrupt, 5, False, "≤ 100"),
    ("lines printed per second", "", print_loop, 3, True, "> ipykernel"),
    ("resident memory afterwards", "MB", Kernel.memory, 1, False, ""),
]


def show(name, unit, values, more_is_better, bar):
    ours, theirs = map(statistics.median, values)
    ratio = ours / theirs if more_is_better else theirs / ours
    digits = 0 if ours > 1000 else 2
    print(f"{name:30}{ours:>12,.{digits}f}{theirs:>12,.{digits}f} {unit:3}{ratio:>8.1f}×   {bar}", flush=True)


def main():
    names = [sys.argv[1] if len(sys.argv) > 1 else "nabla", "python3"]
    print(f"{'':30}{names[0]:>12}{'ipykernel':>12}{'better by':>12}    to reach")
    show("start to kernel_info", "ms", list(zip(*([start(name) for name in names] for _ in range(5)))), False, "≤ 40")
    with running(names[0]) as ours, running(names[1]) as theirs:
        pair = (ours, theirs)
        show("resident memory at rest", "MB", [[kernel.memory()] for kernel in pair], False, "≤ 20")
        for name, unit, measure, times, more_is_better, bar in MEASURES:
            rounds = [[measure(kernel) for kernel in pair] for _ in range(times)]
            show(name, unit, list(zip(*rounds)), more_is_better, bar)


if __name__ == "__main__":
    main()

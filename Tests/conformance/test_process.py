"""The process: how it starts, where it listens, and how it ends."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import zmq
from conformance.client import CHANNELS, Kernel, free_ports, wait_for

ROOT = Path(__file__).resolve().parents[1]


def test_ipc(start, tmp_path):
    kernel = start(transport="ipc", ip=str(tmp_path / "k"), **{f"{name}_port": n for n, name in enumerate(CHANNELS, 1)})
    assert kernel.execute("1 + 1")[0]["status"] == "ok"
    assert kernel.is_beating()
    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}
    kernel.request("shutdown_request", {"restart": False}, "control")
    assert kernel.wait_for_exit() == 0
    assert list(tmp_path.iterdir()) == []


def test_curve(start):
    public, secret = (key.decode() for key in zmq.curve_keypair())
    kernel = start(curve_publickey=public, curve_secretkey=secret)
    assert kernel.execute("1 + 1")[0]["status"] == "ok"
    assert kernel.is_beating()
    # Without the key there is no way in, not even to the heartbeat.
    for name, kind in CHANNELS.items():
        plain = kernel.context.socket(kind)
        plain.linger = 0
        plain.connect(kernel.endpoint(name))
        if kind == zmq.SUB:
            plain.subscribe(b"")
        else:
            plain.send_multipart(kernel.frames("kernel_info_request", {})[1] if kind == zmq.DEALER else [b"ping"])
        assert not plain.poll(200), f"{name} answers without CURVE"
        plain.close()


def test_ports_as_text(start):
    ports = free_ports(5)
    start(**{f"{name}_port": str(port) for name, port in zip(CHANNELS, ports)})


@pytest.mark.parametrize("restart", [False, True])
@pytest.mark.parametrize("channel", ["control", "shell"])
def test_shutdown(start, restart, channel):
    kernel = start()
    began = time.monotonic()
    identity = kernel.send("shutdown_request", {"restart": restart}, channel)
    assert kernel.reply(identity, channel)["content"] == {"status": "ok", "restart": restart}
    published = kernel.published(identity)
    assert [m["msg_type"] for m in published] == ["status", "shutdown_reply", "status"]
    assert kernel.wait_for_exit(2) == 0
    assert time.monotonic() - began < 1


def test_shutdown_stops_a_running_cell(start):
    kernel = start()
    kernel.send_running("while true {}")
    kernel.send("shutdown_request", {"restart": False}, "control")
    assert kernel.wait_for_exit(1) == 0


def test_shutdown_does_not_wait_for_a_client_that_is_gone(start):
    kernel = start()
    kernel.send_execute("for i in 0..<100000 { print(i) }")
    kernel.sockets["iopub"].close(0)
    kernel.send("shutdown_request", {"restart": False}, "control")
    assert kernel.wait_for_exit(3) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("code", ["1", "while true {}"])
def test_signals_end_it(start, number, code):
    kernel = start()
    kernel.send_running(code)
    kernel.signal(number)
    assert kernel.wait_for_exit(2) == 0


def test_restart_on_the_same_ports(start):
    kernel = start()
    for _ in range(5):
        kernel.execute("let x = 1")
        kernel.request("shutdown_request", {"restart": True}, "control")
        kernel.wait_for_exit()
        kernel.start()
        kernel.wait_until_ready()
        reply, _ = kernel.execute("1")
        assert reply["execution_count"] == 1


def test_killed_and_started_again_on_the_same_ports(start):
    kernel = start()
    kernel.process.kill()
    kernel.process.wait()
    kernel.start()
    kernel.wait_until_ready()


def test_the_death_of_the_parent_ends_it(kernelspec, tmp_path):
    launch = f"""
import json, os, subprocess, sys
sys.path.insert(0, {str(ROOT)!r})
from conformance.client import Kernel
kernel = Kernel(json.loads(sys.argv[1]))
print(kernel.process.pid, flush=True)
os._exit(0)
"""
    output = subprocess.run(
        [sys.executable, "-c", launch, json.dumps(kernelspec["argv"])], capture_output=True, text=True, check=True)
    pid = int(output.stdout)

    def is_gone():
        try:
            return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] == "Z"
        except FileNotFoundError:
            return True

    wait_for(is_gone, "the end of the orphan", 5)


def complaint(argv, connection, tmp_path):
    file = tmp_path / "connection.json"
    file.write_text(connection if isinstance(connection, str) else json.dumps(connection))
    result = subprocess.run(
        [argument.replace("{connection_file}", str(file)) for argument in argv], capture_output=True, text=True,
        timeout=10)
    assert result.returncode == 1
    assert result.stdout == ""
    lines = result.stderr.splitlines()
    assert len(lines) == 1 and lines[0].startswith("nabla: "), result.stderr
    return lines[0]


def connection(**changes):
    return {"transport": "tcp", "ip": "127.0.0.1", "key": "k", "signature_scheme": "hmac-sha256",
            **{f"{name}_port": port for name, port in zip(CHANNELS, free_ports(5))}, **changes}


@pytest.mark.parametrize("name", CHANNELS)
def test_a_port_that_is_taken(start, kernelspec, tmp_path, name):
    other = zmq.Context.instance().socket(zmq.REP)
    port = other.bind_to_random_port("tcp://127.0.0.1")
    try:
        sentence = complaint(kernelspec["argv"], connection(**{f"{name}_port": port}), tmp_path)
        assert f"tcp://127.0.0.1:{port} ({name}) is taken by another program" in sentence
    finally:
        other.close(0)


@pytest.mark.parametrize("changes, said", [
    ({"transport": "pigeon"}, "needs 'transport', tcp or ipc, not 'pigeon'"),
    ({"signature_scheme": "hmac-md5"}, "needs 'signature_scheme', hmac-sha256"),
    ({"shell_port": None}, "needs 'shell_port', a port from 1 to 65535"),
    ({"hb_port": 65_536}, "needs 'hb_port', a port from 1 to 65535"),
    ({"iopub_port": "x"}, "needs 'iopub_port', a port from 1 to 65535"),
    ({"ip": "no.such.host.invalid"}, "cannot listen on tcp://no.such.host.invalid"),
    ({"curve_publickey": "x"}, "needs 'curve_secretkey', the other half of 'curve_publickey'"),
    ({"curve_publickey": "x", "curve_secretkey": "y"}, "are not two keys of 40 characters"),
    ({"transport": "ipc", "ip": "/no/such/folder/k"}, "cannot listen on ipc:///no/such/folder/k"),
    ({"transport": "ipc", "ip": "/tmp/" + "x" * 200}, "cannot listen on ipc:///tmp/xxx"),
])
def test_a_connection_file_that_cannot_be_served(kernelspec, tmp_path, changes, said):
    assert said in complaint(kernelspec["argv"], connection(**changes), tmp_path)


@pytest.mark.parametrize("text, said", [("", "is no JSON"), ("{", "is no JSON"), ("[]", "needs")])
def test_a_connection_file_that_is_none(kernelspec, tmp_path, text, said):
    assert said in complaint(kernelspec["argv"], text, tmp_path)


def test_nothing_is_written_to_stdout(start):
    kernel = start()
    kernel.execute('print("to the client")')
    assert kernel.log() == ""


def test_a_kernel_of_ones_own_starts_fast(kernelspec):
    kernel = Kernel(kernelspec["argv"])
    kernel.close()


# Each takes what memory there is, in another way: objects, buffers, texts, tables.
GREEDY = [
    'let parts = (0..<20).map { _ in big.components(separatedBy: ",") }', "let texts = (0..<100).map { _ in big.uppercased() }",
    'let many = (0..<1_000_000_000).map { "\\($0)" }', "Array(big).count", "let t = Tensor.randn([1_000_000_000])",
    'let members = Set((0..<30_000_000).map { "\\($0)" })', "var head: N? = nil\nwhile true { head = N(head) }",
]


@pytest.mark.skipif("NABLA_TEST_KERNEL" in os.environ, reason="the double has no library")
def test_where_the_system_gives_no_more_memory_cells_end_and_the_kernel_stays(kernelspec):
    limited = ["bash", "-c", 'ulimit -v 1400000; exec "$@"', "-", *kernelspec["argv"]]
    kernel = Kernel(limited)
    kernel.execute('var big = "ab,é"\nfor _ in 0..<22 { big += big }\nclass N { var next: N?; init(_ n: N?) { next = n } }')
    for cell in GREEDY:
        reply, _ = kernel.execute(cell, timeout=60)
        assert reply["status"] == "ok" or "emory" in reply["evalue"], (cell, reply)
    assert kernel.execute("big.count")[0]["status"] == "ok"
    kernel.close()

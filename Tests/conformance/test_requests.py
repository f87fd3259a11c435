"""Requests that look without running: completion, inspection, history, and what the kernel says of itself."""

import os
import stat
from pathlib import Path

import pytest


def complete(kernel, code, cursor=None):
    return kernel.request("complete_request", {"code": code, "cursor_pos": len(code) if cursor is None else cursor})


def test_kernel_info_on_both_channels(kernel):
    info = kernel.request("kernel_info_request")
    assert info == kernel.request("kernel_info_request", channel="control")
    assert info["language_info"]["mimetype"] == "text/x-swift"


def test_completion_tells_types(kernel):
    reply = complete(kernel, "prin")
    assert (reply["cursor_start"], reply["cursor_end"]) == (0, 4)
    typed = reply["metadata"]["_jupyter_types_experimental"]
    assert [entry["text"] for entry in typed] == reply["matches"]
    assert {entry["type"] for entry in typed} == {"function"}


@pytest.mark.parametrize("before", ['let name = "é"; ', 'let name = "e\u0301"; ', 'let name = "👩‍👩‍👧"; ', 'let name = "𝄞"; '])
def test_cursors_count_code_points(kernel, before):
    # Python's len() counts them too.
    reply = complete(kernel, before + "prin")
    assert "print" in reply["matches"]
    assert (reply["cursor_start"], reply["cursor_end"]) == (len(before), len(before) + 4)
    inspected = kernel.request("inspect_request", {"code": before + "print", "cursor_pos": len(before) + 5})
    assert inspected["found"]


@pytest.mark.parametrize("cursor", [-1, 10**6])
def test_a_cursor_outside_of_the_code_does_no_harm(kernel, cursor):
    assert complete(kernel, "prin", cursor)["status"] == "ok"
    assert kernel.request("inspect_request", {"code": "print", "cursor_pos": cursor})["status"] == "ok"


def test_a_variable_is_inspected_with_its_value(kernel):
    code = "let answers = [41, 42]\nstruct Point: CustomStringConvertible { var description: String { \"<point>\" } }\nlet p = Point()"
    assert kernel.execute(code)[0]["status"] == "ok"
    for name, parts in {"answers": ["let answers: [Int]", "[41, 42]"], "p": ["let p: Point", "<point>"]}.items():
        text = kernel.request("inspect_request", {"code": name, "cursor_pos": 1})["data"]["text/plain"]
        assert all(part in text for part in parts), text


def test_nothing_to_inspect(kernel):
    for detail in (0, 1):
        reply = kernel.request(
            "inspect_request", {"code": "nothingOfTheSort", "cursor_pos": 3, "detail_level": detail})
        assert (reply["found"], reply["data"]) == (False, {})


def test_commands_complete_and_explain_themselves(kernel):
    assert complete(kernel, "1\n%hi")["matches"] == ["%history"]
    reply = kernel.request("inspect_request", {"code": "%seed 4", "cursor_pos": 3})
    assert "%seed number" in reply["data"]["text/plain"]


def test_completeness(kernel):
    reply = kernel.request("is_complete_request", {"code": "for i in 0..<3 {"})
    assert reply["status"] == "incomplete" and reply["indent"].isspace()


@pytest.mark.parametrize("cell", ["sleep(1000)", "while true {}", 'let line = readLine(prompt: "? ")'])
def test_requests_are_answered_while_a_cell_runs(kernel, cell):
    kernel.execute("let known = 1")
    identity = kernel.send_running(cell, allow_stdin=True)
    for _ in range(3):
        assert kernel.request("kernel_info_request", channel="control", timeout=2)["status"] == "ok"
        assert kernel.request("kernel_info_request", timeout=2)["status"] == "ok"
        assert "print" in complete(kernel, "prin")["matches"]
        assert kernel.request("inspect_request", {"code": "print", "cursor_pos": 5}, timeout=2)["found"]
        assert kernel.request("is_complete_request", {"code": "1"}, timeout=2)["status"] == "complete"
        # The tail is that of all sessions; kernels that other tests started later come after this one's.
        tail = kernel.request("history_request", {"hist_access_type": "tail", "n": 10**6}, timeout=2)["history"]
        assert cell in [source for _, _, source in tail]
        assert kernel.is_beating()
    kernel.request("interrupt_request", channel="control")
    assert kernel.finish(identity)[0]["ename"] == "Interrupted"


def test_a_busy_kernel_looks_busy_after_it_answered_something_else(kernel):
    identity = kernel.send_running("sleep(1)\nlet slept = true")
    kernel.drain()
    other = kernel.send("kernel_info_request", channel="control")
    kernel.reply(other, "control")
    heard = [(m["parent_header"]["msg_id"], m["content"]["execution_state"]) for m in kernel.drain(0.2)]
    assert heard == [(other, "busy"), (other, "idle"), (identity, "busy")]
    kernel.reply(identity)
    assert [m["content"] for m in kernel.drain()] == [{"execution_state": "idle"}]


def test_comms(kernel):
    assert kernel.request("comm_info_request")["comms"] == {}
    assert kernel.request("comm_info_request", {"target_name": "jupyter.widget"})["comms"] == {}
    content = {"comm_id": "c1", "target_name": "jupyter.widget", "data": {}}
    messages = kernel.published(kernel.send("comm_open", content))
    assert [m["msg_type"] for m in messages] == ["status", "comm_close", "status"]
    assert messages[1]["content"]["comm_id"] == "c1"
    for kind in ("comm_msg", "comm_close"):
        assert [m["msg_type"] for m in kernel.published(kernel.send(kind, {"comm_id": "c1", "data": {}}))] == [
            "status", "status"]
    assert kernel.receive("shell", 0.05) is None


def test_an_unknown_request_is_busy_and_idle_and_nothing_else(kernel):
    identity = kernel.send("flibbertigibbet_request")
    assert [m["content"]["execution_state"] for m in kernel.published(identity)] == ["busy", "idle"]
    assert kernel.receive("shell", 0.05) is None


# History


def history(kernel, kind, **options):
    return kernel.request("history_request", {"hist_access_type": kind, "raw": True, "output": False, **options})[
        "history"]


def test_history(start):
    kernel = start()
    for code in ("1 + 1", "1 + 2", "let x = 3", "1 + 1"):
        kernel.execute(code)
    session = history(kernel, "tail", n=1)[0][0]
    assert history(kernel, "tail", n=2) == [[session, 3, "let x = 3"], [session, 4, "1 + 1"]]
    assert history(kernel, "tail", n=2, output=True) == [
        [session, 3, ["let x = 3", None]], [session, 4, ["1 + 1", "2"]]]
    assert history(kernel, "range", session=0, start=2, stop=4) == [[session, 2, "1 + 2"], [session, 3, "let x = 3"]]
    assert history(kernel, "range", session=session, start=4) == [[session, 4, "1 + 1"]]
    assert history(kernel, "range", session=10**9, start=1) == []
    assert history(kernel, "tail", n=-3) == history(kernel, "tail", n=0) == []


def test_history_search(start, tmp_path):
    kernel = start(env={"XDG_DATA_HOME": str(tmp_path)})
    for code in ("1 + 1", "1 + 2", "1 + 1", "let xs = 5"):
        kernel.execute(code)
    lines = lambda **options: [line for _, line, _ in history(kernel, "search", **options)]
    assert lines(pattern="1 + *") == [1, 2, 3]
    assert lines(pattern="1 + *", unique=True) == [2, 3]
    assert lines(pattern="1 + *", n=1) == [3]
    assert lines(pattern="1 + ?") == [1, 2, 3]
    assert lines(pattern="1 + [2-9]") == [2]
    assert lines(pattern="1 + [!2]") == [1, 3]
    assert lines(pattern="1 + ") == []
    assert lines(pattern="*" * 50 + "xs" + "*" * 50) == [4]


def test_history_outlives_the_kernel(start, tmp_path):
    env = {"XDG_DATA_HOME": str(tmp_path)}
    first = start(env=env)
    first.execute("1 + 41")
    first.request("shutdown_request", {"restart": True}, channel="control")
    first.wait_for_exit()
    second = start(env=env)
    second.execute("let y = 1")
    assert history(second, "tail", n=5, output=True) == [[1, 1, ["1 + 41", "42"]], [2, 1, ["let y = 1", None]]]
    assert history(second, "range", session=-1, start=1) == [[1, 1, "1 + 41"]]
    files = sorted((tmp_path / "nabla/history").iterdir())
    assert [file.name for file in files] == ["1.jsonl", "2.jsonl"]
    assert {stat.S_IMODE(os.stat(file).st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(os.stat(tmp_path / "nabla/history").st_mode) == 0o700


def test_history_survives_a_damaged_file(start, tmp_path):
    folder = tmp_path / "nabla/history"
    folder.mkdir(parents=True)
    (folder / "7.jsonl").write_bytes(b'{"line":1,"input":"good"}\n{"line":2,"inp\n\xff\xfe\n[[[[\n{"line":3,"input":"too"}')
    (folder / "notes.jsonl").write_text("not a session")
    kernel = start(env={"XDG_DATA_HOME": str(tmp_path)})
    kernel.execute("1")
    assert history(kernel, "tail", n=9) == [[7, 1, "good"], [7, 3, "too"], [8, 1, "1"]]


def test_history_can_be_switched_off(start, tmp_path):
    kernel = start(env={"XDG_DATA_HOME": str(tmp_path), "NABLA_HISTORY": "off"})
    kernel.execute("1 + 1")
    assert history(kernel, "tail", n=5) == [[1, 1, "1 + 1"]]
    assert list(Path(tmp_path).iterdir()) == []


def test_two_kernels_have_histories_of_their_own(start, tmp_path):
    env = {"XDG_DATA_HOME": str(tmp_path)}
    kernels = [start(env=env), start(env=env)]
    for number, kernel in enumerate(kernels):
        kernel.execute(f"let n = {number}")
    sessions = [history(kernel, "range", session=0, start=1) for kernel in kernels]
    assert sessions == [[[1, 1, "let n = 0"]], [[2, 1, "let n = 1"]]]

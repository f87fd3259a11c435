"""Cells: what is shown, in which order, counted how, and what stops."""

import pytest


def kinds(outputs):
    return [m["msg_type"] for m in outputs]


def text(outputs, name="stdout"):
    return "".join(m["content"]["text"] for m in outputs if m["msg_type"] == "stream" and m["content"]["name"] == name)


def test_result_comes_after_what_was_printed(kernel):
    reply, outputs = kernel.execute('print("before")\n1 + 1')
    assert reply["status"] == "ok"
    assert kinds(outputs) == ["stream", "execute_result"]
    assert outputs[1]["content"]["data"]["text/plain"] == "2"
    assert outputs[1]["content"]["execution_count"] == reply["execution_count"]


def test_parents_are_the_whole_header_of_the_request(kernel):
    identity, frames = kernel.frames("execute_request", {"code": "1", "silent": False})
    header = kernel.session.unpack(frames[2])
    kernel.sockets["shell"].send_multipart(frames)
    for message in [kernel.reply(identity), *kernel.published(identity)]:
        assert message["parent_header"] == {**message["parent_header"], "msg_id": identity}
        assert set(message["parent_header"]) == set(header)


def test_one_session_for_all_messages_and_an_id_for_each(kernel):
    messages = []
    for _ in range(3):
        identity = kernel.send_execute("1")
        messages += [kernel.reply(identity), *kernel.published(identity)]
    assert len({m["header"]["session"] for m in messages}) == 1
    assert len({m["header"]["msg_id"] for m in messages}) == len(messages)


def test_an_error_is_one_message_and_the_session_lives_on(kernel):
    kernel.execute("let kept = 41")
    reply, outputs = kernel.execute("missing")
    assert reply["status"] == "error"
    assert kinds(outputs) == ["error"]
    assert {key: reply[key] for key in ("ename", "evalue", "traceback")} == outputs[0]["content"]
    assert reply["traceback"]
    assert reply["user_expressions"] == {}
    reply, outputs = kernel.execute("kept + 1")
    assert outputs[0]["content"]["data"]["text/plain"] == "42"


def test_a_trap_is_an_error(kernel):
    reply, outputs = kernel.execute('print("before")\nfatalError("boom")')
    assert reply["status"] == "error"
    assert "boom" in reply["evalue"]
    assert kinds(outputs) == ["stream", "error"]


def test_streams_keep_their_order(kernel):
    _, outputs = kernel.execute('print("a")\nprintError("b")\nprint("c")')
    assert [(m["content"]["name"], m["content"]["text"]) for m in outputs] == [
        ("stdout", "a\n"), ("stderr", "b\n"), ("stdout", "c\n")]


def test_a_hundred_thousand_lines_arrive_in_order_in_few_messages(kernel):
    reply, outputs = kernel.execute("for i in 0..<100000 { print(i) }", timeout=60)
    assert reply["status"] == "ok"
    assert text(outputs).split() == [str(i) for i in range(100_000)]
    assert len(outputs) < 200


def test_two_streams_in_a_loop_keep_their_order(kernel):
    _, outputs = kernel.execute("for i in 0..<2000 { print(i); printError(i) }", timeout=60)
    assert [(m["content"]["name"], m["content"]["text"]) for m in outputs] == [
        (name, f"{i}\n") for i in range(2000) for name in ("stdout", "stderr")]


def test_text_is_shown_while_the_cell_runs(kernel):
    identity = kernel.send_execute('print("first")\nsleep(1)\nprint("second")')
    stream = kernel.message("iopub", 0.5, lambda m: m["msg_type"] == "stream")
    assert stream["content"]["text"] == "first\n"
    _, outputs = kernel.finish(identity)
    assert text(outputs) == "second\n"


def test_a_cell_cannot_flood_the_client(kernel):
    line = "x" * 1000
    reply, outputs = kernel.execute(f'for i in 0..<30000 {{ print("{line}") }}', timeout=60)
    assert reply["status"] == "ok"
    assert len(text(outputs)) < 17 << 20
    assert "the rest of its text is not shown" in text(outputs, "stderr")
    _, outputs = kernel.execute('print("next")')
    assert text(outputs) == "next\n"


def test_displays(kernel):
    code = 'display(HTML("<b>1</b>"), id: "one")\nupdateDisplay(HTML("<b>2</b>"), id: "one")\nclearOutput(wait: true)'
    _, outputs = kernel.execute(code)
    assert kinds(outputs) == ["display_data", "update_display_data", "clear_output"]
    shown, updated, cleared = (m["content"] for m in outputs)
    assert shown["data"]["text/html"] == "<b>1</b>"
    assert shown["transient"] == updated["transient"] == {"display_id": "one"}
    assert updated["data"]["text/html"] == "<b>2</b>"
    assert cleared == {"wait": True}


def test_a_display_sends_what_was_printed_before_it(kernel):
    _, outputs = kernel.execute('print("before")\ndisplay(HTML("<i></i>"))\nprint("after")')
    assert kinds(outputs) == ["stream", "display_data", "stream"]


def test_only_stored_cells_count(kernel):
    first, _ = kernel.execute("1")
    count = first["execution_count"]
    assert kernel.execute("1", store_history=False)[0]["execution_count"] == count
    assert kernel.execute("1", silent=True)[0]["execution_count"] == count
    assert kernel.execute("1")[0]["execution_count"] == count + 1
    tail = kernel.request("history_request", {"hist_access_type": "tail", "n": 2})["history"]
    assert [line for _, line, _ in tail] == [count, count + 1]


def test_silent_cells_show_nothing(kernel):
    reply, outputs = kernel.execute('let silently = 5\nprint("unseen")\n1', silent=True)
    assert (reply["status"], outputs) == ("ok", [])
    _, outputs = kernel.execute("silently")
    assert outputs[0]["content"]["data"]["text/plain"] == "5"


def test_user_expressions(kernel):
    kernel.execute("let expressed = 7")
    reply, outputs = kernel.execute("1", user_expressions={"good": "expressed + 1", "bad": "missing"})
    assert kinds(outputs) == ["execute_result"]
    assert reply["user_expressions"]["good"]["data"]["text/plain"] == "8"
    assert reply["user_expressions"]["bad"]["status"] == "error"


def test_an_error_aborts_the_cells_that_wait(kernel):
    ids = [kernel.send_execute(code) for code in ("missing", "1", 'print("never")')]
    question = kernel.send("is_complete_request", {"code": "1"})
    statuses, shown = [], []
    for identity in ids:
        reply, outputs = kernel.finish(identity)
        statuses.append(reply["status"])
        shown += kinds(outputs)
    assert statuses == ["error", "aborted", "aborted"]
    assert shown == ["error"]
    assert kernel.reply(question)["content"]["status"] == "complete"
    kernel.published(question)
    reply, _ = kernel.execute("1")
    assert reply["status"] == "ok"


def test_a_cell_that_is_sent_after_the_reply_runs(kernel):
    for _ in range(20):
        reply, _ = kernel.execute("missing")
        assert reply["status"] == "error"
        reply, _ = kernel.execute("1")
        assert reply["status"] == "ok"


@pytest.mark.parametrize("options", [{"stop_on_error": False}, {"silent": True}])
def test_some_errors_abort_nothing(kernel, options):
    failing = kernel.send_execute("missing", **options)
    next_one = kernel.send_execute("1")
    assert kernel.finish(failing, silent=options.get("silent", False))[0]["status"] == "error"
    assert kernel.finish(next_one)[0]["status"] == "ok"


def test_a_request_without_its_fields_is_answered(kernel):
    for kind in ("execute", "complete", "inspect", "is_complete", "history"):
        reply = kernel.request(f"{kind}_request", {})
        assert reply["status"] == "error"
        assert f"{kind}_request needs" in reply["evalue"]


def test_pages_and_next_inputs(kernel, start):
    reply, outputs = kernel.execute("%help")
    assert outputs == []
    assert [payload["source"] for payload in reply["payload"]] == ["page"]
    own = start()
    own.execute("1 + 1")
    own.execute("%save cells.swift")
    reply, _ = own.execute("%load cells.swift")
    assert reply["payload"] == [{"source": "set_next_input", "text": "1 + 1\n", "replace": True}]


def test_a_misspelt_command_suggests_the_nearest(kernel):
    reply, _ = kernel.execute("%histroy")
    assert "did you mean '%history'?" in reply["evalue"]

"""Questions to the person: readLine()."""

import pytest

ASK = 'let name = readLine(prompt: "name? ")\nprint(name ?? "nothing")'


def asked(kernel, code=ASK, **options):
    identity = kernel.send_execute(code, allow_stdin=True, **options)
    question = kernel.message("stdin", 5, lambda m: m["msg_type"] == "input_request")
    assert question["parent_header"]["msg_id"] == identity
    return identity, question


def printed(outputs):
    return "".join(m["content"]["text"] for m in outputs)


def test_an_answer(kernel):
    identity, question = asked(kernel)
    assert question["content"] == {"prompt": "name? ", "password": False}
    kernel.send("input_reply", {"value": "Ada", "status": "ok"}, "stdin")
    reply, outputs = kernel.finish(identity)
    assert (reply["status"], printed(outputs)) == ("ok", "Ada\n")


def test_a_password(kernel):
    identity, question = asked(kernel, 'let secret = readLine(prompt: "secret? ", password: true)')
    assert question["content"] == {"prompt": "secret? ", "password": True}
    kernel.send("input_reply", {"value": "x"}, "stdin", parent=question["header"])
    assert kernel.finish(identity)[0]["status"] == "ok"


def test_what_was_printed_is_seen_before_the_question(kernel):
    identity = kernel.send_execute('print("Hello.")\n' + ASK, allow_stdin=True)
    assert kernel.message("iopub", 2, lambda m: m["msg_type"] == "stream")["content"]["text"] == "Hello.\n"
    kernel.message("stdin", 2, lambda m: True)
    kernel.send("input_reply", {"value": "Ada"}, "stdin")
    kernel.finish(identity)


def test_the_end_of_the_input(kernel):
    identity, _ = asked(kernel)
    kernel.send("input_reply", {"value": "\x04"}, "stdin")
    assert printed(kernel.finish(identity)[1]) == "nothing\n"


def test_a_front_end_without_input_gets_an_error(kernel):
    reply, _ = kernel.execute(ASK, allow_stdin=False)
    assert (reply["status"], reply["ename"]) == ("error", "InputError")
    assert "readLine" in reply["evalue"]
    assert kernel.receive("stdin", 0.05) is None


def test_an_interrupt_ends_the_wait(kernel):
    identity, question = asked(kernel)
    assert kernel.is_beating()
    kernel.request("interrupt_request", channel="control")
    reply, _ = kernel.finish(identity)
    assert (reply["status"], reply["ename"]) == ("error", "Interrupted")
    # The late answer is for nobody, and the next question gets its own.
    kernel.send("input_reply", {"value": "late"}, "stdin", parent=question["header"])
    identity, _ = asked(kernel)
    kernel.send("input_reply", {"value": "stale"}, "stdin", parent=question["header"])
    kernel.send("input_reply", {"value": "fresh"}, "stdin")
    assert printed(kernel.finish(identity)[1]) == "fresh\n"


def test_an_answer_that_nobody_asked_for_is_dropped(kernel):
    kernel.send("input_reply", {"value": "unasked"}, "stdin")
    identity, _ = asked(kernel)
    kernel.send("input_reply", {"value": "asked"}, "stdin")
    assert printed(kernel.finish(identity)[1]) == "asked\n"


@pytest.mark.parametrize("value", ["", "häß 👩‍👩‍👧 \u0000 \" \\", "x" * 100_000])
def test_any_text_is_an_answer(kernel, value):
    identity, _ = asked(kernel)
    kernel.send("input_reply", {"value": value}, "stdin")
    assert printed(kernel.finish(identity)[1]) == value + "\n"


def test_shutdown_ends_the_wait(start):
    kernel = start()
    asked(kernel)
    kernel.send("shutdown_request", {"restart": False}, "control")
    assert kernel.wait_for_exit(1) == 0

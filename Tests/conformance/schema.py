"""What every message of the kernel must look like, to the last key (Jupyter messaging protocol 5.5)."""

import re
from datetime import datetime, timezone

BUNDLE = {"text/plain": str}
MIME = re.compile(r"[\w.+-]+/[\w.+-]+")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


class Optional:
    def __init__(self, kind):
        self.kind = kind


class Bundle:
    """Forms by MIME type: `text/plain` always, JSON as objects, everything else as text."""

    def check(self, value, where):
        assert isinstance(value, dict), f"{where}: {value!r} is no bundle"
        assert "text/plain" in value, f"{where}: no text/plain"
        for mime, form in value.items():
            assert MIME.fullmatch(mime), f"{where}: {mime} is no MIME type"
            is_json = mime.endswith("+json") or mime == "application/json"
            assert isinstance(form, dict if is_json else str), f"{where}: {mime} is {type(form)}"


class OneOf:
    def __init__(self, *values):
        self.values = values

    def check(self, value, where):
        assert value in self.values, f"{where}: {value!r} is none of {self.values}"


class ListOf:
    def __init__(self, kind):
        self.kind = kind

    def check(self, value, where):
        assert isinstance(value, list), f"{where}: {value!r} is no list"
        for index, element in enumerate(value):
            check(element, self.kind, f"{where}[{index}]")


class DictOf(ListOf):
    def check(self, value, where):
        assert isinstance(value, dict), f"{where}: {value!r} is no object"
        for key, element in value.items():
            check(element, self.kind, f"{where}.{key}")


class Either:
    """Objects that differ by one field's value."""

    def __init__(self, field, kinds):
        self.field, self.kinds = field, kinds

    def check(self, value, where):
        assert value.get(self.field) in self.kinds, f"{where}: {self.field} is {value.get(self.field)!r}"
        check(value, self.kinds[value[self.field]], where)


class Exactly(OneOf):
    pass


def check(value, kind, where):
    if isinstance(kind, dict):
        assert isinstance(value, dict), f"{where}: {value!r} is no object"
        for key, inner in kind.items():
            if isinstance(inner, Optional):
                if key in value:
                    check(value[key], inner.kind, f"{where}.{key}")
            else:
                assert key in value, f"{where}: no {key!r}"
                check(value[key], inner, f"{where}.{key}")
        assert not value.keys() - kind.keys(), f"{where}: unknown {value.keys() - kind.keys()}"
    elif isinstance(kind, type):
        assert type(value) is kind, f"{where}: {value!r} is no {kind.__name__}"
    else:
        kind.check(value, where)


FAILURE = {"ename": str, "evalue": str, "traceback": ListOf(str)}
FAILED = {"status": Exactly("error"), **FAILURE}
OK = {"status": Exactly("ok")}
DISPLAY = {"data": Bundle(), "metadata": dict, "transient": {"display_id": Optional(str)}}
USER_EXPRESSION = Either("status", {"ok": {**OK, "data": Bundle(), "metadata": dict}, "error": FAILED})
PAYLOAD = Either("source", {
    "page": {"source": str, "data": Bundle(), "start": int},
    "set_next_input": {"source": str, "text": str, "replace": bool},
})
EXECUTED = {"execution_count": int, "payload": ListOf(PAYLOAD), "user_expressions": DictOf(USER_EXPRESSION)}
BAD_REQUEST = {**FAILED, "execution_count": int}


def reply(content):
    return Either("status", {"ok": {**OK, **content}, "error": BAD_REQUEST})


CONTENT = {
    # shell and control
    "kernel_info_reply": {
        **OK, "protocol_version": Exactly("5.5"), "implementation": str, "implementation_version": str, "banner": str,
        "language_info": {
            "name": str, "version": str, "mimetype": str, "file_extension": str, "pygments_lexer": str,
            "codemirror_mode": str, "nbconvert_exporter": str,
        },
        "help_links": ListOf({"text": str, "url": str}), "supported_features": ListOf(str),
    },
    "execute_reply": Either("status", {
        "ok": {**OK, **EXECUTED},
        "error": {**FAILED, "execution_count": int, "payload": Optional(ListOf(PAYLOAD)),
                  "user_expressions": Optional(dict)},
        "aborted": {"status": str, "execution_count": int},
    }),
    "complete_reply": reply({
        "matches": ListOf(str), "cursor_start": int, "cursor_end": int,
        "metadata": {"_jupyter_types_experimental": ListOf(
            {"start": int, "end": int, "text": str, "type": str, "signature": str})},
    }),
    "inspect_reply": reply({"found": bool, "data": dict, "metadata": dict}),
    "is_complete_reply": Either("status", {
        "complete": {"status": str}, "invalid": {"status": str}, "incomplete": {"status": str, "indent": str},
        "error": BAD_REQUEST,
    }),
    "history_reply": reply({"history": ListOf(list)}),
    "comm_info_reply": {**OK, "comms": DictOf({"target_name": str})},
    "interrupt_reply": OK,
    "shutdown_reply": reply({"restart": bool}),
    # stdin
    "input_request": {"prompt": str, "password": bool},
    # IOPub
    "iopub_welcome": {"subscription": str},
    "status": {"execution_state": OneOf("starting", "busy", "idle")},
    "execute_input": {"code": str, "execution_count": int},
    "execute_result": {"data": Bundle(), "metadata": dict, "execution_count": int},
    "stream": {"name": OneOf("stdout", "stderr"), "text": str},
    "display_data": DISPLAY,
    "update_display_data": {**DISPLAY, "transient": {"display_id": str}},
    "clear_output": {"wait": bool},
    "error": FAILURE,
    "comm_close": {"comm_id": str, "data": dict},
}

HEADER = {"msg_id": str, "session": str, "username": str, "date": str, "msg_type": str, "version": Exactly("5.5")}
ON_IOPUB = {"iopub_welcome", "status", "execute_input", "execute_result", "stream", "display_data",
            "update_display_data", "clear_output", "error", "comm_close", "shutdown_reply"}


def validate(message, channel):
    """Checks one message: its header, the channel it came on, and every key of its content."""
    header, kind = message["header"], message["header"]["msg_type"]
    check(header, HEADER, f"{kind} header")
    date = datetime.fromisoformat(header["date"].replace("Z", "+00:00"))
    assert abs((datetime.now(timezone.utc) - date).total_seconds()) < 60, f"{kind}: dated {header['date']}"
    assert kind in CONTENT, f"{kind} is no message of the kernel"
    allowed = {"iopub"} if kind in ON_IOPUB - {"shutdown_reply"} else {"stdin"} if kind == "input_request" else {
        "shell", "control"} | ({"iopub"} if kind == "shutdown_reply" else set())
    assert channel in allowed, f"{kind} came on {channel}"
    assert type(message["parent_header"]) is dict and type(message["metadata"]) is dict
    parentless = kind == "iopub_welcome" or message["content"].get("execution_state") == "starting"
    assert bool(message["parent_header"]) != parentless, f"{kind}: parent is {message['parent_header']}"
    check(message["content"], CONTENT[kind], kind)
    # The IOPub topic and the identities are not JSON, but an empty stream is of no use to anyone.
    if kind == "stream":
        assert message["content"]["text"]

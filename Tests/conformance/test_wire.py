"""What comes over the wire and is not what it should be: it is dropped, and the kernel lives on."""

import json
import os
import random

import pytest
from conformance.client import Client


def is_answered(kernel, frames, channel="shell"):
    kernel.sockets[channel].send_multipart(frames)
    # Whatever comes after it is answered, so nothing more would come for it.
    identity = kernel.send("kernel_info_request", channel=channel)
    answers = 0
    while kernel.receive(channel)["parent_header"]["msg_id"] != identity:
        answers += 1
    kernel.drain()
    return answers > 0


def request(kernel):
    return kernel.frames("kernel_info_request", {})[1]


def signed(kernel, *parts):
    return [b"<IDS|MSG>", kernel.session.sign(list(parts)), *parts]


def header(kernel, **changes):
    fields = {"msg_id": os.urandom(8).hex(), "session": "s", "username": "u", "date": "2026-01-01T00:00:00Z",
              "msg_type": "kernel_info_request", "version": "5.3", **changes}
    return json.dumps({key: value for key, value in fields.items() if value is not None}).encode()


def test_a_genuine_message_is_answered(kernel):
    assert is_answered(kernel, request(kernel))
    assert is_answered(kernel, signed(kernel, header(kernel), b"{}", b"{}", b"{}"))


def test_buffers_are_not_signed(kernel):
    assert is_answered(kernel, request(kernel) + [b"\x00\x01", b"x" * 100_000])


@pytest.mark.parametrize("channel", ["shell", "control"])
@pytest.mark.parametrize("part", range(1, 6))
def test_a_changed_part_is_refused(kernel, part, channel):
    frames = request(kernel)
    frames[part] = frames[part][:-1] + (b"0" if frames[part][-1:] != b"0" else b"1")
    assert not is_answered(kernel, frames, channel)


@pytest.mark.parametrize("signature", [b"", b"0" * 64, b"0" * 63, b"Z" * 64, b"\xff" * 64, b"0" * 10_000])
def test_a_wrong_signature_is_refused(kernel, signature):
    frames = request(kernel)
    frames[1] = signature
    assert not is_answered(kernel, frames)


def test_a_signature_in_capitals_is_refused(kernel):
    frames = request(kernel)
    while frames[1] == frames[1].upper():
        frames = request(kernel)
    frames[1] = frames[1].upper()
    assert not is_answered(kernel, frames)


def test_a_replay_is_refused(kernel):
    frames = request(kernel)
    assert is_answered(kernel, frames)
    assert not is_answered(kernel, frames)
    assert not is_answered(kernel, frames, "control")


def test_the_signature_of_an_input_reply_is_checked(kernel):
    identity = kernel.send_execute('let name = readLine(prompt: "? ")\nprint(name ?? "nothing")', allow_stdin=True)
    kernel.message("stdin", 5, lambda m: True)
    _, frames = kernel.frames("input_reply", {"value": "forged"})
    frames[1] = b"0" * 64
    kernel.sockets["stdin"].send_multipart(frames)
    kernel.send("input_reply", {"value": "genuine"}, "stdin")
    _, outputs = kernel.finish(identity)
    assert outputs[0]["content"]["text"] == "genuine\n"


@pytest.mark.parametrize("frames", [
    [b""], [b"junk"], [b"<IDS|MSG>"], [b"<IDS|MSG>", b"x"], [b"<IDS|MSG>"] * 7, [b""] * 20,
    [b"a", b"<IDS|MSG>", b"", b"{}", b"{}", b"{}"], [os.urandom(1000) for _ in range(10)],
])
def test_junk_frames_are_dropped(kernel, frames):
    assert not is_answered(kernel, frames)
    assert not is_answered(kernel, frames, "control")


JUNK = [
    b"", b"nil", b"[]", b"{", b'"text"', b"\xff\xfe", b"{'a': 1}", b'{"a": 1,}', b'{"a": NaN}', b"{} {}",
    b"[" * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000, b'{"\xff": 1}', b'{"a": 1e999}', b"\x00" * 100,
    b'{"a": "\x01"}', b"-", b'{"a": 01}', b'{"a": "\\u12"}',
]


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_junk_json_is_dropped(kernel, junk):
    assert not is_answered(kernel, signed(kernel, junk, b"{}", b"{}", b"{}"))
    assert not is_answered(kernel, signed(kernel, header(kernel), b"{}", b"{}", junk))


@pytest.mark.parametrize("field", ["msg_id", "session", "msg_type"])
@pytest.mark.parametrize("value", [None, 3, [], {}])
def test_a_header_without_its_fields_is_dropped(kernel, field, value):
    assert not is_answered(kernel, signed(kernel, header(kernel, **{field: value}), b"{}", b"{}", b"{}"))


def test_half_an_emoji_is_no_reason_to_lose_a_cell(kernel):
    content = json.dumps({"code": 'let s = "\ud83d"; 1', "silent": False}).encode()
    own = header(kernel, msg_id="half", msg_type="execute_request")
    kernel.sockets["shell"].send_multipart(signed(kernel, own, b"{}", b"{}", content))
    assert kernel.finish("half")[0]["status"] == "ok"


def test_fuzzed_messages_are_dropped(kernel):
    generator = random.Random(1)
    for _ in range(300):
        frames = request(kernel)
        index = generator.randrange(len(frames))
        damaged = bytearray(frames[index])
        for _ in range(generator.randint(1, 8)):
            if damaged and generator.random() < 0.8:
                damaged[generator.randrange(len(damaged))] = generator.randrange(256)
            else:
                damaged.insert(generator.randint(0, len(damaged)), generator.randrange(256))
        if bytes(damaged) == frames[index]:
            continue
        frames[index] = bytes(damaged)
        kernel.sockets["shell"].send_multipart(frames)
    assert kernel.request("kernel_info_request")["status"] == "ok"
    assert kernel.drain() == []


def test_identities_come_back_whole(kernel):
    frames = request(kernel)
    kernel.sockets["shell"].send_multipart([b"one", b"\x00two", *frames])
    assert kernel.receive("shell")["identities"] == [b"one", b"\x00two"]
    kernel.drain()


def test_a_kernel_without_a_key_signs_nothing(start):
    kernel = start(key="")
    assert kernel.execute("1 + 1")[0]["status"] == "ok"


def test_two_clients_at_once(kernel):
    other = Client(kernel.connection)
    try:
        while other.receive("iopub", 0.2) is None:
            other.request("kernel_info_request")
        other.drain()
        kernel.drain()
        ids = [(client, client.send_execute(f"{n} + {n}")) for n in range(50) for client in (kernel, other)]
        for number, (client, identity) in enumerate(ids):
            reply = client.reply(identity)
            assert reply["content"]["status"] == "ok"
            result = [m for m in client.published(identity) if m["msg_type"] == "execute_result"]
            assert result[0]["content"]["data"]["text/plain"] == str(number // 2 * 2)
        # Replies go to the one who asked, outputs to both.
        assert kernel.receive("shell", 0.05) is None and other.receive("shell", 0) is None
        assert len(kernel.drain()) >= 200 and len(other.drain()) >= 200
    finally:
        other.close()


def test_every_subscriber_is_greeted_before_anything_else(kernel):
    for topic in (b"", b"kernel.", b""):
        other = Client(kernel.connection, topic)
        try:
            welcome = other.receive("iopub")
            assert (welcome["msg_type"], welcome["content"]) == ("iopub_welcome", {"subscription": topic.decode()})
            assert welcome["identities"] == [topic]
        finally:
            other.close()
    kernel.drain()


def test_a_client_that_comes_back_under_its_name_is_answered(kernel):
    identity = b"the-same-name"
    for _ in range(3):
        client = kernel.context.socket(5)  # DEALER
        client.identity = identity
        client.linger = 0
        client.connect(kernel.endpoint("shell"))
        client.send_multipart(request(kernel))
        assert client.poll(5000)
        client.close()
    kernel.drain()

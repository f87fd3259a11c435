"""A client on bare sockets, which validates every message that it receives."""

import contextlib
import hashlib
import hmac
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import uuid

import zmq
from jupyter_client.session import Session
from conformance.schema import validate

CHANNELS = {"shell": zmq.DEALER, "control": zmq.DEALER, "stdin": zmq.DEALER, "iopub": zmq.SUB, "hb": zmq.REQ}
TIMEOUT = 15


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def wait_for(condition, what, timeout=TIMEOUT):
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        if value := condition():
            return value
        time.sleep(0.002)
    raise TimeoutError(f"{what} did not happen in {timeout} s")


class Client:
    """The sockets of one front end."""

    def __init__(self, connection, topic=b""):
        self.connection = connection
        self.session = Session(key=connection["key"].encode(), signature_scheme="hmac-sha256")
        self.context = zmq.Context()
        self.sockets = {}
        for name, kind in CHANNELS.items():
            each = self.context.socket(kind)
            each.linger = 0
            each.rcvhwm = each.sndhwm = 0
            each.reconnect_ivl = 5
            if kind == zmq.DEALER:
                each.identity = self.session.bsession
            if kind == zmq.SUB:
                each.subscribe(topic)
            if "curve_publickey" in connection:
                each.curve_serverkey = connection["curve_publickey"].encode()
                each.curve_publickey, each.curve_secretkey = zmq.curve_keypair()
            each.connect(self.endpoint(name))
            self.sockets[name] = each
        self.unread = {name: [] for name in CHANNELS}
        self.seen = set()

    def endpoint(self, name):
        join = ":" if self.connection["transport"] == "tcp" else "-"
        return f"{self.connection['transport']}://{self.connection['ip']}{join}{self.connection[name + '_port']}"

    def close(self):
        for each in self.sockets.values():
            each.close(0)
        self.context.term()

    # Sending

    def frames(self, kind, content, **options):
        message = self.session.msg(kind, content, **options)
        return message["header"]["msg_id"], self.session.serialize(message)

    def send(self, kind, content=None, channel="shell", **options):
        identity, frames = self.frames(kind, content or {}, **options)
        self.sockets[channel].send_multipart(frames)
        return identity

    def send_execute(self, code, **options):
        content = {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
                   "stop_on_error": True, **options}
        return self.send("execute_request", content)

    # Receiving

    def receive(self, channel, timeout=TIMEOUT):
        """The next message of a channel, validated; None after the timeout."""
        if self.unread[channel]:
            return self.unread[channel].pop(0)
        if not self.sockets[channel].poll(timeout * 1000):
            return None
        return self.take(channel, self.sockets[channel].recv_multipart())

    def take(self, channel, frames):
        start = frames.index(b"<IDS|MSG>")
        signature, *parts = frames[start + 1:]
        digest = hmac.new(self.connection["key"].encode(), b"".join(parts[:4]), hashlib.sha256).hexdigest()
        assert signature == (digest.encode() if self.connection["key"] else b""), "the signature is wrong"
        names = ("header", "parent_header", "metadata", "content")
        # Python would accept NaN, a browser does not.
        message = {name: json.loads(part, parse_constant=self.reject) for name, part in zip(names, parts)}
        message["msg_type"] = message["header"]["msg_type"]
        message["identities"] = frames[:start]
        validate(message, channel)
        assert message["header"]["msg_id"] not in self.seen, "a message came twice"
        self.seen.add(message["header"]["msg_id"])
        return message

    @staticmethod
    def reject(constant):
        raise AssertionError(f"{constant} is no JSON")

    def drain(self, quiet=0.02):
        """Reads what still comes; gives it."""
        messages = []
        for channel in ("shell", "control", "stdin", "iopub"):
            while message := self.receive(channel, quiet if channel == "iopub" else 0):
                messages.append(message)
        return messages

    def reply(self, identity, channel="shell", timeout=TIMEOUT):
        """The reply to a request; other messages stay unread."""
        return self.message(channel, timeout, lambda m: m["parent_header"]["msg_id"] == identity)

    def message(self, channel, timeout, condition):
        end = time.monotonic() + timeout
        passed = []
        try:
            while (left := end - time.monotonic()) > 0:
                message = self.receive(channel, left)
                if message and condition(message):
                    return message
                if message:
                    passed.append(message)
        finally:
            self.unread[channel] = passed + self.unread[channel]
        raise TimeoutError(f"no such message on {channel} in {timeout} s")

    def published(self, identity, timeout=TIMEOUT):
        """What came on IOPub for a request, busy and idle with it."""
        messages = []
        while not messages or messages[-1]["content"].get("execution_state") != "idle":
            messages.append(self.message("iopub", timeout, lambda m: m["parent_header"].get("msg_id") == identity))
        return messages

    def request(self, kind, content=None, channel="shell", timeout=TIMEOUT):
        """Sends a request; gives the content of its reply, after checking that busy and idle are around it."""
        identity = self.send(kind, content, channel)
        reply = self.reply(identity, channel, timeout)
        assert reply["header"]["msg_type"] == kind.replace("_request", "_reply")
        states = [m["content"]["execution_state"] for m in self.published(identity) if m["msg_type"] == "status"]
        assert states == ["busy", "idle"]
        return reply["content"]

    def execute(self, code, timeout=TIMEOUT, **options):
        """Runs a cell; gives the content of its reply and the outputs, after checking the order of all messages."""
        return self.finish(self.send_execute(code, **options), code, timeout, silent=options.get("silent", False))

    def send_running(self, code, **options):
        """Sends a cell and waits until it runs; what it published stays unread."""
        identity = self.send_execute(code, **options)
        started = self.message("iopub", TIMEOUT, lambda m: m["msg_type"] == "execute_input")
        # Behind its busy, before whatever came after it.
        busy = [i for i, m in enumerate(self.unread["iopub"]) if m["parent_header"].get("msg_id") == identity]
        self.unread["iopub"].insert(busy[0] + 1, started)
        return identity

    def finish(self, identity, code=None, timeout=TIMEOUT, silent=False):
        reply = self.reply(identity, timeout=timeout)
        assert reply["msg_type"] == "execute_reply"
        messages = self.published(identity, timeout)
        # A cell that ran while another request was answered is busy twice.
        first, *outputs, last = messages
        assert (first["content"], last["content"]) == ({"execution_state": "busy"}, {"execution_state": "idle"})
        outputs = [m for m in outputs if m["content"] != {"execution_state": "busy"}]
        if not silent and reply["content"]["status"] != "aborted":
            started = outputs.pop(0)
            assert started["msg_type"] == "execute_input"
            assert started["content"]["execution_count"] == reply["content"]["execution_count"]
            assert code is None or started["content"]["code"] == code
        return reply["content"], outputs

    def is_beating(self, timeout=2):
        ping = uuid.uuid4().bytes
        self.sockets["hb"].send(ping)
        return bool(self.sockets["hb"].poll(timeout * 1000)) and self.sockets["hb"].recv() == ping

    def wait_until_ready(self):
        """Waits for the greeting of IOPub: from then on nothing is missed."""
        welcome = self.receive("iopub")
        assert welcome and welcome["msg_type"] == "iopub_welcome", welcome
        self.request("kernel_info_request")
        self.drain()


class Kernel(Client):
    """A kernel process, and a client of it."""

    def __init__(self, argv, *, ready=True, env=None, **connection):
        self.folder = tempfile.mkdtemp(prefix="nabla-test-")
        ports = free_ports(5)
        connection = {
            "transport": "tcp", "ip": "127.0.0.1", "key": uuid.uuid4().hex, "signature_scheme": "hmac-sha256",
            "kernel_name": "nabla", **{name + "_port": port for name, port in zip(CHANNELS, ports)}, **connection,
        }
        self.file = os.path.join(self.folder, "connection.json")
        with open(self.file, "w") as file:
            json.dump(connection, file)
        self.argv = [argument.replace("{connection_file}", self.file) for argument in argv]
        self.env = {**os.environ, **(env or {})}
        self.start()
        super().__init__(connection)
        if ready:
            self.wait_until_ready()

    def start(self):
        self.output = open(os.path.join(self.folder, "log"), "w+")
        self.process = subprocess.Popen(
            self.argv, env=self.env, cwd=self.folder, stdin=subprocess.DEVNULL, stdout=self.output,
            stderr=self.output, start_new_session=True)

    def log(self):
        with open(self.output.name) as file:
            return file.read()

    def is_alive(self):
        return self.process.poll() is None

    def wait_for_exit(self, timeout=5):
        return self.process.wait(timeout)

    def signal(self, number):
        os.killpg(self.process.pid, number)

    def close(self):
        with contextlib.suppress(ProcessLookupError):
            if self.is_alive():
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(5)
        super().close()
        self.output.close()
        shutil.rmtree(self.folder, ignore_errors=True)

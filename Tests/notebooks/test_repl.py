"""The prompt, typed at through a terminal, and with a program piped in."""

import subprocess

import pexpect
import pytest


@pytest.fixture
def prompt(nabla, tmp_path):
    """A prompt with a history of its own."""
    environment = {"PATH": "/usr/bin:/bin", "TERM": "xterm", "XDG_DATA_HOME": str(tmp_path)}
    child = pexpect.spawn(str(nabla), ["repl"], env=environment, encoding="utf-8", timeout=20, dimensions=(24, 80))
    child.expect("1> ")
    yield child
    child.close(force=True)


def test_names_persist_and_values_are_shown(prompt):
    prompt.send("let x = 20\r")
    prompt.expect("2> ")
    prompt.send("x + 22\r")
    prompt.expect(r"\n42\r\n")


def test_an_unfinished_cell_goes_on(prompt):
    prompt.send("func double(_ x: Int) -> Int {\r")
    prompt.send("x * 2\r}\r")
    prompt.expect("2> ")
    prompt.send("double(21)\r")
    prompt.expect(r"\n42\r\n")


def test_the_interrupt_key_stops_a_cell_and_keeps_the_session(prompt):
    prompt.send("let x = 7\r")
    prompt.expect("2> ")
    prompt.send('print("go"); while true {}\r')
    prompt.expect("\ngo")
    prompt.sendintr()
    prompt.expect("Interrupted")
    prompt.expect("3> ")
    prompt.send("x\r")
    prompt.expect(r"\n7\r\n")


def test_history_and_completion(prompt):
    prompt.send('print("once")\r')
    prompt.expect("\nonce")
    prompt.expect("2> ")
    prompt.send("\x1b[A\r")
    prompt.expect("\nonce")
    prompt.expect("3> ")
    prompt.send("%hist\t\r")
    prompt.expect("%history")


def test_an_error_shows_the_place_and_the_session_goes_on(prompt):
    prompt.send("nosuchname\r")
    prompt.expect("nosuchname")
    prompt.expect("2> ")
    prompt.send("1 + 1\r")
    prompt.expect(r"\n2\r\n")


def test_the_end_of_input_ends_the_session(prompt):
    prompt.send("\x04")
    prompt.expect(pexpect.EOF)
    prompt.wait()
    assert prompt.exitstatus == 0


def test_a_piped_program_runs_without_prompts(nabla):
    program = "func half(_ x: Double) -> Double {\n  x / 2\n}\nhalf(5)\nprint(\"done\")\n"
    result = subprocess.run([nabla, "repl"], input=program, capture_output=True, text=True, check=True)
    assert result.stdout == "2.5\ndone\n"

#!/usr/bin/env python3
"""Record what swiftc says of the oracle programs, or check that it still says so.

  record.py [FOLDER ...]                record what is missing or older than its program
  record.py --check [--sample N] [...]  compare instead, a fixed sample of N programs if asked; exit 1 on a difference

A program in `traps/` has its output in `.out` and the trap's sentence in `.trap` (empty: the processor's own trap).
One in `diagnostics/` has `.err`, a line for each error: `line:column: message`. Every other one has `.out`.
The sessions in `sessions/` are cells, which swiftc has not: what they show is written by hand, and not looked at here.
"""
import argparse, concurrent.futures, os, pathlib, re, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).resolve().parent
ERROR = re.compile(r"^[^ ]+\.swift:(\d+:\d+): error: (.*)$", re.M)
ADDRESS = re.compile(r"0x[0-9a-f]+")
TRAP = re.compile(r"(?:Fatal error|Precondition failed|Assertion failed).*")
COMPILE = ["swiftc", "-module-name", "main", "-suppress-warnings"]


class NotRecorded(Exception):
    """What keeps a program from having an expectation: it does not compile, or does, or ends badly."""


def run(*command):
    # The back trace of a crash would cost a second and says nothing that is recorded.
    environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
    return subprocess.run(command, capture_output=True, text=True, errors="replace", env=environment)


def diagnostics(program):
    for stage in (["-typecheck"], ["-emit-sil", "-o", os.devnull]):
        errors = ERROR.findall(run(*COMPILE, *stage, str(program)).stderr)
        if errors:
            return {".err": "".join(f"{place}: {message}\n" for place, message in errors)}
    raise NotRecorded(f"{program}: swiftc finds no error")


def execution(program):
    with tempfile.TemporaryDirectory() as folder:
        binary = f"{folder}/program"
        built = run(*COMPILE, "-Onone", "-lm", "-o", binary, str(program))
        if built.returncode:
            raise NotRecorded(f"{program}: {built.stderr}")
        # Line by line, or what was printed before a trap would be lost with the buffer.
        ran = run("stdbuf", "-oL", binary)
    if "traps" in program.parts:
        sentence = TRAP.search(ran.stderr)
        return {".out": ran.stdout, ".trap": sentence.group().strip() + "\n" if sentence else ""}
    if ran.returncode:
        raise NotRecorded(f"{program}: ended with {ran.returncode}: {ran.stderr[:400]}")
    return {".out": ran.stdout}


def expected(program):
    try:
        return diagnostics(program) if "diagnostics" in program.parts else execution(program)
    except NotRecorded as problem:
        return problem


def agree(recorded, now):
    """Addresses differ from run to run, and so does the order of swiftc's errors."""
    return recorded == now or sorted(ADDRESS.sub("0x", recorded).splitlines()) == sorted(ADDRESS.sub("0x", now).splitlines())


def is_recorded(program):
    suffix = ".err" if "diagnostics" in program.parts else ".out"
    record = program.with_suffix(suffix)
    return record.exists() and record.stat().st_mtime >= program.stat().st_mtime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--sample", type=int)
    parser.add_argument("folders", nargs="*", default=["."])
    options = parser.parse_args()
    programs = sorted(p for folder in options.folders for p in (HERE / folder).rglob("*.swift") if p.parent.name != "sessions")
    if not options.check:
        programs = [p for p in programs if not is_recorded(p)]
    elif options.sample and options.sample < len(programs):
        programs = programs[:: -(-len(programs) // options.sample)]
    differences = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for program, records in zip(programs, pool.map(expected, programs)):
            if isinstance(records, NotRecorded):
                differences += 1
                print(records, file=sys.stderr)
                continue
            for suffix, text in records.items():
                path = program.with_suffix(suffix)
                if not options.check:
                    path.write_text(text)
                elif not path.exists() or not agree(path.read_text(), text):
                    differences += 1
                    print(f"{path.relative_to(HERE)} is not what swiftc says now", file=sys.stderr)
    print(f"{len(programs)} programs {'checked' if options.check else 'recorded'}")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())

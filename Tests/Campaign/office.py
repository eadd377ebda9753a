"""A supplier's office in a folder of its own, and a majord that works on it: what every driver of the campaign shares.

`MAJORD_PROGRAMS` in the environment names the folder of the programs; else it is .build/debug.
"""

import argparse
import grp
import os
import pathlib
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
# The small clients of the booted tests; behind this folder, whose office.py is another one.
sys.path.append(str(HERE.parent / "Booted" / "inside"))

import control  # noqa: E402
from pbx import EXCLUSIVE, PBX, Refused, fields  # noqa: E402,F401
from unix_socket import connected  # noqa: E402

BUILT = pathlib.Path(os.environ.get("MAJORD_PROGRAMS") or PROJECT / ".build" / "debug")
# What docs/operations.md names for an end that majord chose.
DOCUMENTED = {0, 64, 69, 70, 73, 74, 78}

SETTINGS = """\
region: NL
time_zone: Europe/Amsterdam
exclusive_numbers: [+31880001234]
ring: 20s
when_busy: ring
overflow: {default: 2000, uncovered: 2050}
levels:
  always: {hours: {mon-sun: "00:00-24:00"}}
"""
CLIENT = """\
id: client-%(number)d
name: Scholengroep %(number)d
size: small
schools: 18
primary: agent-%(primary)d
backup: agent-%(backup)d
introduced: 2026-01-12
agreement: {title: Afspraken, start: 2020-01-01, level: always}
numbers: [+31 50 5%(number)06d]
"""


class Fault(Exception):
    """majord did what it must not do."""


def expect(holds, text):
    if not holds:
        raise Fault(text)


def eventually(what, condition, seconds=30):
    """The first true value of the condition; polls, and is a fault after so many seconds."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        expect(time.monotonic() < deadline, f"{what}: not within {seconds} s")
        time.sleep(0.02)


def number_of(client):
    """The telephone number of a client."""
    return f"+31505{client:06d}"


class Office:
    """A directory of so many agents and clients, whose service never closes; client n's calls go to agent n, else to the next one."""

    def __init__(self, agents=8, clients=8, parent=None):
        self.agents, self.clients = agents, clients
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="majord-campaign-", dir=parent))
        self.folder.chmod(0o755)
        self.directory, self.state, self.runtime = (self.folder / name for name in ("directory", "state", "run"))
        for path in (self.directory, self.state, self.runtime):
            path.mkdir()
        (self.directory / "clients.d").mkdir()
        self.pbx_path, self.control_path = str(self.runtime / "pbx.sock"), str(self.runtime / "control.sock")
        self.errors = self.folder / "errors.txt"
        self.process = None
        self.write()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if kind:
            print("".join(f"  | {line}\n" for line in self.log().splitlines()[-15:]), end="", file=sys.stderr)
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, shift=0):
        """Writes all files; `shift` moves every client to the agent so many places further."""
        (self.directory / "majord.yaml").write_text(SETTINGS)
        (self.directory / "agents.yaml").write_text("agents:\n" + "".join(
            f"  - {{id: agent-{agent}, name: Agent {agent}, extension: {self.extension(agent)}}}\n"
            for agent in range(self.agents)))
        for number in range(self.clients):
            primary = (number + shift) % self.agents
            values = dict(number=number, primary=primary, backup=(primary + 1) % self.agents)
            (self.directory / "clients.d" / f"client-{number}.yaml").write_text(CLIENT % values)

    def extension(self, agent):
        return str(2100 + agent % self.agents)

    # The daemon.

    def start(self, *options, wait=True, descriptors=None, errors=None, seconds=60):
        """Starts majord, and returns once it is ready, or with its exit status when it ends before."""
        def limit():
            if descriptors:
                import resource
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        group = grp.getgrgid(os.getgid()).gr_name
        command = [
            BUILT / "majord", "--configuration", self.directory, "--state", self.state, "--runtime", self.runtime,
            "--admin-group", group, "--pbx-group", group, "--log-level", "notice", *options]
        self.skip = self.errors.stat().st_size if self.errors.exists() else 0
        # Without Swift's backtraces, which take a minute a crash.
        environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
        environment.pop("NOTIFY_SOCKET", None)
        with self.errors.open("ab") as file:
            self.process = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=errors if errors is not None else file, preexec_fn=limit, env=environment)
        if wait:
            eventually("majord is ready", lambda: self.process.poll() is not None or self.is_ready(), seconds)
        return self.process.poll()

    def is_ready(self):
        with self.errors.open("rb") as file:
            file.seek(self.skip)
            return b"is ready" in file.read()

    def log(self):
        return self.errors.read_text(errors="replace") if self.errors.exists() else ""

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self, seconds=30):
        """Ends majord as systemd does; its exit status, which must be 0."""
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Fault(f"majord does not end within {seconds} s of SIGTERM") from None
        expect(status == 0, f"majord ended with {status} after SIGTERM")

    def lives(self):
        status = self.process.poll()
        expect(status is None, f"majord ended by itself with {status}")

    # Asking.

    def pbx(self, seconds=20):
        return PBX(self.pbx_path, seconds)

    def ask(self, *words, seconds=20):
        """One question on a connection of its own."""
        with self.pbx(seconds) as pbx:
            return pbx.ask(*words)

    def route(self, client, call, pbx=None):
        words = ("ROUTE", number_of(client), EXCLUSIVE, call)
        return fields(pbx.ask(*words) if pbx else self.ask(*words))

    def call(self, method, timeout=20, **parameters):
        """The reply's parameters; a refusal is an error of this kind with the whole reply."""
        reply = control.call(f"org.majord.{method}", parameters, path=self.control_path, seconds=timeout)
        if "error" in reply:
            raise Refused(reply)
        return reply["parameters"]

    # Measures.

    def memory(self):
        """Resident memory in kB."""
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def processor_seconds(self):
        values = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(values[11]) + int(values[12])) / os.sysconf("SC_CLK_TCK")

    def rows(self, statement, *parameters):
        """Rows of the ledger, read from a copy."""
        with tempfile.TemporaryDirectory() as folder:
            for path in self.state.glob("ledger.sqlite*"):
                shutil.copy(path, folder)
            ledger = sqlite3.connect(f"{folder}/ledger.sqlite")
            try:
                ledger.row_factory = sqlite3.Row
                return ledger.execute(statement, parameters).fetchall()
            finally:
                ledger.close()


def unanswered(path, wait=True):
    """A connection to a Unix socket that nobody has asked anything on; without waiting, none where the backlog is full."""
    if wait:
        return connected(path)
    connection = socket.socket(socket.AF_UNIX)
    connection.setblocking(False)
    connection.connect(path)
    connection.settimeout(20)
    return connection


def is_closed(connection, seconds=0.0):
    """Whether the peer has closed it; unread bytes do not count as open."""
    connection.settimeout(seconds or 0.000_1)
    try:
        while connection.recv(65_536):
            pass
        return True
    except (TimeoutError, BlockingIOError):
        return False
    except ConnectionError:
        return True


class Progress:
    """A line now and then on standard error."""

    def __init__(self, seconds=5):
        self.seconds, self.last = seconds, time.monotonic()

    def tell(self, text):
        if time.monotonic() - self.last >= self.seconds:
            self.last = time.monotonic()
            print(f"  {text}", file=sys.stderr, flush=True)


def drive(driver, description, **defaults):
    """Runs a driver with its options from the command line, prints one line of what came out, and exits with 0 or 1.

    `driver(options)` returns what held, in words; it raises Fault when something did not. `options.seed` and `options.random` are
    always there; the defaults are numbers, such as rounds=250.
    """
    parser = argparse.ArgumentParser(description=description)
    for name, value in defaults.items():
        parser.add_argument(f"--{name}", type=type(value), default=value, help=f"{value} by default")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32), help="for the same run again")
    options = parser.parse_args()
    options.random = random.Random(options.seed)
    name = pathlib.Path(sys.argv[0]).stem
    if not (BUILT / "majord").exists():
        sys.exit(f"{name}: there is no majord in {BUILT}: run make build, or name its folder with MAJORD_PROGRAMS=")
    began = time.monotonic()
    try:
        text, status = driver(options), 0
    except Fault as fault:
        text, status = f"FAULT: {fault}", 1
    except (OSError, Refused) as error:
        text, status = f"FAULT: {type(error).__name__}: {error}", 1
    print(f"{name}: {text} ({time.monotonic() - began:.0f} s, --seed {options.seed})", flush=True)
    sys.exit(status)

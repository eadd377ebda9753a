"""Programs, units and the journal of the booted system."""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

SOCKETS = ("majord-pbx.socket", "majord-control.socket")
PBX = "/run/majord/pbx.sock"
CONTROL = "/run/majord/control.sock"
STATE = pathlib.Path("/var/lib/majord")
LEDGER = STATE / "ledger.sqlite"
DEBIAN_13 = os.environ.get("RELEASE") == "trixie"


def run(*command, check=True, seconds=30, user=None, stdin=None):
    """Runs a program as root or another user; its output and errors are text."""
    if user:
        command = ("runuser", "-u", user, "--", *command)
    done = subprocess.run(
        command, input=stdin, capture_output=True, text=True, timeout=seconds, errors="replace",
        stdin=subprocess.DEVNULL if stdin is None else None)
    if check and done.returncode != 0:
        raise AssertionError(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done


def systemctl(*arguments, **options):
    return run("systemctl", *arguments, **options)


def show(unit, key):
    return systemctl("show", unit, "--property", key, "--value").stdout.strip()


def main_pid():
    return int(show("majord.service", "MainPID"))


def hang(pid):
    """Stops a process, and returns once each of its threads has stopped."""
    os.kill(pid, signal.SIGSTOP)
    threads = pathlib.Path(f"/proc/{pid}/task")

    def stopped():
        return all((path / "stat").read_text().rpartition(")")[2].split()[0] == "T" for path in threads.iterdir())

    eventually("the process has stopped", stopped)


def query(statement, *parameters, state=STATE):
    """Rows of the ledger, read from a copy: opened here, its own files would come to belong to root."""
    with tempfile.TemporaryDirectory() as folder:
        for path in state.glob("ledger.sqlite*"):
            shutil.copy(path, folder)
        ledger = sqlite3.connect(f"{folder}/ledger.sqlite")
        try:
            return ledger.execute(statement, parameters).fetchall()
        finally:
            ledger.close()


def eventually(what, condition, seconds=15):
    """The first true value of the condition; polls, and fails after so many seconds."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"{what}: not within {seconds} s")
        time.sleep(0.05)


def drop_in(name, text, unit="majord.service"):
    """Adds to a unit until the next boot; None takes it away again."""
    path = pathlib.Path(f"/run/systemd/system/{unit}.d/{name}.conf")
    if text is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    systemctl("daemon-reload")


class Journal:
    """What the journal took up since this was made."""

    def __init__(self):
        run("journalctl", "--sync", check=False)
        # Not by a cursor: journalctl 252 skips the first entry after a cursor when there are matches, too.
        self.since = f"@{time.time():.6f}"

    def entries(self, *matches):
        """Entries with all fields, oldest first; matches are such as MAJORD_CLIENT=noord."""
        run("journalctl", "--sync")
        lines = run("journalctl", "--since", self.since, "-o", "json", "--all", *matches).stdout.splitlines()
        return [json.loads(line) for line in lines]

    def text(self, *options):
        run("journalctl", "--sync", check=False)
        options = options or ("-o", "short-precise")
        return run("journalctl", "-q", "--since", self.since, *options, check=False).stdout

    def await_entry(self, *matches, where=lambda entry: True, seconds=10):
        def found():
            return [entry for entry in self.entries(*matches) if where(entry)]

        return eventually(f"an entry of {' '.join(matches)} in the journal", found, seconds)[-1]

    def await_message(self, *parts, seconds=10):
        """The last entry of majord's whose message has all these parts."""

        def fits(entry):
            message = entry.get("MESSAGE") or ""
            return isinstance(message, str) and all(part in message for part in parts)

        return self.await_entry("SYSLOG_IDENTIFIER=majord", where=fits, seconds=seconds)

    def await_subject(self, subject, *matches, seconds=10):
        """The last entry with the message id of this subject in majord's catalog."""
        [number] = [number for number, found in catalog().items() if found == subject]
        return self.await_entry(f"MESSAGE_ID={number}", *matches, seconds=seconds)


def catalog():
    """The message ids of majord's catalog with their subjects."""
    subjects, current = {}, None
    for line in pathlib.Path("/usr/lib/systemd/catalog/majord.catalog").read_text().splitlines():
        if line.startswith("-- "):
            current = line[3:].split()[0]
        elif line.startswith("Subject: ") and current:
            subjects[current] = line.removeprefix("Subject: ")
            current = None
    return subjects

"""The supplier's office: its directory under /etc/majord, its people, and a fresh start."""

import pathlib
import shutil
import unittest

from pbx import route
from system import SOCKETS, STATE, catalog, eventually, run, show, systemctl

CONFIGURATION = pathlib.Path("/etc/majord")
# A caller of each client.
NOORD, DELTA = "+31505550100", "+31205550100"

SETTINGS = """\
region: NL
time_zone: Europe/Amsterdam
exclusive_numbers: [+31880001234]
overflow: {default: 2000, uncovered: 2050}
levels:
  niveau-1: {hours: {mon-sun: "00:00-24:00"}}
"""
AGENTS = """\
agents:
  - {id: jdevries, name: Joke de Vries, extension: 2101, user: jdevries}
  - {id: mbakker, name: Mark Bakker, extension: 2102, user: mbakker}
"""
CLIENT = """\
id: %(id)s
name: %(name)s
size: small
schools: 18
primary: %(primary)s
backup: %(backup)s
introduced: 2026-01-12
agreement: {title: Prestatie-afspraken, start: 2020-01-01, level: niveau-1}
numbers: [%(numbers)s]
"""


def client(id, name, primary, backup, numbers):
    path = CONFIGURATION / "clients.d" / f"{id}.yaml"
    path.write_text(CLIENT % dict(id=id, name=name, primary=primary, backup=backup, numbers=numbers))


def write_directory():
    """Two agents and two clients, and nothing else."""
    shutil.rmtree(CONFIGURATION / "clients.d", ignore_errors=True)
    (CONFIGURATION / "clients.d").mkdir(parents=True)
    (CONFIGURATION / "clients.d").chmod(0o755)
    (CONFIGURATION / "majord.yaml").write_text(SETTINGS)
    (CONFIGURATION / "agents.yaml").write_text(AGENTS)
    client("noord", "Scholengroep Noord", "jdevries", "mbakker", "050 555 01 00 - 99")
    client("delta", "Stichting Delta", "mbakker", "jdevries", "020 555 01 00 - 99")


def break_directory():
    """A key that does not exist, in line 5 of a client's file."""
    path = CONFIGURATION / "clients.d" / "noord.yaml"
    path.write_text(path.read_text().replace("primary:", "primay:"))


def stop():
    systemctl("stop", *SOCKETS, "majord.service", check=False)
    systemctl("reset-failed", check=False)


def start():
    systemctl("start", *SOCKETS)
    systemctl("start", "majord.service")


def fresh():
    """A directory of two clients, an empty ledger, no drop-ins, and a running majord."""
    stop()
    for folder in pathlib.Path("/run/systemd/system").glob("majord*.d"):
        shutil.rmtree(folder)
    systemctl("daemon-reload")
    write_directory()
    for path in STATE.glob("*"):
        path.unlink() if not path.is_dir() else shutil.rmtree(path)
    start()


class Story(unittest.TestCase):
    """Each class begins with a fresh office."""

    @classmethod
    def setUpClass(cls):
        fresh()

    def answers(self, call, caller=NOORD, phone="2101"):
        """The decision, which must name this phone."""
        answer = route(caller, call)
        self.assertEqual(answer["extension"], phone, answer)
        return answer

    def explained(self, entry):
        """The entry has a message id of the catalog."""
        self.assertTrue(entry.get("MESSAGE_ID") in catalog(), f"no message id of the catalog: {entry['MESSAGE']}")

    def await_status(self, *parts, seconds=15):
        def said():
            text = show("majord.service", "StatusText")
            return text if all(part in text for part in parts) else None

        return eventually(f"a status with {' and '.join(parts)}", said, seconds)


def majorctl(*arguments, check=True, user=None):
    return run("majorctl", *arguments, check=check, user=user)

"""Limits of one user"""

import os
import pathlib
import subprocess
import sys

import office
from system import CONTROL, PBX, Journal, run

# Opens connections until one is closed at once, or so many; prints how many stayed open, and keeps them until told.
HOLD = """
import resource, select, socket, sys
resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
held = []
while len(held) < 2000:
    connection = socket.socket(socket.AF_UNIX)
    connection.connect(sys.argv[1])
    held.append(connection)
    if len(held) % 20 == 0 and select.select(held, [], [], 0.2)[0]:
        break
closed = len(select.select(held, [], [], 1)[0])
print(len(held) - closed, flush=True)
sys.stdin.readline()
"""


class Limits(office.Story):
    def hold(self, user, path):
        """How many connections this user could hold; meanwhile others are answered."""
        journal = Journal()
        holder = subprocess.Popen(
            ["runuser", "-u", user, "--", sys.executable, "-c", HOLD, path], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            held = int(holder.stdout.readline())
            self.answers(f"limits-{user}")
            self.assertIn("clients covered", office.majorctl("status").stdout)
        finally:
            holder.communicate("\n", timeout=20)
        uid = run("id", "-u", user).stdout.strip()
        entry = journal.await_subject("A limit was reached", f"MAJORD_UID={uid}", seconds=75)
        self.assertEqual(entry["MAJORD_UID"], uid)
        self.figures = f"{held} connections"
        self.assertLess(held, 2_000)

    def test_control(self):
        "who opens too many connections to control.sock is refused and named; others are answered"
        self.hold("stranger", CONTROL)

    def test_pbx(self):
        "so is a PBX's user at pbx.sock"
        self.hold("kamailio", PBX)

    def test_descriptors(self):
        "all of them are closed again"
        pid = office.show("majord.service", "MainPID")
        count = len(os.listdir(pathlib.Path(f"/proc/{pid}/fd")))
        self.figures = f"{count} descriptors"
        self.assertLess(count, 100)

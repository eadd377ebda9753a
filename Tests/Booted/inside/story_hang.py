"""Whoever waits for majord is told how it stands"""

import os
import signal
import time

import office
from office import majorctl
from pbx import PBX
from system import DEBIAN_13, drop_in, hang, main_pid, run, systemctl


class Hang(office.Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # The watchdog would end what is to be seen here.
        drop_in("watchdog", "[Service]\nWatchdogSec=0\n")
        systemctl("restart", "majord.service")

    @classmethod
    def tearDownClass(cls):
        drop_in("watchdog", None)

    def test_hanging(self):
        "check, reload and systemctl reload end after five seconds with the reason, when majord hangs"
        pid = main_pid()
        hang(pid)
        try:
            for command in ("check", "reload"):
                began = time.monotonic()
                done = majorctl(command, check=False)
                self.assertEqual(done.returncode, 69, done.stderr)
                self.assertIn("has not been heard for 5 seconds", done.stderr)
                self.assertLess(time.monotonic() - began, 10)
            if not DEBIAN_13:
                # Its systemd signals the reload itself, and lets a stopped process go on with that.
                self.assertNotEqual(systemctl("reload", "majord.service", check=False, seconds=60).returncode, 0)
        finally:
            os.kill(pid, signal.SIGCONT)
        self.answers("hang-1")
        systemctl("reload", "majord.service", seconds=60)

    def test_journal(self):
        "journald hangs: calls, reports and changes go on, status says so, and majord ends when it is told to"
        journald = int(systemctl("show", "systemd-journald.service", "--property", "MainPID", "--value").stdout)
        hang(journald)
        try:
            with PBX() as pbx:
                # The socket of the journal takes some hundred.
                for number in range(2_000):
                    self.assertEqual(pbx.route(office.NOORD, f"journal-{number}")["extension"], "2101")
            self.assertEqual(majorctl("sick", "--agent", "jdevries").returncode, 0)
            self.await_status("nobody takes messages for the journal")
            pid, began = main_pid(), time.monotonic()
            os.kill(pid, signal.SIGTERM)
            while os.path.exists(f"/proc/{pid}") and time.monotonic() - began < 30:
                time.sleep(0.05)
            self.figures = f"it ended after {time.monotonic() - began:.1f} s"
            self.assertLess(time.monotonic() - began, 9)
        finally:
            os.kill(journald, signal.SIGCONT)
        run("journalctl", "--sync", check=False)
        systemctl("restart", "majord.service", seconds=60)
        self.answers("journal-sick", phone="2102")

"""The units on paper"""

import pathlib
import unittest

from system import DEBIAN_13, run, show, systemctl


class Units(unittest.TestCase):
    def test_verify(self):
        "systemd-analyze verify finds nothing in any unit"
        units = [str(path) for path in pathlib.Path("/usr/lib/systemd/system").glob("majord*") if path.is_file()]
        self.assertGreaterEqual(len(units), 4)
        # It looks manual pages up, too, but a minimal system has no man(1).
        done = run("systemd-analyze", "verify", "--man=no", *sorted(units), check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_exposure(self):
        "the service's exposure is at most 1.0"
        done = run(
            "systemd-analyze", "security", "--offline=true", "--threshold=10", "--no-pager",
            "/usr/lib/systemd/system/majord.service", check=False)
        self.figures = next((line for line in done.stdout.splitlines() if "Overall exposure" in line), "")
        self.figures = self.figures.partition("for ")[2]
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_type(self):
        "reloads are waited for as this systemd can: Type=notify-reload on Debian 13"
        self.assertEqual(show("majord.service", "Type"), "notify-reload" if DEBIAN_13 else "notify")

    def test_settings(self):
        "restarted always and without a limit, watched, and bounded"
        self.assertEqual(show("majord.service", "Restart"), "always")
        self.assertEqual(show("majord.service", "StartLimitIntervalUSec"), "0")
        for key in ("WatchdogUSec", "MemoryMax", "TasksMax", "LimitNOFILE"):
            self.assertNotIn(show("majord.service", key), ("", "0", "infinity"), key)

    def test_user(self):
        "majord runs as a user of its own, without rights"
        systemctl("start", "majord.service")
        pid = show("majord.service", "MainPID")
        lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
        status = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
        self.assertNotIn("0", status["Uid"].split())
        self.assertEqual(int(status["CapEff"], 16), 0)
        self.assertEqual((status["NoNewPrivs"], status["Seccomp"]), ("1", "2"))

"""Starting with a broken directory"""

import office
from control import status
from office import DELTA, majorctl
from system import STATE, Journal, eventually, show, systemctl


class LastGood(office.Story):
    def test_degraded(self):
        "a restart with a broken directory runs with the last good one, and says so"
        self.answers("good-1")
        office.break_directory()
        journal = Journal()
        systemctl("restart", "majord.service")
        self.answers("good-2")
        self.answers("good-3", DELTA, "2102")
        self.await_status("degraded")
        self.assertIn("degraded", majorctl("status", check=False).stdout)
        journal.await_subject("majord uses the last good directory")
        journal.await_message("noord.yaml:5:")

    def test_killed(self):
        "so does a start after a crash"
        systemctl("kill", "--signal=KILL", "majord.service")
        self.answers("good-4")
        self.await_status("degraded")

    def test_mended(self):
        "a reload of the mended directory ends it"
        office.write_directory()
        systemctl("reload", "majord.service")
        self.await_status("2 of 2 clients covered")
        self.assertNotIn("degraded", show("majord.service", "StatusText"))
        self.assertNotIn("degraded", majorctl("status").stdout)
        self.assertEqual(status()["covered"], 2)


class NoneKept(office.Story):
    def test_refused(self):
        "without one kept it does not start: exit 78, and the message names file and line"
        office.stop()
        for path in STATE.glob("*"):
            path.unlink()
        office.break_directory()
        journal = Journal()
        systemctl("start", *office.SOCKETS)
        self.assertNotEqual(systemctl("start", "majord.service", check=False).returncode, 0)
        self.assertEqual(show("majord.service", "ExecMainStatus"), "78")
        journal.await_message("noord.yaml:5:")
        self.assertIn("status=78/CONFIG", journal.text())
        for unit in office.SOCKETS:
            self.assertEqual(show(unit, "ActiveState"), "active")

    def test_by_itself(self):
        "mended, it comes up by itself"
        office.write_directory()
        eventually("active", lambda: show("majord.service", "ActiveState") == "active", seconds=30)
        self.answers("none-1")

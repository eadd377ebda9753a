"""The disk under the ledger is full"""

import pathlib

import office
from control import call
from office import NOORD, majorctl
from pbx import PBX
from system import STATE, Journal, eventually, query, run, systemctl


class FullDisk(office.Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        systemctl("stop", "majord.service")
        run("mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", str(STATE))
        run("chown", "majord:", str(STATE))
        systemctl("start", "majord.service")
        cls.filler = pathlib.Path(STATE / "filler")

    @classmethod
    def tearDownClass(cls):
        office.stop()
        run("umount", str(STATE))
        office.start()

    def fill(self):
        with self.filler.open("ab", buffering=0) as file:
            try:
                while True:
                    file.write(b"\0" * 4_096)
            except OSError:
                pass

    def call(self, count):
        with PBX() as pbx:
            for _ in range(count):
                type(self).asked += 1
                self.assertEqual(pbx.route(NOORD, f"full-{self.asked}")["extension"], "2101")

    def test_full(self):
        "full: calls are decided, a change is refused with the cause, and journal and status say so"
        type(self).asked = 0
        journal = Journal()
        self.call(1)
        self.fill()
        for _ in range(20):
            # The log of the ledger may have room for a few.
            self.call(200)
            done = majorctl("sick", "--agent", "jdevries", check=False)
            if done.returncode:
                break
            majorctl("back", "--agent", "jdevries", check=False)
            self.fill()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("no space is left", done.stderr)
        journal.await_subject("The ledger is unavailable", "PRIORITY=1")
        self.assertIn("ledger", majorctl("status", check=False).stdout.lower())
        self.await_status("ledger")

    def test_at_once(self):
        "the status of the unit says within a second what a restart now would lose"
        self.filler.unlink()
        eventually("the ledger is available", lambda: self.figures_of_ledger()["available"], 30)
        self.fill()
        waiting = eventually("records wait", self.more_calls_wait, 30)
        self.await_status("the ledger is unavailable", "a restart now would lose", seconds=1)
        self.assertGreater(waiting, 0)

    def figures_of_ledger(self):
        return call("org.majord.Reports.Figures")["parameters"]["ledger"]

    def more_calls_wait(self):
        """Calls until the log of the ledger has no room left; how many records wait then."""
        self.call(50)
        figures = self.figures_of_ledger()
        return 0 if figures["available"] else figures["records_waiting"]

    def test_room(self):
        "with room again it says so, takes changes, and writes what waited"
        journal = Journal()
        self.filler.unlink()
        self.call(1)
        journal.await_subject("The ledger is available again", seconds=30)
        eventually(
            "changes are taken", lambda: majorctl("sick", "--agent", "jdevries", check=False).returncode == 0, 15)
        self.answers("room-2", NOORD, "2102")
        systemctl("stop", "majord.service")
        self.assertEqual(query("SELECT count(*) FROM call WHERE call_id LIKE 'full-%'"), [(self.asked,)])

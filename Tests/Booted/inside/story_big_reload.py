"""A reload of a big directory, under calls"""

import time

import office
from control import status
from load import Load
from system import Journal, drop_in, main_pid, systemctl


class BigReload(office.Story):
    CLIENTS = 20_000

    def test_answers_go_on(self):
        "calls are answered and the watchdog is content while thousands of clients are read"
        drop_in("watchdog", "[Service]\nWatchdogSec=1s\n")
        systemctl("restart", "majord.service")
        # One agent takes six small clients at the most: so many pairs need so many agents.
        agents = "".join(
            f"  - {{id: a{number}, name: Agent {number}, extension: {30_000 + number}}}\n"
            for number in range(self.CLIENTS // 3 + 1))
        (office.CONFIGURATION / "agents.yaml").write_text(office.AGENTS + agents)
        for number in range(self.CLIENTS):
            primary = number // 3
            backup = (primary + 1) % (self.CLIENTS // 3 + 1)
            office.client(f"c{number}", f"Client {number}", f"a{primary}", f"a{backup}", f"+3170{number:07}")
        pid, before, journal = main_pid(), status()["generation"], Journal()
        with Load("big", rate=200, connections=4) as load:
            time.sleep(0.5)
            began = time.monotonic()
            systemctl("reload", "majord.service", seconds=120)
            lasted = time.monotonic() - began
            time.sleep(0.5)
        self.figures = f"the reload took {lasted:.1f} s; {load.figures}"
        self.assertEqual((load.errors[:5], load.retried), ([], {}))
        self.assertEqual((status()["clients"], status()["generation"]), (self.CLIENTS + 2, before + 1))
        self.assertEqual(main_pid(), pid, journal.text())
        self.assertLess(load.longest, 1)

    def test_again(self):
        "a restart with it is ready, and a broken client among them refuses the reload"
        drop_in("watchdog", None)
        systemctl("restart", "majord.service", seconds=120)
        self.answers("big-again")
        office.break_directory()
        self.assertEqual(office.majorctl("reload", check=False).returncode, 2)
        self.answers("big-broken")

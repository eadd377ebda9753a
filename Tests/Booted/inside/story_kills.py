"""Killed under load"""

import os
import signal
import time

import office
from load import Load
from story_restarts import decided
from system import eventually, main_pid, systemctl


class Kills(office.Story):
    ROUNDS = 20

    def test_kills(self):
        "twenty kill -9: every request is answered, and what was acknowledged stands in the ledger"
        with Load("kill", reports=True) as load:
            for _ in range(self.ROUNDS):
                time.sleep(0.4)
                pid = eventually("majord runs", main_pid)
                os.kill(pid, signal.SIGKILL)
                eventually("started again", lambda: main_pid() not in (0, pid))
            time.sleep(1)
        self.figures = load.figures
        systemctl("stop", "majord.service")
        rows = decided("kill")
        with self.subTest("every request is answered"):
            self.assertEqual(load.errors[:5], [])
        with self.subTest("no call has two records"):
            self.assertEqual({call: entries for call, entries in rows.items() if len(entries) > 1}, {})
        with self.subTest("what was acknowledged stands in the ledger"):
            self.assertGreater(len(load.acknowledged), 100)
            lost = [call for call in load.acknowledged if not any(entry[1] for entry in rows.get(call, []))]
            self.assertEqual(lost, [], f"{len(lost)} of {len(load.acknowledged)} lost")

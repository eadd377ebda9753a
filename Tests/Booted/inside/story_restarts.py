"""A hundred restarts under 500 requests a second"""

import statistics
import time

import office
from load import Load
from system import query, systemctl


def decided(prefix):
    """The decisions that the ledger has for each call id; majord must have ended."""
    rows = query("SELECT call_id, decision, answered_at FROM call WHERE call_id LIKE ? || '-%'", prefix)
    found = {}
    for call, decision, answered in rows:
        found.setdefault(call, []).append((decision, answered))
    return found


class Restarts(office.Story):
    ROUNDS = 100

    def test_restarts(self):
        "every request is answered, with one reconnect at the most, and none is decided twice"
        times = []
        with Load("restart") as load:
            time.sleep(1)
            for _ in range(self.ROUNDS):
                began = time.monotonic()
                systemctl("restart", "majord.service")
                times.append(time.monotonic() - began)
                # Room for the callers who had to wait, and for those of the next moment.
                time.sleep(0.15)
                self.assertLess(time.monotonic() - load.began, 400, "restarts take too long")
        self.figures = f"{load.figures}; a restart takes {statistics.median(times) * 1000:.0f} ms (median)"
        systemctl("stop", "majord.service")
        rows = decided("restart")
        with self.subTest("every request is answered"):
            self.assertEqual(load.errors[:5], [])
            self.assertGreater(len(load.decisions), self.ROUNDS * 50, load.figures)
        with self.subTest("with one reconnect at the most"):
            self.assertEqual({call: count for call, count in load.retried.items() if count > 1}, {}, load.figures)
        with self.subTest("the ledger has one record of each call, with the decision that was answered"):
            wrong = {call: rows.get(call) for call, decision in load.decisions.items()
                     if [entry[0] for entry in rows.get(call, [])] != [decision]}
            self.assertEqual(len(wrong), 0, dict(list(wrong.items())[:5]))

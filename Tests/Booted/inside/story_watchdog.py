"""majord hangs, and the watchdog acts"""

import time

import office
from system import Journal, drop_in, eventually, hang, main_pid, show, systemctl


class Watchdog(office.Story):
    def test_hang(self):
        "stopped by SIGSTOP, it is killed by the watchdog and started again; the call that waits is answered"
        drop_in("watchdog", "[Service]\nWatchdogSec=2s\nTimeoutAbortSec=1s\n")
        systemctl("restart", "majord.service")
        self.answers("watchdog-1")
        pid, journal = main_pid(), Journal()
        hang(pid)
        began = time.monotonic()
        try:
            # Its connection waits in the backlog of the socket, or ends with the process that hung.
            self.answers("watchdog-2")
        except ConnectionError:
            self.answers("watchdog-2")
        self.figures = f"answered after {time.monotonic() - began:.1f} s"
        # While it dies it may still have answered.
        eventually("started again", lambda: main_pid() not in (0, pid))
        self.answers("watchdog-3")
        self.assertIn("atchdog timeout", journal.text())

    def test_alive(self):
        "without calls the loop goes on saying that it is alive"
        pid = main_pid()
        time.sleep(5)
        self.assertEqual(main_pid(), pid)
        self.assertEqual(show("majord.service", "ActiveState"), "active")
        drop_in("watchdog", None)

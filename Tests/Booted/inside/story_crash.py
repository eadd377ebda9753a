"""majord is killed, and nobody is refused"""

import os
import signal
import threading
import time

import office
from office import NOORD, majorctl
from pbx import PBX, route
from system import SOCKETS, Journal, eventually, main_pid, query, show, systemctl


class Crash(office.Story):
    def test_kill(self):
        "kill -9: the next connection waits and is answered; the absence is still there"
        majorctl("sick", "--agent", "jdevries")
        self.answers("crash-1", NOORD, "2102")
        journal = Journal()
        for round in range(3):
            pid = main_pid()
            os.kill(pid, signal.SIGKILL)
            began = time.monotonic()
            self.answers(f"crash-2-{round}", NOORD, "2102")
            self.figures = f"answered after {(time.monotonic() - began) * 1000:.0f} ms"
            self.assertNotEqual(main_pid(), pid)
        self.assertIn("sickness", majorctl("absences").stdout)
        self.assertIn("status=9/KILL", journal.text())
        for unit in SOCKETS:
            self.assertEqual(show(unit, "ActiveState"), "active")

    def test_never_refused(self):
        "meanwhile no connection is refused"
        refused, answered, done = [], [], threading.Event()

        def call():
            count = 0
            while not done.is_set():
                count += 1
                try:
                    route(NOORD, f"crash-3-{count}")
                    answered.append(count)
                except ConnectionRefusedError as error:
                    refused.append(error)
                except OSError:
                    # Its connection was one of those that were killed.
                    pass

        caller = threading.Thread(target=call)
        caller.start()
        for _ in range(5):
            time.sleep(0.3)
            pid = main_pid()
            if pid:
                os.kill(pid, signal.SIGKILL)
            eventually("started again", lambda: main_pid() not in (0, pid))
        time.sleep(0.5)
        done.set()
        caller.join(30)
        self.assertEqual(refused, [])
        self.assertGreater(len(answered), 10)


class EstablishedConnection(office.Story):
    def test_pending(self):
        "an established connection gets its pending answers before a restart ends it"
        count = 3_000
        for round in range(3):
            with PBX() as pbx:
                pbx.route(NOORD, f"pending-{round}")
                answers, errors = [], []

                def read():
                    try:
                        for _ in range(count):
                            answers.append(pbx.receive())
                    except Exception as error:
                        errors.append(error)

                reader = threading.Thread(target=read)
                reader.start()
                pbx.socket.sendall(
                    b"".join(b"EXTENSION %s +31880001234 pending-%d-%d\r\n" % (NOORD.encode(), round, n)
                             for n in range(count)))
                systemctl("restart", "majord.service")
                reader.join(30)
                self.assertEqual((errors, len(answers), set(answers)), ([], count, {"2101"}))

    def test_idle(self):
        "an idle connection ends with the restart, and the next is answered"
        with PBX() as pbx:
            pbx.route(NOORD, "idle-1")
            systemctl("restart", "majord.service")
            self.assertEqual(pbx.socket.recv(1), b"")
        self.answers("idle-2")

    def test_gone(self):
        "whoever went away while majord was down is not decided for"
        systemctl("stop", "majord.service")
        # The first of these connections starts majord; its peer is gone by then.
        for number in range(20):
            with PBX() as pbx:
                pbx.send("ROUTE", NOORD, "+31880001234", f"gone-{number}")
        self.answers("gone-then")
        systemctl("stop", "majord.service")
        self.assertEqual(query("SELECT call_id FROM call WHERE call_id LIKE 'gone-%'"), [("gone-then",)])
        systemctl("start", "majord.service")

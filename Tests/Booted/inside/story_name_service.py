"""The name service hangs, and the control socket is full of strangers"""

import os
import pathlib
import signal
import socket
import subprocess
import time

import office
from control import PATH
from office import majorctl
from system import Journal, eventually, main_pid, run

HANGING = pathlib.Path("/run/systemd/userdb/io.systemd.Hanging")
NSSWITCH = pathlib.Path("/etc/nsswitch.conf")


class NameService(office.Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.before = NSSWITCH.read_text() if NSSWITCH.exists() else None
        NSSWITCH.write_text("passwd: files systemd\ngroup: files systemd\nshadow: files\n")
        # nss-systemd asks every service in this folder for users that /etc/passwd does not have; this one says nothing.
        HANGING.parent.mkdir(parents=True, exist_ok=True)
        HANGING.unlink(missing_ok=True)
        cls.service = socket.socket(socket.AF_UNIX)
        cls.service.bind(str(HANGING))
        HANGING.chmod(0o666)
        cls.service.listen(4_096)
        # It does hang. systemd, too, waits for it when it starts something as a user, so majord runs already.
        assert run("timeout", "1", "getent", "passwd", "54321", check=False).returncode == 124

    @classmethod
    def tearDownClass(cls):
        cls.answer_again()
        NSSWITCH.unlink() if cls.before is None else NSSWITCH.write_text(cls.before)

    @classmethod
    def answer_again(cls):
        HANGING.unlink(missing_ok=True)
        cls.service.close()

    def as_user(self, uid, *command):
        # Not setpriv, which would ask the name service itself.
        return subprocess.Popen(
            command, user=uid, group=65534, extra_groups=[], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)

    def test_hanging(self):
        "hanging: strangers get their status, managers change and reload, calls are answered"
        journal = Journal()
        strangers = [self.as_user(54_000 + number, "majorctl", "status") for number in range(20)]
        self.answers("names-1")
        majorctl("sick", "--agent", "jdevries")
        majorctl("reload")
        self.answers("names-2", phone="2102")
        majorctl("back", "--agent", "jdevries")
        for stranger in strangers:
            _, errors = stranger.communicate(timeout=60)
            self.assertEqual(stranger.returncode, 0, errors)
        self.await_status("name service does not answer")
        refused = self.as_user(54_321, "majorctl", "reload")
        refused.communicate(timeout=60)
        self.assertEqual(refused.returncode, 77)
        journal.await_entry("MAJORD_UID=54321", where=lambda entry: entry["MESSAGE"].startswith("54321 "))

    def test_room_for_root(self):
        "four users hold all connections of the control socket: whoever has none gets in, and root to reload as well"
        script = (
            "import os, socket, sys, time\n"
            "held = [socket.socket(socket.AF_UNIX) for _ in range(64)]\n"
            f"for one in held: one.connect({PATH!r})\n"
            "print('held', flush=True); time.sleep(600)\n")
        holders = [self.as_user(56_000 + number, "python3", "-c", script) for number in range(4)]
        try:
            for holder in holders:
                self.assertEqual(holder.stdout.readline(), "held\n")
            # One of those who have most makes room for him.
            late = self.as_user(56_100, "majorctl", "status")
            _, errors = late.communicate(timeout=60)
            self.assertEqual(late.returncode, 0, errors)
            majorctl("status")
            # What systemctl reload runs; systemd itself would wait for the name service before it does.
            majorctl("reload")
        finally:
            for holder in holders:
                holder.kill()
                holder.wait()

    def test_end(self):
        "hanging: it ends in time when it is told to"
        strangers = [self.as_user(55_000 + number, "majorctl", "status") for number in range(5)]
        pid, began = main_pid(), time.monotonic()
        os.kill(pid, signal.SIGTERM)
        eventually("it has ended", lambda: not os.path.exists(f"/proc/{pid}"), 9)
        self.figures = f"{time.monotonic() - began:.1f} s"
        self.answer_again()
        for stranger in strangers:
            stranger.communicate(timeout=60)
        eventually("started again", lambda: main_pid() not in (0, pid), 60)
        self.answers("names-3")

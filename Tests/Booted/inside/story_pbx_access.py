"""A PBX that cannot open its socket leaves a trace"""

import grp
import os
import stat

import office
from office import majorctl
from system import PBX, Journal, eventually, main_pid, run, show, systemctl

FOLDER = "/run/majord"


class PBXAccess(office.Story):
    def setUp(self):
        self.assertAsShipped()
        self.journal = Journal()

    def tearDown(self):
        os.chmod(FOLDER, 0o755)
        systemctl("restart", "majord-pbx.socket", seconds=60)
        systemctl("start", "majord.service")

    def mode(self, path=PBX):
        return stat.S_IMODE(os.stat(path).st_mode)

    def assertAsShipped(self):
        file = os.stat(PBX)
        self.assertEqual((stat.S_IMODE(file.st_mode), grp.getgrgid(file.st_gid).gr_name), (0o660, "majord-pbx"))
        self.assertEqual(self.sample('majord_socket_as_shipped{socket="pbx"}'), 1)
        self.assertNotIn("as shipped", majorctl("status").stdout)

    def sample(self, name):
        for line in majorctl("metrics").stdout.splitlines():
            if line.startswith(name + " "):
                return float(line.split()[-1])
        return None

    def status(self):
        """majorctl's exit status may say that something is wrong."""
        return majorctl("status", check=False).stdout

    def test_mode(self):
        "mode 0600: journal, status, metrics and STATUS say so, and what puts it right does"
        before = main_pid()
        os.chmod(PBX, 0o600)
        self.assertIn("mode 0600 instead of 0660", self.status())
        self.assertEqual(self.sample('majord_socket_as_shipped{socket="pbx"}'), 0)
        entry = self.journal.await_subject("A socket cannot be opened by those who are to", "MAJORD_SOCKET=pbx")
        self.assertIn("systemctl restart majord-pbx.socket", entry["MESSAGE"])
        eventually("STATUS says so", lambda: "mode 0600" in show("majord.service", "StatusText"))
        # The socket is systemd's, so a restart of the service alone leaves it as it is, and says so at once.
        journal = Journal()
        systemctl("restart", "majord.service")
        self.assertEqual(self.mode(), 0o600)
        journal.await_subject("A socket cannot be opened by those who are to", "MAJORD_SOCKET=pbx")
        self.assertIn("mode 0600", show("majord.service", "StatusText"))
        systemctl("restart", "majord-pbx.socket", seconds=60)
        eventually("majord is back", lambda: show("majord.service", "ActiveState") == "active")
        self.assertNotEqual(main_pid(), before)
        self.assertAsShipped()
        self.answers("access-mode")

    def test_group(self):
        "another group: told, and the command that is named makes it right"
        os.chown(PBX, -1, 0)
        self.assertIn("group root instead of majord-pbx", self.status())
        systemctl("restart", "majord-pbx.socket", seconds=60)
        eventually("majord is back", lambda: show("majord.service", "ActiveState") == "active")
        self.assertAsShipped()

    def test_folder(self):
        "a folder that nobody can pass: told, and right after a restart of majord"
        os.chmod(FOLDER, 0o700)
        self.assertIn("/run/majord has mode 0700", self.status())
        self.assertEqual(self.sample('majord_socket_as_shipped{socket="pbx"}'), 0)
        systemctl("restart", "majord.service")
        self.assertEqual(self.mode(FOLDER), 0o755)
        self.assertAsShipped()

    def test_folder_owner(self):
        "a folder of another owner: systemd gives it to majord with the sockets in it, and what that did is told"
        os.chown(FOLDER, 0, 0)
        systemctl("restart", "majord.service")
        self.assertIn("group majord instead of majord-pbx", self.status())
        self.assertIn("group majord instead of majord-pbx", show("majord.service", "StatusText"))

    def test_missing(self):
        "a socket whose file is gone: told, and the command that is named makes it anew"
        os.unlink(PBX)
        self.assertIn("/run/majord/pbx.sock is gone", self.status())
        systemctl("restart", "majord-pbx.socket", seconds=60)
        eventually("majord is back", lambda: show("majord.service", "ActiveState") == "active")
        self.assertAsShipped()

    def test_last_question(self):
        "never since the start, then when a PBX asked last, in status, metrics and journal"
        name = 'majord_pbx_last_question_timestamp_seconds{socket="pbx"}'
        systemctl("restart", "majord.service")
        self.assertIn("pbx never since the start", self.status())
        self.assertIsNone(self.sample(name))
        journal = Journal()
        before = float(run("date", "+%s").stdout)
        self.answers("access-asked")
        # The loop notes it once the answer is on its way.
        eventually("the question is told", lambda: "PBXs asked last: pbx at " in self.status())
        self.assertGreaterEqual(self.sample(name), before - 1)
        journal.await_subject("A PBX asked for the first time since the start", "MAJORD_SOCKET=pbx")

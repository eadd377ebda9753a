"""Bad input: a message that names the thing and the cure, the right exit code, and no harm"""

import pathlib
import socket
import sqlite3

import office
from office import NOORD
from system import SOCKETS, STATE, Journal, drop_in, eventually, main_pid, run, show, systemctl


class BesideARunningOne(office.Story):
    """Started by hand, as majord's user, while the service runs."""

    def majord(self, *arguments, user="majord"):
        pid = main_pid()
        done = run("majord", *arguments, user=user, check=False)
        self.assertEqual(main_pid(), pid)
        self.answers("beside-1")
        return done.returncode, done.stdout + done.stderr

    def test_option(self):
        "an option that does not exist: 64, and it is named"
        code, said = self.majord("--colour", "red")
        self.assertEqual(code, 64)
        self.assertIn("--colour", said)

    def test_second(self):
        "a second daemon on one ledger: 69, and the ledger is named"
        code, said = self.majord()
        self.assertEqual(code, 69)
        self.assertIn(str(STATE), said)

    def test_second_socket(self):
        "root's second daemon, with a state folder of its own, is told of the socket in use: 69"
        folder = pathlib.Path("/tmp/other-state")
        folder.mkdir()
        code, said = self.majord("--state", str(folder), user=None)
        self.assertEqual(code, 69, said)
        self.assertIn("/run/majord/", said)

    def test_rights(self):
        "a state folder that it may not write: 73, and the folder is named"
        folder = pathlib.Path("/tmp/roots-state")
        folder.mkdir(mode=0o755)
        code, said = self.majord("--state", str(folder))
        self.assertEqual(code, 73)
        self.assertIn(str(folder), said)

    def test_configuration(self):
        "a directory that does not exist or cannot be read: 78, and it is named"
        folder = pathlib.Path("/tmp/roots-directory")
        folder.mkdir(mode=0o700)
        own = pathlib.Path("/tmp/own-state")
        own.mkdir()
        run("chown", "majord:", str(own))
        for path in ("/nowhere/majord", str(folder)):
            code, said = self.majord("--configuration", path, "--state", str(own), "--runtime", str(own))
            self.assertEqual(code, 78, said)
            self.assertIn(path, said)

    def test_control(self):
        "rubbish on the sockets closes its connection only"
        for path, rubbish in (("/run/majord/pbx.sock", b"*9999999\r\n"), ("/run/majord/control.sock", b"{]\0"),
                              ("/run/majord/pbx.sock", b"$" * 200_000), ("/run/majord/control.sock", b"x" * 200_000)):
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(10)
                connection.connect(path)
                try:
                    connection.sendall(rubbish)
                    while connection.recv(65_536):
                        pass
                except (ConnectionResetError, BrokenPipeError):
                    pass
        self.answers("beside-2")


class Service(office.Story):
    """What systemd passes or prepares is wrong."""

    def setUp(self):
        office.stop()
        # A start that fails is repeated after five seconds, else.
        drop_in("quick", "[Service]\nExecStopPost=\nExecStopPost=/bin/sleep 1.5\n")
        self.extra = pathlib.Path("/run/systemd/system/majord-extra.socket")

    def tearDown(self):
        systemctl("stop", "majord-extra.socket", check=False)
        self.extra.unlink(missing_ok=True)
        office.stop()
        drop_in("exec", None)
        drop_in("quick", None)
        office.start()
        self.answers(f"service-{self.id()}"[:128])

    def fails(self, code, *parts):
        """A start ends with this code, and the journal has a message with these parts."""
        journal = Journal()
        self.assertNotEqual(systemctl("start", "majord.service", check=False).returncode, 0)
        self.assertEqual(show("majord.service", "ExecMainStatus"), str(code), journal.text())
        journal.await_message(*parts)

    def pass_socket(self, settings):
        self.extra.write_text(f"[Socket]\n{settings}\nService=majord.service\n")
        systemctl("daemon-reload")
        systemctl("start", "majord-extra.socket")

    def test_name(self):
        "a socket under an unknown name: 78, the name and FileDescriptorName= are named"
        self.pass_socket("ListenStream=/run/extra.sock\nFileDescriptorName=pxb")
        self.fails(78, "pxb", "FileDescriptorName=")

    def test_type(self):
        "a datagram socket: 78, and ListenStream= is named"
        self.pass_socket("ListenDatagram=/run/extra.sock\nFileDescriptorName=pbx")
        self.fails(78, "ListenStream=")

    def test_option(self):
        "an unknown option in the unit: 64"
        drop_in("exec", "[Service]\nExecStart=\nExecStart=/usr/bin/majord --colour red\n")
        journal = Journal()
        self.assertNotEqual(systemctl("start", "majord.service", check=False).returncode, 0)
        self.assertEqual(show("majord.service", "ExecMainStatus"), "64")
        self.assertIn("--colour", journal.text())

    def test_read_only(self):
        "a state folder that is read-only: 73, the ledger is named; writable again, it comes up by itself"
        run("mount", "--bind", str(STATE), str(STATE))
        try:
            run("mount", "-o", "remount,bind,ro", str(STATE))
            systemctl("start", *SOCKETS)
            self.fails(73, str(STATE))
        finally:
            run("umount", str(STATE))
        eventually("active", lambda: show("majord.service", "ActiveState") == "active", seconds=30)
        self.assertEqual(office.route(NOORD, "read-only-1")["extension"], "2101")

    def test_owner(self):
        "a state folder and ledger of another owner: set right by systemd, or 73 with the folder named"
        for path in (STATE, *STATE.glob("*")):
            run("chown", "root:root", str(path))
        if systemctl("start", "majord.service", check=False).returncode != 0:
            self.assertEqual(show("majord.service", "ExecMainStatus"), "73")
        else:
            self.answers("owner-1")

    def test_garbage(self):
        "a ledger that is none: it is set aside as it is, everybody is told, and calls go on"
        ledger = STATE / "ledger.sqlite"
        kept = ledger.read_bytes()
        for path in STATE.glob("ledger*"):
            path.unlink()
        ledger.write_bytes(b"no database " * 1_000)
        run("chown", "majord:", str(ledger))
        journal = Journal()
        systemctl("start", "majord.service")
        try:
            journal.await_message("is set aside as", str(ledger))
            self.answers("none-1")
            [aside] = STATE.glob("ledger.sqlite.damaged-*")
            self.assertTrue(aside.read_bytes().startswith(b"no database"))
        finally:
            office.stop()
            for path in STATE.glob("ledger*"):
                path.unlink()
            ledger.write_bytes(kept)
            run("chown", "majord:", str(ledger))

    def test_newer(self):
        "a ledger of a newer majord: refused, and the cure named"
        oldest = self.ledger("SELECT oldest_version FROM schema")[0][0]
        self.ledger("UPDATE schema SET oldest_version = '99.0.0', written_by = '99.0.0'")
        try:
            self.fails(78, "newer majord, 99.0.0", str(STATE))
        finally:
            office.stop()
            self.ledger("UPDATE schema SET oldest_version = ?, written_by = ?", oldest, oldest)

    def test_newer_beside(self):
        "a ledger with a step of a newer majord beside which this one may run: used"
        self.ledger("INSERT INTO grdb_migrations VALUES ('from-the-future')")
        try:
            systemctl("start", "majord.service")
            self.answers("newer-1")
        finally:
            office.stop()
            self.ledger("DELETE FROM grdb_migrations WHERE identifier = 'from-the-future'")

    def ledger(self, statement, *values):
        ledger = sqlite3.connect(STATE / "ledger.sqlite")
        with ledger:
            rows = ledger.execute(statement, values).fetchall()
        ledger.close()
        for path in STATE.glob("ledger*"):
            run("chown", "majord:majord", str(path))
        return rows

"""Programs that are told of events"""

import json
import pathlib

import office
from office import majorctl
from pbx import PBX
from system import eventually, run, show, systemctl

FOLDER = pathlib.Path("/etc/majord/notify.d")
# What the programs may write into: the unit sees another /tmp, and nothing below /etc.
TOLD = pathlib.Path("/var/lib/notify-told")
# As Postfix's postdrop is: a program that has its group's rights, whoever calls it.
SETGID = pathlib.Path("/usr/local/bin/as-postdrop")


class Notify(office.Story):
    def setUp(self):
        TOLD.mkdir(exist_ok=True)
        TOLD.chmod(0o777)
        for path in [*FOLDER.iterdir(), *TOLD.iterdir()]:
            path.unlink()

    def tearDown(self):
        systemctl("stop", "majord-notify.service")

    def program(self, name, text):
        path = FOLDER / name
        path.write_text("#!/bin/sh\n" + text)
        path.chmod(0o755)

    def happens(self):
        with PBX() as pbx:
            for state in ("reachable", "unreachable"):
                self.assertEqual(pbx.ask("PHONE", "2101", state), "OK")

    def told(self, name):
        path = TOLD / name
        return [json.loads(line)["event"] for line in path.read_text().splitlines()] if path.exists() else []

    def newest(self):
        events = json.loads(majorctl("events", "--limit", "1", "--json").stdout)["events"]
        return events[-1]["event"] if events else 0

    def test_told(self):
        "not enabled; started, it tells what happens, and over restarts of itself and of majord all of it, in order"
        self.assertEqual(run("systemctl", "is-enabled", "majord-notify.service", check=False).stdout.strip(), "disabled")
        self.program("keep", f"cat >>{TOLD}/keep\n")
        before = self.newest()
        systemctl("start", "majord-notify.service")
        eventually("the position is kept", lambda: "is told of events" in run(
            "journalctl", "-u", "majord-notify", "--no-pager").stdout)
        self.happens()
        eventually("it was told", lambda: self.told("keep") == [before + 1])
        systemctl("restart", "majord.service")
        self.happens()
        eventually("it was told", lambda: self.told("keep") == [before + 1, before + 2])
        systemctl("stop", "majord-notify.service")
        self.happens()
        systemctl("start", "majord-notify.service")
        eventually("it was told", lambda: self.told("keep") == [before + 1, before + 2, before + 3])

    def test_sandbox(self):
        "its user is majord-notify; the programs see neither directory, token nor ledger, and may use a setgid sendmail"
        run("cp", "/usr/bin/id", str(SETGID))
        run("chgrp", "mail", str(SETGID))
        SETGID.chmod(0o2755)
        self.program(
            "look",
            f"(id -un; {SETGID} -gn; ls /etc/majord; ls /etc/majord-pbx /var/lib/majord 2>&1 | grep -c denied) >{TOLD}/look\n")
        systemctl("start", "majord-notify.service")
        self.assertEqual(show("majord-notify.service", "NoNewPrivileges"), "no")
        self.happens()
        eventually("it has looked", lambda: (TOLD / "look").exists() and (TOLD / "look").read_text().count("\n") == 4)
        self.assertEqual((TOLD / "look").read_text(), "majord-notify\nmail\nnotify.d\n2\n")

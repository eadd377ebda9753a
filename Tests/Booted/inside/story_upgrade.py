"""Upgrade to the next version"""

import os
import time

import office
from load import Load
from office import NOORD, majorctl
from story_restarts import decided
from system import CONTROL, PBX as PBX_SOCKET, Journal, run, show, systemctl


def version():
    return run("dpkg-query", "-W", "-f", "${Version}", "majord").stdout


def install(name):
    """As apt does where the administrator has changed files of the package: they are kept."""
    return run("dpkg", "--force-confdef", "--force-confold", "-i", f"/debs/{name}.deb", seconds=120)


class Upgrade(office.Story):
    def test_upgrade(self):
        "under calls: every request is answered, the sockets stay, and what the administrator wrote is kept"
        majorctl("sick", "--agent", "jdevries")
        self.answers("upgrade-1", NOORD, "2102")
        before, settings = version(), (office.CONFIGURATION / "majord.yaml").read_text()
        inodes = [os.stat(path).st_ino for path in (PBX_SOCKET, CONTROL)]
        systemctl("start", "majord-notify.service")
        services = ("majord.service", "majord-notify.service")
        pids, journal = [show(service, "MainPID") for service in services], Journal()
        with Load("upgrade", rate=100, connections=4) as load:
            time.sleep(0.5)
            install("next")
            time.sleep(0.5)
        self.figures = load.figures
        self.assertNotEqual(version(), before)
        for service, pid in zip(services, pids):
            self.assertNotIn(show(service, "MainPID"), (pid, "0"), f"{service} is of the version before")
        systemctl("stop", "majord-notify.service")
        self.assertEqual(load.errors[:5], [])
        self.assertEqual([os.stat(path).st_ino for path in (PBX_SOCKET, CONTROL)], inodes)
        self.assertEqual((office.CONFIGURATION / "majord.yaml").read_text(), settings)
        self.assertNotIn("Closed", journal.text("-u", "majord-pbx.socket"))

    def test_state(self):
        "the absence is still in force"
        self.answers("upgrade-2", NOORD, "2102")
        self.assertIn("sickness", majorctl("absences").stdout)
        majorctl("back", "--agent", "jdevries")

    def test_once(self):
        "no call was decided twice"
        systemctl("stop", "majord.service")
        rows = decided("upgrade")
        self.assertEqual({call: entries for call, entries in rows.items() if len(entries) > 1}, {})
        systemctl("start", "majord.service")

    def test_same_again(self):
        "installing the same version again changes nothing; a service that does not run is not started"
        install("next")
        self.answers("upgrade-3")
        self.assertEqual(show("majord-notify.service", "ActiveState"), "inactive")

    def test_stopped(self):
        "an upgrade while majord is stopped by the administrator loses nothing"
        systemctl("stop", "majord.service")
        install("next")
        self.answers("upgrade-4")

    def test_back(self):
        "the older version is taken back where the ledger is not newer"
        install("majord")
        self.answers("upgrade-5")

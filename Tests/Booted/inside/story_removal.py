"""Removing the package"""

import pathlib
import unittest

import office
from office import NOORD, majorctl
from pbx import route
from system import CONTROL, PBX, SOCKETS, STATE, run, show, systemctl


class Removal(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        office.fresh()
        majorctl("sick", "--agent", "jdevries")
        route(NOORD, "removal-1")

    def test_remove(self):
        "dpkg -r: nothing runs or listens any more; directory and state are kept"
        done = run("dpkg", "-r", "majord", seconds=60)
        self.assertNotRegex(done.stderr, "(?i)fail|error|cannot")
        for path in (PBX, CONTROL, "/usr/bin/majord"):
            self.assertFalse(pathlib.Path(path).exists(), path)
        self.assertEqual(run("pgrep", "-x", "majord", check=False).stdout, "")
        for unit in (*SOCKETS, "majord.service"):
            self.assertNotIn(show(unit, "ActiveState"), ("active", "activating"), unit)
        self.assertTrue((office.CONFIGURATION / "clients.d" / "noord.yaml").exists())
        self.assertTrue((STATE / "ledger.sqlite").exists())
        self.assertEqual(systemctl("--failed", "--no-legend", "--plain").stdout, "")

    def test_again(self):
        "installed again, it goes on where it was"
        run("dpkg", "--force-confdef", "--force-confold", "-i", "/debs/majord.deb", seconds=60)
        self.assertEqual(route(NOORD, "removal-2")["extension"], "2102")

    def test_purge(self):
        "dpkg -P: the state is gone, and no unit, file or process is left; the client files stay the administrator's"
        run("dpkg", "-P", "majord", seconds=60)
        self.assertFalse(STATE.exists())
        for place in ("/etc/systemd", "/usr/lib/systemd", "/run/systemd/system", "/var/lib/systemd"):
            self.assertEqual([str(path) for path in pathlib.Path(place).rglob("*majord*")], [], place)
        self.assertFalse(pathlib.Path(PBX).exists())
        self.assertEqual(run("pgrep", "-x", "majord", check=False).stdout, "")
        self.assertEqual(systemctl("--failed", "--no-legend", "--plain").stdout, "")
        self.assertFalse((office.CONFIGURATION / "majord.yaml").exists())
        self.assertTrue((office.CONFIGURATION / "clients.d" / "noord.yaml").exists())

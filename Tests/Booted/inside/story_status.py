"""How the service stands, as majorctl status tells it: who is on the phone, and an exit status for programs"""

import json
import re

import office
from office import NOORD, majorctl
from pbx import PBX
from system import eventually, query, systemctl


def status(*arguments, user=None):
    return majorctl("status", *arguments, check=False, user=user)


class Status(office.Story):
    def test_good(self):
        "all is well: exit status 0, and the counts add up"
        done = status()
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("2 of 2 clients covered, 0 agents absent", done.stdout)

    def test_on_the_phone(self):
        "an agent on the phone: since when, and with which call; strangers see that he is, and no call"
        with PBX() as pbx:
            pbx.route(NOORD, "status-1")
            self.assertEqual(pbx.ask("RINGING", "status-1", "2101"), "OK")
            eventually("the phone rings", lambda: "being called since" in status().stdout)
            self.assertEqual(pbx.ask("ANSWERED", "status-1", "2101"), "OK")
            for user in (None, "jdevries"):
                self.assertRegex(status(user=user).stdout, r"on the phone since .*\d\d:\d\d.*, call status-1")
            for user in ("mbakker", "stranger"):
                said = status(user=user).stdout
                self.assertIn("on the phone since", said)
                self.assertNotIn("status-1", said)
            # Another phone is another agent's.
            agents = json.loads(status("--json").stdout)["agents"]
            self.assertEqual([len(agent["calls"]) for agent in agents], [1, 0])
            self.assertEqual(pbx.ask("ENDED", "status-1", "ANSWER"), "OK")
        self.assertNotIn("on the phone", status().stdout)

    def test_survives(self):
        "after a restart he is still on the phone since then"
        with PBX() as pbx:
            pbx.route(NOORD, "status-2")
            self.assertEqual(pbx.ask("ANSWERED", "status-2", "2101"), "OK")
        since = re.search(r"on the phone since (\S+)", status().stdout).group(1)
        systemctl("restart", "majord.service")
        self.assertIn(f"on the phone since {since}", status().stdout)
        with PBX() as pbx:
            self.assertEqual(pbx.ask("ENDED", "status-2", "ANSWER"), "OK")

    def test_uncovered(self):
        "a client with nobody: exit status 1, with --json, too"
        for agent in ("jdevries", "mbakker"):
            majorctl("sick", "--agent", agent)
        done = status()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("nobody for Scholengroep Noord", done.stdout)
        self.assertEqual(status("--json").returncode, 1)
        for agent in ("jdevries", "mbakker"):
            majorctl("back", "--agent", agent)
        self.assertEqual(status().returncode, 0)

    def test_degraded(self):
        "the last good directory is in force: exit status 1 until a reload is taken"
        eventually("the directory is kept", lambda: query("SELECT count(*) FROM directory_version")[0][0] == 1)
        office.break_directory()
        systemctl("restart", "majord.service")
        done = status()
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn("degraded", done.stdout)
        office.write_directory()
        systemctl("reload", "majord.service")
        self.assertEqual(status().returncode, 0)

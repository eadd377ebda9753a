"""The journal explains itself"""

import re

import office
from office import NOORD, majorctl
from system import Journal, catalog, run, systemctl


class Explained(office.Story):
    def setUp(self):
        office.fresh()

    def test_catalog(self):
        "every message of the catalog is known to journalctl and has an explanation"
        ids = catalog()
        self.assertGreaterEqual(len(ids), 12)
        shown = run("journalctl", "--no-pager", "--dump-catalog", *ids)
        self.assertEqual(shown.stderr, "")
        for number, subject in ids.items():
            self.assertIn(number, shown.stdout, subject)
            self.assertIn(f"Subject: {subject}", shown.stdout)

    def test_explained(self):
        "journalctl -x explains what happened, with the fields put in"
        journal = Journal()
        systemctl("restart", "majord.service")
        self.answers("explain-1")
        systemctl("reload", "majord.service")
        office.break_directory()
        majorctl("reload", check=False)
        for agent in ("jdevries", "mbakker"):
            majorctl("sick", "--agent", agent)
        self.answers("explain-2", NOORD, "2050")
        majorctl("reload", user="stranger", check=False)
        journal.await_entry("MAJORD_CALL=explain-2")
        entries = [entry for entry in journal.entries("_SYSTEMD_UNIT=majord.service")
                   if entry["_TRANSPORT"] == "journal"]
        text = journal.text("-x", "-o", "short")
        met = {entry["MESSAGE_ID"] for entry in entries if "MESSAGE_ID" in entry}
        # Ended, starting, ready, decision, reloaded, refused, finding, absence entered, uncovered, denied.
        self.assertGreaterEqual(len(met), 10)
        for number in met:
            self.assertIn(f"Subject: {catalog()[number]}", text.replace("░░ ", ""), number)
        # A field that an entry does not have stands there as it is in the catalog.
        self.assertEqual(sorted(set(re.findall(r"@MAJORD_\w+@", text))), [])

    def test_all_have_ids(self):
        "what majord says at notice and above has a message id"
        journal = Journal()
        systemctl("restart", "majord.service")
        self.answers("ids-1")
        majorctl("sick", "--agent", "jdevries", check=False)
        systemctl("stop", "majord.service")
        systemctl("start", "majord.service")
        without = [entry["MESSAGE"] for entry in journal.entries("_SYSTEMD_UNIT=majord.service")
                   if entry["_TRANSPORT"] == "journal" and int(entry["PRIORITY"]) <= 5
                   and "MESSAGE_ID" not in entry]
        self.assertEqual(without, [])

    def test_quiet(self):
        "nothing comes into the journal beside majord's own entries"
        journal = Journal()
        systemctl("restart", "majord.service")
        self.answers("quiet-1")
        systemctl("stop", "majord.service")
        other = [entry["MESSAGE"] for entry in journal.entries("_SYSTEMD_UNIT=majord.service")
                 if entry["_TRANSPORT"] != "journal"]
        self.assertEqual(other, [])

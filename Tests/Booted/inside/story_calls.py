"""Calls, and what the journal and the ledger keep of them"""

import json

import office
from office import DELTA, NOORD, majorctl
from pbx import PBX
from system import Journal, query, run, systemctl


class Calls(office.Story):
    def test_decision(self):
        "a decision is read back by client, with its fields, and the caller masked"
        journal = Journal()
        answer = self.answers("call-1")
        entry = journal.await_subject("A call was decided", "MAJORD_CLIENT=noord")
        self.assertEqual(
            {key: entry.get(key) for key in ("MAJORD_AGENT", "MAJORD_REASON", "MAJORD_DECISION", "MAJORD_CALL")},
            {"MAJORD_AGENT": "jdevries", "MAJORD_REASON": "primary", "MAJORD_DECISION": answer["decision"],
             "MAJORD_CALL": "call-1"})
        self.assertIn("****", entry["MAJORD_CALLER"])
        self.assertNotIn(NOORD, json.dumps(entry))
        self.assertEqual(entry["_SYSTEMD_UNIT"], "majord.service")

    def test_selected(self):
        "journalctl MAJORD_DECISION= finds the one call, MAJORD_CLIENT= only that client's"
        journal = Journal()
        answer = self.answers("call-2", DELTA, "2102")
        self.assertEqual(len(journal.entries("MAJORD_CLIENT=noord")), 0)
        journal.await_entry("MAJORD_CLIENT=delta")
        self.assertEqual(len(journal.entries("MAJORD_DECISION=" + answer["decision"])), 1)

    def test_answered(self):
        "a call that is answered has its entry, and one record"
        journal = Journal()
        with PBX() as pbx:
            pbx.route(NOORD, "call-3")
            for word, detail in (("RINGING", "2101"), ("ANSWERED", "2101"), ("ENDED", "ANSWER")):
                self.assertEqual(pbx.ask(word, "call-3", detail), "OK", word)
        entry = journal.await_subject("A call was answered")
        self.assertEqual((entry["MAJORD_CALL"], entry["MAJORD_AGENT"]), ("call-3", "jdevries"))

    def test_absence(self):
        "an absence is told with who entered it; the next call goes to the backup"
        journal = Journal()
        majorctl("sick", user="jdevries")
        self.answers("call-4", NOORD, "2102")
        entry = journal.await_subject("An agent is away", "MAJORD_AGENT=jdevries")
        self.assertEqual(entry.get("MAJORD_USER"), "jdevries")
        self.assertIn(entry.get("MAJORD_ABSENCE", "none"), majorctl("absences").stdout)
        self.await_status("2 of 2 clients covered", "1 agent absent")

    def test_uncovered(self):
        "a client with nobody is an alert, and its call goes to the overflow"
        journal = Journal()
        majorctl("sick", "--agent", "mbakker")
        self.answers("call-5", NOORD, "2050")
        journal.await_subject("A client has no agent", "MAJORD_CLIENT=noord", "PRIORITY=1")
        self.await_status("0 of 2 clients covered", "2 agents absent")
        for agent in ("jdevries", "mbakker"):
            majorctl("back", "--agent", agent)
        self.answers("call-6")

    def test_denied(self):
        "what is not allowed is told with user and method"
        journal = Journal()
        majorctl("reload", user="stranger", check=False)
        uid = run("id", "-u", "stranger").stdout.strip()
        entry = journal.await_subject("Somebody asked for what is not allowed", f"MAJORD_UID={uid}")
        self.assertIn("Reload", entry.get("MAJORD_METHOD", ""))

    def test_records(self):
        "after the stop every call stands in the ledger once"
        systemctl("stop", "majord.service")
        rows = dict(query("SELECT call_id, count(*) FROM call WHERE decision IS NOT NULL GROUP BY call_id"))
        [answered] = query("SELECT answered_by, agent FROM call WHERE call_id = 'call-3'")
        self.assertEqual({call: rows.get(call) for call in ("call-1", "call-2", "call-3")},
                         {"call-1": 1, "call-2": 1, "call-3": 1})
        self.assertEqual(answered, ("2101", "jdevries"))
        systemctl("start", "majord.service")

"""Reloading the directory"""

import office
from control import status
from office import DELTA, NOORD, majorctl
from pbx import route
from system import Journal, eventually, run, show, systemctl


class Reload(office.Story):
    def generation(self):
        return status()["generation"]

    def test_systemctl(self):
        "systemctl reload puts a new client into force; the journal tells the difference"
        before, journal = self.generation(), Journal()
        office.client("vecht", "Kindcentra Vecht", "mbakker", "jdevries", "0294 555 100")
        systemctl("reload", "majord.service")
        answer = route("+31294555100", "reload-1")
        self.assertEqual((answer["client"], answer["extension"]), ("vecht", "2102"))
        self.assertEqual(int(answer["generation"]), before + 1)
        entry = journal.await_subject("The directory was reloaded")
        self.assertIn("1 client added", entry["MESSAGE"])
        self.assertEqual(entry["MAJORD_GENERATION"], str(before + 1))
        self.assertIn("vecht", entry.get("MAJORD_ADDED", ""))
        self.await_status("3 of 3 clients covered", f"generation {before + 1}")

    def test_majorctl(self):
        "majorctl reload does the same, and answers with the difference"
        before = self.generation()
        (office.CONFIGURATION / "clients.d" / "vecht.yaml").unlink()
        said = majorctl("reload").stdout
        self.assertIn(f"generation {before + 1}", said)
        self.assertIn("removed client vecht", said)
        self.await_status("2 of 2 clients covered", f"generation {before + 1}")

    def test_status(self):
        "systemctl status says how many clients are covered"
        self.assertRegex(
            systemctl("status", "majord.service").stdout,
            r"2 of 2 clients covered, 0 agents absent, generation \d+")


class BrokenReload(office.Story):
    def test_refused(self):
        "majorctl reload names file and line, ends with 2, and changes nothing"
        journal = Journal()
        office.break_directory()
        done = majorctl("reload", check=False)
        self.assertEqual(done.returncode, 2)
        self.assertRegex(done.stdout + done.stderr, r"noord\.yaml:5:")
        self.assertIn("primary", done.stdout + done.stderr)
        self.answers("broken-1")
        self.answers("broken-2", DELTA, "2102")
        journal.await_subject("A reload was refused")
        self.explained(journal.await_message("noord.yaml:5:"))
        self.assertIn("2 of 2 clients covered", show("majord.service", "StatusText"))

    def test_systemctl(self):
        "systemctl reload is refused likewise, and fails"
        journal = Journal()
        done = systemctl("reload", "majord.service", check=False)
        journal.await_message("efused")
        journal.await_message("noord.yaml:5:")
        self.assertNotEqual(done.returncode, 0)
        self.answers("broken-3")
        self.assertEqual(show("majord.service", "ActiveState"), "active")

    def test_signal(self):
        "so is one by SIGHUP, and majord goes on"
        journal = Journal()
        run("systemctl", "kill", "--kill-whom=main", "--signal=SIGHUP", "majord.service")
        journal.await_message("Reload refused")
        self.answers("broken-5")
        eventually("majord is active again", lambda: show("majord.service", "ActiveState") == "active")

    def test_mended(self):
        "mended, the next reload is taken"
        office.write_directory()
        office.client("noord", "Scholengroep Noord", "mbakker", "jdevries", "050 555 01 00 - 99")
        systemctl("reload", "majord.service")
        self.answers("broken-4", NOORD, "2102")

    def test_check(self):
        "majord --check reads /etc/majord as majord does"
        self.assertEqual(majorctl("check").returncode, 0)
        office.break_directory()
        self.assertEqual(majorctl("check", check=False).returncode, 2)
        self.assertEqual(majorctl("check", "/etc/majord", check=False).returncode, 2)

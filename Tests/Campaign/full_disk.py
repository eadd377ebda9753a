#!/usr/bin/env python3
"""A full disk under the ledger, again and again: calls are decided, what was acknowledged is kept. Needs root, who mounts a small tmpfs."""

import os
import subprocess
import sys

from office import Office, Progress, Refused, drive, eventually, expect


def fill(path):
    """Takes all room that is left, down to the last bytes."""
    with path.open("ab", buffering=0) as file:
        for size in (65_536, 4_096, 512):
            try:
                while file.write(b"\0" * size):
                    pass
            except OSError:
                pass


class Calls:
    """Asks and reports; remembers what was acknowledged."""

    def __init__(self, office):
        self.office, self.count, self.reported, self.refused = office, 0, [], 0

    def run(self, count):
        with self.office.pbx() as pbx:
            for _ in range(count):
                call = f"call-{self.count}"
                self.count += 1
                answer = self.office.route(0, call, pbx)
                expect(answer["action"] in ("dial", "overflow"), f"{call} was answered {answer}")
                for words in (("ANSWERED", call, "2100"), ("ENDED", call, "ANSWER")):
                    try:
                        expect(pbx.ask(*words) == "OK", f"{words} got no OK")
                        self.reported.append(words)
                    except Refused:
                        self.refused += 1


def driver(options):
    if os.getuid() != 0:
        return "not run: needs root, who mounts a small file system"
    progress, absences, refusals = Progress(), set(), 0
    with Office() as office:
        # The ledger itself grows with each round.
        size = f"size={2 + options.rounds}m,mode=700"
        subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", office.state], check=True)
        try:
            expect(office.start() is None, "majord does not start")
            calls, filler = Calls(office), office.state / "filler"
            for round in range(options.rounds):
                calls.run(5)
                fill(filler)
                refused_before = refusals
                for attempt in range(50):
                    calls.run(20)
                    agent = f"agent-{attempt % office.agents}"
                    try:
                        absences.add(office.call("Roster.ReportSick", agent=agent)["absence"]["id"])
                        # The log of the ledger had room for it.
                        fill(filler)
                    except Refused:
                        refusals += 1
                        if refusals > refused_before + 2:
                            break
                expect(refusals > refused_before, f"round {round}: 50 changes and 1,000 calls went into a full disk")
                office.lives()
                filler.unlink()

                def taken():
                    try:
                        return office.call("Roster.ReportSick", agent="agent-7")["absence"]["id"]
                    except Refused:
                        return None

                absences.add(eventually("with room again a change is taken", taken))
                if options.random.random() < 0.3:
                    # What waits for the ledger is in memory, as docs/pbx-protocol.md says: once nothing does, a kill costs nothing.
                    eventually("what waited is written", lambda: "records_waiting:0" in office.ask("INFO", "ledger"))
                    office.kill()
                    expect(office.start() is None, "majord does not start after kill -9 on a disk that was full")
                progress.tell(f"{round + 1} of {options.rounds} rounds, {len(calls.reported)} reports, {refusals} refusals")
            calls.run(1)
            office.stop()
            rows = {}
            for row in office.rows("SELECT call_id, answered_by, ended FROM call"):
                rows.setdefault(row["call_id"], []).append(row)
            lost = [
                words for words in calls.reported
                if not any(row["answered_by" if words[0] == "ANSWERED" else "ended"] for row in rows.get(words[1], []))]
            known = {str(id) for (id,) in office.rows("SELECT id FROM absence")}
            gone = absences - known
            expect(not gone, f"{len(gone)} of {len(absences)} acknowledged absences are lost")
            expect(
                not lost,
                f"{len(lost)} of {len(calls.reported)} acknowledged reports are lost, such as {' '.join((lost or [['']])[0])}")
        finally:
            if office.process and office.process.poll() is None:
                office.kill()
            subprocess.run(["umount", office.state], check=False, stderr=sys.stderr)
    return (f"the disk was full {options.rounds} times: {len(calls.reported)} acknowledged reports and {len(absences)} absences"
            f" kept, {refusals} changes refused, {calls.count} calls decided")


if __name__ == "__main__":
    drive(driver, __doc__, rounds=20)

#!/usr/bin/env python3
"""kill -9 at any point of a change of the roster: it is wholly there with its history, or not at all, and what was acknowledged is there."""

import datetime
import json
import threading

from office import Fault, Office, Progress, Refused, drive, expect

DAY = datetime.timedelta(days=1)


class Acknowledged:
    """What majord has confirmed, over all its lives."""

    def __init__(self):
        self.lock = threading.Lock()
        self.leaves, self.changed, self.cancelled, self.requests, self.decided = {}, {}, set(), {}, {}
        self.refusal = None
        # The first day that nothing has been planned on, of each pair of agents: no leave lies inside of another.
        self.day = {}

    @property
    def count(self):
        return sum(map(len, (self.leaves, self.changed, self.cancelled, self.requests, self.decided)))


def instant(days):
    moment = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0) + days * DAY
    return moment.isoformat().replace("+00:00", "Z")


def manager(office, place, known, round):
    """Plans leave with a deputy, changes it, asks for leave and decides it, until majord is gone: agents place and place + 1 are a pair."""
    first, second, deputy = (f"agent-{(place + offset) % office.agents}" for offset in (0, 1, 2))
    try:
        for number in range(1_000_000):
            start = known.day.get(place, 10)
            known.day[place] = start + 5
            mark = f"{round}-{place}-{number}"
            one = office.call(
                "Roster.PlanLeave", agent=first, **{"from": instant(start)}, until=instant(start + 4), note=mark)
            # Now the client of both has nobody; the deputy closes that in the same change.
            other = office.call(
                "Roster.PlanLeave", agent=second, **{"from": instant(start)}, until=instant(start + 4), note=mark,
                deputy=deputy)
            with known.lock:
                known.leaves[one["absence"]["id"]] = (mark, 0)
                known.leaves[other["absence"]["id"]] = (mark, len(other["details"]["deputyships"]))
            office.call("Roster.ChangeAbsence", absence=other["absence"]["id"], until=instant(start + 3), note=mark + "x")
            with known.lock:
                known.changed[other["absence"]["id"]] = mark + "x"
            office.call("Roster.Cancel", absence=one["absence"]["id"])
            with known.lock:
                known.cancelled.add(one["absence"]["id"])
            for deputyship in other["details"]["deputyships"]:
                office.call("Roster.CancelDeputy", deputyship=deputyship["id"], reason="no more")
            asked = office.call(
                "Roster.PlanLeave", agent=first, **{"from": instant(start)}, until=instant(start + 2), note=mark,
                request=True)
            if not asked["details"]["request"]:
                continue
            with known.lock:
                known.requests[asked["absence"]["id"]] = mark
            if number % 2:
                office.call("Roster.Approve", request=asked["absence"]["id"], deputy=deputy, reason="so be it")
            else:
                office.call("Roster.Decline", request=asked["absence"]["id"], why="no")
            with known.lock:
                known.decided[asked["absence"]["id"]] = "approved" if number % 2 else "declined"
    except OSError:
        pass
    except Refused as error:
        known.refusal = error


def lines(office):
    """Lines of the history by what they are about."""
    of_absences, of_deputyships = {}, {}
    for row in office.rows("SELECT * FROM roster_change ORDER BY id"):
        if row["absence"] is not None:
            of_absences.setdefault(row["absence"], []).append(row)
        else:
            of_deputyships.setdefault(row["deputyship"], []).append(row)
    return of_absences, of_deputyships


def halves(office):
    """Changes of which a part is there and another is not."""
    found = []
    of_absences, of_deputyships = lines(office)
    absences = {row["id"]: row for row in office.rows("SELECT * FROM absence")}
    deputyships = {row["id"]: row for row in office.rows("SELECT * FROM deputyship")}
    requests = {row["id"]: row for row in office.rows("SELECT * FROM request")}
    for id, row in absences.items():
        deeds = [line["deed"] for line in of_absences.pop(id, [])]
        expected = {"requested" if id in requests else "entered"}
        if row["ended_at"] is not None:
            expected.add("cancelled")
        if id in requests and requests[id]["state"] != "waiting":
            expected.add(requests[id]["state"])
        if set(deeds) - {"changed"} != expected or len(deeds) != len(set(deeds)):
            found.append(f"absence {id} has the history {deeds}")
        if (row["note"] or "").endswith("x") != ("changed" in deeds):
            found.append(f"absence {id} has the note {row['note']} and the history {deeds}")
    for id, row in deputyships.items():
        deeds = [line["deed"] for line in of_deputyships.pop(id, [])]
        if deeds != ["entered"] + (["cancelled"] if row["ended_at"] is not None else []):
            found.append(f"deputyship {id} has the history {deeds}")
    found += [f"the history tells of {id}, which is not there" for id in [*of_absences, *of_deputyships]]
    # A deputy who was named with leave has come with it: both lines are of one instant.
    entered = {
        (line["changed_at"], json.loads(line["became"])["start"])
        for line in office.rows("SELECT * FROM roster_change WHERE absence IS NOT NULL AND deed IN ('entered', 'approved')")}
    for line in office.rows("SELECT * FROM roster_change WHERE deputyship IS NOT NULL AND deed = 'entered'"):
        if (line["changed_at"], json.loads(line["became"])["start"]) not in entered:
            found.append(f"deputyship {line['deputyship']} is there without its leave")
    return found


def missing(office, known):
    """What was confirmed and is not in the ledger."""
    absences = {str(row["id"]): row for row in office.rows("SELECT * FROM absence")}
    requests = {str(row["id"]): row for row in office.rows("SELECT * FROM request")}
    deputyships = len(office.rows("SELECT id FROM deputyship"))
    lost = [f"leave {id}" for id, (mark, _) in known.leaves.items()
            if id not in absences or not absences[id]["note"].startswith(mark)]
    lost += [f"the change of {id}" for id, mark in known.changed.items() if absences[id]["note"] != mark]
    lost += [f"the end of {id}" for id in known.cancelled if absences[id]["ended_at"] is None]
    lost += [f"request {id}" for id in known.requests if id not in requests]
    lost += [f"request {id} {state}" for id, state in known.decided.items() if requests[id]["state"] != state]
    if deputyships < sum(count for _, count in known.leaves.values()):
        lost.append("a deputyship")
    return lost


def driver(options):
    known, progress = Acknowledged(), Progress()
    # Each manager has agents of his own: a pair and a deputy.
    with Office(agents=6, clients=6) as office:
        for round in range(options.rounds):
            status = office.start()
            expect(status is None, f"after {round} kills majord does not start: exit status {status}")
            threads = [
                threading.Thread(target=manager, args=(office, place, known, round)) for place in (0, 3)]
            for thread in threads:
                thread.start()
            threads[0].join(options.random.uniform(0.01, 0.25))
            office.lives()
            office.kill()
            for thread in threads:
                thread.join(30)
                expect(not thread.is_alive(), "somebody still waits for a majord that was killed")
            if known.refusal:
                raise Fault(f"a change was refused: {known.refusal}")
            progress.tell(f"{round + 1} of {options.rounds} kills, {known.count} acknowledged")
            if round % 50 == 49:
                broken = halves(office)
                expect(not broken, f"after {round + 1} kills {len(broken)} halves, such as {', '.join(broken[:3])}")
        expect(office.start() is None, "majord does not start after the last kill")
        office.stop()
        broken, lost = halves(office), missing(office, known)
        expect(not broken, f"{len(broken)} changes are there in part, such as {', '.join(broken[:3])}")
        expect(not lost, f"{len(lost)} of {known.count} acknowledged are lost, such as {', '.join(lost[:3])}")
        expect(known.changed and known.decided, "too little was acknowledged, so nothing is shown")
    return f"{options.rounds} kill -9, {known.count} acknowledged changes of the roster, each there as a whole"


if __name__ == "__main__":
    drive(driver, __doc__, rounds=500)

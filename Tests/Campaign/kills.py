#!/usr/bin/env python3
"""kill -9, again and again, while calls are reported and absences entered: what was acknowledged is found again."""

import threading

from office import Fault, Office, Progress, Refused, drive, expect


class Acknowledged:
    """What majord has confirmed, over all its lives."""

    def __init__(self):
        self.lock = threading.Lock()
        self.decisions, self.reports, self.absences, self.returned = {}, [], {}, []
        self.refusal = None

    @property
    def count(self):
        return len(self.reports) + len(self.absences) + len(self.returned)

    def reported_decisions(self):
        """Decisions of calls that were also reported: a decision by itself is written a moment later."""
        reported = {call for _, call, _ in self.reports}
        return {call: decision for call, decision in self.decisions.items() if call in reported}


def reporter(office, name, known):
    """Asks and reports until majord is gone."""
    try:
        with office.pbx() as pbx:
            for number in range(1_000_000):
                call, phone = f"{name}-{number}", office.extension(number)
                answer = office.route(number % office.clients, call, pbx)
                with known.lock:
                    known.decisions[call] = answer["decision"]
                for words in (("RINGING", call, phone), ("ANSWERED", call, phone), ("ENDED", call, "ANSWER")):
                    if pbx.ask(*words) == "OK":
                        with known.lock:
                            known.reports.append(words)
    except OSError:
        pass


def roster(office, agents, known):
    """Enters absences of these agents, and ends some of them, until majord is gone."""
    try:
        for number in range(1_000_000):
            # Each agent in turn is sick, then in a pause, then back.
            agent = f"agent-{agents[number // 3 % len(agents)]}"
            kind = number % 3
            if kind == 0:
                entered = office.call("Roster.ReportSick", agent=agent, note=f"note {number}")
            elif kind == 1:
                entered = office.call("Roster.Pause", agent=agent, seconds=600)
            else:
                for absence in office.call("Roster.Return", agent=agent)["ended"]:
                    with known.lock:
                        known.returned.append(absence["id"])
                continue
            with known.lock:
                known.absences[entered["absence"]["id"]] = agent
    except (OSError, Refused) as error:
        if isinstance(error, Refused):
            known.refusal = error


def missing(office, known):
    """What was confirmed and is not in the ledger."""
    calls = {}
    for row in office.rows("SELECT * FROM call"):
        calls.setdefault(row["call_id"], []).append(row)
    lost = []
    for call, decision in known.reported_decisions().items():
        if not any(row["decision"] == decision for row in calls.get(call, [])):
            lost.append(f"the decision {decision} of {call}")
    for event, call, value in known.reports:
        rows = calls.get(call, [])
        if event == "RINGING":
            held = any(value in (row["rang"] or "") for row in rows)
        elif event == "ANSWERED":
            held = any(row["answered_by"] == value for row in rows)
        else:
            held = any(row["ended"] for row in rows)
        if not held:
            lost.append(f"{event} {call} {value}")
    absences = {str(row["id"]): row for row in office.rows("SELECT * FROM absence")}
    for number, agent in known.absences.items():
        if number not in absences or absences[number]["agent"] != agent:
            lost.append(f"absence {number} of {agent}")
    for number in known.returned:
        if number not in absences or absences[number]["ended_at"] is None:
            lost.append(f"the end of absence {number}")
    return lost



def driver(options):
    known, progress = Acknowledged(), Progress()
    with Office() as office:
        for round in range(options.rounds):
            status = office.start()
            expect(status is None, f"after {round} kills majord does not start: exit status {status}")
            threads = [
                threading.Thread(target=reporter, args=(office, f"call-{round}-{place}", known)) for place in range(3)]
            threads += [
                threading.Thread(target=roster, args=(office, range(place, office.agents, 2), known))
                for place in range(2)]
            for thread in threads:
                thread.start()
            threads[0].join(options.random.uniform(0.02, 0.5))
            office.lives()
            office.kill()
            for thread in threads:
                thread.join(30)
                expect(not thread.is_alive(), "somebody still waits for a majord that was killed")
            if known.refusal:
                raise Fault(f"a change was refused: {known.refusal}")
            progress.tell(f"{round + 1} of {options.rounds} kills, {known.count} acknowledged")
        expect(office.start() is None, "majord does not start after the last kill")
        office.stop()
        lost = missing(office, known)
        expect(not lost, f"{len(lost)} of {known.count} acknowledged are lost, such as {', '.join(lost[:3])}")
        expect(known.reports and known.absences and known.returned, "nothing was acknowledged, so nothing is shown")
    return f"{options.rounds} kill -9, {known.count} acknowledged changes and reports, none lost"


if __name__ == "__main__":
    drive(driver, __doc__, rounds=250)

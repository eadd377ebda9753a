"""Records that are false, each in one way: the check that finds nothing in them would find nothing in majord's faults either."""

import copy
import dataclasses
import json
import math

import checker
from check_changes import numbered
from records import Records


def falsehoods(evidence):
    """Each with the check that has to find it; where the run has nothing that could be falsified so, it is left out."""
    changes = numbered(evidence)
    entered = [line for _, line in changes if line["op"] in ("sick", "pause") and not line.get("waiting")]
    reported = [line for line in evidence.lines("report") if line["answer"] == "OK"]

    def lost_change(tables, lines):
        mark = entered[len(entered) // 2]["mark"]
        tables["roster_change"] = [row for row in tables["roster_change"] if f'"{mark}"' not in (row["became"] or "")]

    def doubled_change(tables, lines):
        # Whoever reports sick again is told to stay so, twice or not.
        marks = [f'"{line["mark"]}"' for line in entered]
        row = next(row for row in tables["roster_change"] if row["deed"] == "entered" and any(mark in (row["became"] or "") for mark in marks))
        tables["roster_change"].append(row | {"id": tables["roster_change"][-1]["id"] + 1})

    def refused_change(tables, lines):
        line = next(line for line in lines if line.get("mark") == entered[len(entered) // 2]["mark"])
        line |= {"outcome": "refused", "error": "org.majord.Roster.LedgerUnavailable", "why": "no"}

    def swapped_numbers(tables, lines):
        first, last = (next(row for row in tables["roster_change"] if f'"{line["mark"]}"' in (row["became"] or ""))
                       for line in (entered[0], entered[-1]))
        first["id"], last["id"] = last["id"], first["id"]
        tables["roster_change"].sort(key=lambda row: row["id"])

    def stale_site(tables, lines):
        line = dict(entered[len(entered) // 2])
        # When all faults are over.
        later = line["done"] + 10_000
        lines[:] = [other for other in lines if other["what"] != "change" or other["agent"] != line["agent"] or other["done"] < line["done"]]
        lines += [line, line | dict(op="back", mark=None, outcome="refused", error="org.majord.Roster.NotAbsent", sent=later, done=later)]

    def broken_guard(tables, lines):
        row = next(row for row in tables["roster_change"]
                   if (row["agent"] or "").startswith("guard-") and row["deed"] == "entered" and "override" not in row["became"])
        other = row["agent"][:-1] + ("b" if row["agent"].endswith("p") else "p")
        place = tables["roster_change"].index(row)
        became = json.loads(row["became"]) | {"agent": other, "note": "false"}
        tables["roster_change"].insert(place + 1, row | {"absence": 1_000_000, "agent": other, "became": json.dumps(became)})

    def overflow(tables, lines):
        next(line for line in lines if line["what"] == "route").update(agent="", extension="2000", reason="uncovered")

    def late_answer(tables, lines):
        line = next(line for line in lines if line["what"] == "route")
        line["asked"] -= 1_000_000
        line["answered"] -= 1_000_000 - evidence.answer - 1

    def lost_report(tables, lines):
        row = row_of(tables, reported[len(reported) // 2]["call"])
        row |= {"ended": None, "ended_at": None, "rang": None, "answered_by": None}

    def second_record(tables, lines):
        tables["call"].append(row_of(tables, reported[0]["call"]) | {"id": -1, "decision": "false"})

    def shared_decision(tables, lines):
        tables["call"][0]["decision"] = tables["call"][-1]["decision"] = "the-same"

    def counted_twice(tables, lines):
        tables["missed_call"][0]["calls"] += 1_000

    def other_copy(tables, lines):
        tables["absence"][-1]["note"] = "false"

    def slow_site(tables, lines):
        for line in lines:
            if line["what"] == "probe" and line["seconds"] is not None:
                line["seconds"] += 10

    def row_of(tables, call):
        return next(row for row in tables["call"] if row["call_id"] == call)

    names = list(checker.CHECKS)
    found = [(names[0], lost_change), (names[0], doubled_change), (names[0], refused_change), (names[1], lost_change), (names[1], doubled_change),
             (names[2], swapped_numbers), (names[3], stale_site), (names[4], broken_guard), (names[5], overflow),
             (names[6], lost_report), (names[6], second_record), (names[7], second_record), (names[7], shared_decision)]
    # Where nothing is judged by time, nothing is late.
    if math.isfinite(evidence.answer):
        found.append((names[5], late_answer))
    if evidence.records.missed_call:
        found.append((names[8], counted_twice))
    if evidence.copies:
        found.append((names[9], other_copy))
    if evidence.lines("probe") and math.isfinite(evidence.within):
        found.append((names[11], slow_site))
    return found


def overlooked(evidence):
    """The falsehoods that their check does not find."""
    before = {name: len(found) for name, found in checker.findings(evidence).items()}
    for name, falsify in falsehoods(evidence):
        tables, lines = copy.deepcopy(evidence.records.tables), copy.deepcopy(evidence.journal)
        falsify(tables, lines)
        false = dataclasses.replace(evidence, journal=lines, records=Records(tables))
        if len(list(checker.CHECKS[name](false))) <= before[name]:
            yield f"{falsify.__name__.replace('_', ' ')}: not found by '{name}'"

"""What came out of a run, for people."""

import collections

import checker
import falsified
from check_sites import connected
from evidence import outcome_of, percentile


def milliseconds(values):
    known = [value for value in values if value is not None]
    if not known:
        return "none"
    p50, p99 = (percentile(known, part) * 1000 for part in (0.5, 0.99))
    return f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, longest {max(known) * 1000:.1f} ms (of {len(known)})"


def tell(bed, evidence):
    """Prints figures and findings; the exit status: 0 where all holds."""
    routes, reports, faults = (evidence.lines(what) for what in ("route", "report", "fault"))
    changes = collections.Counter(outcome_of(line) for line in evidence.changes())
    waited = sum(bool(line.get("waiting")) for line in evidence.changes())
    waits = [line["answered"] - line["asked"] for line in routes if line["tries"] == 1]
    print(f"{len(routes)} calls, {len(reports)} reports, {len(evidence.changes())} changes ({changes['ok']} acknowledged, {waited} of them "
          f"before the database had them; {changes['refused']} refused, {changes['unknown']} not known)")
    print(f"records: {len(evidence.records.call)} calls, {len(evidence.records.roster_change)} lines of history, "
          f"{len(evidence.records.event)} events, {len(evidence.records.missed_call)} missed calls")
    print(f"answers to calls: {milliseconds(waits)}; {sum(line['tries'] > 1 for line in routes)} asked again after a kill")
    refused = collections.Counter(line["answer"] for line in reports if line["answer"] != "OK")
    for answer, count in refused.items():
        print(f"{count} reports were not acknowledged: {answer}")
    for word in ("RINGING", "ANSWERED", "ENDED"):
        print(f"{word} acknowledged: {milliseconds([line['done'] - line['sent'] for line in reports if line['word'] == word])}")
    for kind in ("busy", "free", "change"):
        for late in (0, *evidence.ahead.values()) if kind == "change" else (None,):
            seconds = [line["seconds"] for line in connected(evidence, kind) if late in (None, evidence.ahead.get(line["source"], 0))]
            print(f"{kind} known at another site while connected{f', by a clock {late} s ahead' if late else ''}: {milliseconds(seconds)}")
    kinds = collections.Counter(line["name"] for line in faults)
    print(f"{len(faults)} faults: {', '.join(f'{count} {name}' for name, count in sorted(kinds.items())) or 'none'}")
    status = 0
    for site in bed.sites:
        for _, code in site.ends:
            if code not in (0, -9):
                print(f"FAULT: majord of {site.name} ended with {code}")
                status = 1
    for name in bed.unanswered:
        print(f"FAULT: {name} did not end as it should")
        status = 1
    for name, found in checker.findings(evidence).items():
        print(f"{'FAULT' if found else 'holds'}: {name}" + (f": {len(found)}" if found else ""))
        for text in found[:8]:
            print(f"    {text}")
        status = 1 if found else status
    blind = list(falsified.overlooked(evidence))
    print(f"{len(falsified.falsehoods(evidence)) - len(blind)} of {len(falsified.falsehoods(evidence))} false records were found out")
    for text in blind:
        print(f"FAULT: {text}")
    print(f"seed {bed.options.seed}", flush=True)
    return 1 if blind else status

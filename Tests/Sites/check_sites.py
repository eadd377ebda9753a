"""What sites know of each other, and that standbys have what the primary has."""

import math

from evidence import percentile


def copies(evidence):
    for number, copy in enumerate(evidence.copies, 1):
        for table, rows in evidence.records.tables.items():
            if copy.tables[table] != rows:
                yield f"standby {number} has other rows in {table}: {len(copy.tables[table])} and {len(rows)}"


def views(evidence):
    open_ones = {str(row["id"]) for row in evidence.records.absence if row["ended_at"] is None}
    for site, view in evidence.views.items():
        listed = {absence["id"] for absence in view["absences"]}
        # An absence that ended by itself is in the records, and not listed any more.
        if extra := listed - open_ones:
            yield f"{site} lists {sorted(extra)[:3]}, which are over or not there"
        first = next(iter(evidence.views.values()))
        if listed != {absence["id"] for absence in first["absences"]}:
            yield f"{site} lists {len(listed)} absences, another site {len(first['absences'])}"
        for name in view["busy"]:
            yield f"{name} is on the phone at {site}, and all calls have ended"


def connected(evidence, kind=None):
    """How long one site took to know of another, where no fault struck either."""
    return [line for line in evidence.lines("probe")
            if (kind is None or line["kind"] == kind)
            and not evidence.disturbed([line["source"], line["site"]], line["since"], line["since"] + (line["seconds"] or 10))]


def latency(evidence):
    if math.isinf(evidence.within):
        return
    for kind in ("busy", "free", "change"):
        lines = connected(evidence, kind)
        if lost := sum(line["seconds"] is None for line in lines):
            yield f"{kind}: {lost} times another site never knew"
        # What begins now by a clock that is ahead is in force elsewhere when it is that late there.
        known = [max(0, line["seconds"] - evidence.ahead.get(line["source"], 0) * (kind == "change"))
                 for line in lines if line["seconds"] is not None]
        if known and (slow := percentile(known, 0.99)) > evidence.within:
            yield f"{kind}: {slow * 1000:.0f} ms at the 99th percentile of {len(known)}"
        if len(evidence.down) > 1 and not known:
            yield f"{kind}: nothing was measured"


def faults(evidence):
    for line in evidence.lines("fault"):
        if line["error"]:
            yield f"{line['name']}: {line['error']}"

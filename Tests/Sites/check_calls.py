"""Calls: each was answered, and what was acknowledged of it is in its record, once."""

import collections


def is_down(evidence, line):
    """Whether the site's majord was being started while this call waited."""
    return any(began - 0.1 <= line["answered"] and line["asked"] <= ended + 0.5 for began, ended in evidence.down.get(line["site"], []))


def talks(evidence):
    """From when to when each client's calls may have kept somebody busy, by what was sent and acknowledged."""
    spans, clients = collections.defaultdict(list), {line["call"]: line["client"] for line in evidence.lines("route")}
    ends = {line["call"]: line["done"] if line["answer"] == "OK" else float("inf")
            for line in evidence.lines("report") if line["word"] == "ENDED"}
    for line in evidence.lines("report"):
        if line["word"] == "RINGING":
            spans[clients[line["call"]]].append((line["sent"], ends.get(line["call"], float("inf"))))
    return spans


def absences(evidence):
    """When each client's primary may have been away: from when he said so until he was back, and a second more, in which others hear of it. Of a
    return that waits on its site's machine they hear when the database is back."""
    spans = collections.defaultdict(list)
    for line in sorted(evidence.lines("change"), key=lambda line: line["sent"]):
        client = (line["agent"] or "").removesuffix("-p")
        if line["op"] in ("sick", "pause") and line["outcome"] != "refused":
            spans[client].append((line["sent"], float("inf")))
        elif line["op"] == "back" and not line.get("waiting") and (line["outcome"] == "ok" or (line.get("error") or "").endswith("NotAbsent")):
            spans[client] = [(began, min(ended, line["done"] + 1)) for began, ended in spans[client]]
    return spans


def answered(evidence):
    spans, away = talks(evidence), absences(evidence)
    for line in evidence.lines("route"):
        def during(spans):
            return sum(began <= line["answered"] and line["asked"] <= ended for began, ended in spans[line["client"]])
        if line["reason"] == "busy" and during(spans) + min(during(away), 1) >= 2:
            continue
        if line["action"] != "dial" or not line["agent"]:
            yield f"call {line['call']} got {line['action']} to {line['extension']}"
        waited = line["answered"] - line["asked"]
        if waited > evidence.answer and not is_down(evidence, line):
            yield f"call {line['call']} at {line['asked']:.2f} was answered after {waited * 1000:.0f} ms"


def reported(evidence):
    rows = collections.defaultdict(list)
    for row in evidence.records.call:
        rows[row["call_id"]].append(row)
    decisions = {line["call"]: line["decision"] for line in evidence.lines("route")}
    # A decision by itself is written a moment later; it is there for certain once a report of its call was taken by the same majord.
    first = {line["call"] for line in evidence.lines("report") if line["word"] == "RINGING" and line["tries"] == 1 and line["answer"] == "OK"}
    for line in evidence.lines("report"):
        call, found = line["call"], rows[line["call"]]
        if line["answer"] != "OK":
            # Not acknowledged: it may be there or not, and its call all the same is there once at the most.
            if len(found) > 1:
                yield f"call {call} has {len(found)} records"
        elif len(found) != 1:
            yield f"call {call} has {len(found)} records"
        elif (missing := lacks(found[0], line, decisions[call] if call in first else found[0]["decision"] and decisions[call])):
            yield f"{line['word']} {call} {line['value']} at {line['site']} at {line['done']:.2f} (tries {line['tries']}): {missing}"


def lacks(row, line, decision):
    """What the record should say of an acknowledged report, and does not."""
    if row["decision"] != decision:
        return f"its record has the decision {row['decision']} instead of {decision}"
    if line["word"] == "RINGING":
        rang = (row["rang"] or "").replace(",", " ").split()
        return None if rang == [line["value"]] else f"rang is {row['rang']}"
    if line["word"] == "ANSWERED":
        return None if row["answered_by"] == line["value"] and row["answered_at"] else f"answered by {row['answered_by']}"
    is_answered = row["ended"] == "answered"
    return None if row["ended_at"] and is_answered == (line["value"] == "ANSWER") else f"ended is {row['ended']}"


def unique(evidence):
    for column in ("decision", "call_id"):
        counts = collections.Counter(row[column] for row in evidence.records.call if row[column])
        yield from (f"{column} {value} is there {count} times" for value, count in counts.items() if count > 1)


def missed(evidence):
    """A report that was taken twice would count a call twice."""
    counts = collections.Counter(row["missed"] for row in evidence.records.call if row["missed"])
    for row in evidence.records.missed_call:
        # Who calls back settles a missed call, too, and has its number.
        if row["calls"] > counts[row["id"]]:
            yield f"missed call {row['id']} counts {row['calls']} calls, and {counts[row['id']]} have its number"
    told = collections.Counter(row["missed"] for row in evidence.records.event if row["kind"] == "call-missed")
    for row in evidence.records.missed_call:
        if told[row["id"]] > row["calls"]:
            yield f"missed call {row['id']} of {row['calls']} calls was told of {told[row['id']]} times"

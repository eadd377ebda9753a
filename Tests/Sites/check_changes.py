"""Changes of the roster: what was acknowledged, in which order, and that no pair was left without anybody."""

import collections

from evidence import line_that_ended, lines_by_mark, outcome_of, parsed

ENTERED = {"sick": ("absence", "note"), "pause": ("absence", "note"), "leave": ("absence", "note"), "deputy": ("deputyship", "note"),
           "open": ("client_case", "reference")}
ENDED = {"back": "absence", "cancel": "absence", "end-deputy": "deputyship", "close": "client_case"}


def goes_on(evidence, absence, back):
    """Whether somebody has said after a return that waited on its site's machine that the same sickness goes on: what was said last stands."""
    return any(str(line.get("absence")) == str(absence) and line["done"] > back["sent"] for line in evidence.changes("sick", outcome="ok"))


def once(evidence):
    """Of what was entered by its mark, of what was ended by its number."""
    marked, ended = lines_by_mark(evidence.records), line_that_ended(evidence.records)
    rows = {table: collections.Counter(row[column] for row in evidence.records.tables[table]) for table, column in set(ENTERED.values())}
    for line in evidence.changes(*ENTERED):
        table, _ = ENTERED[line["op"]]
        count, there, outcome = len(marked.get(line["mark"], [])), rows[table][line["mark"]], outcome_of(line)
        # A sickness that goes on is the row that was there, so rows tell of nothing but doubles.
        if outcome == "ok" and count != 1 or count > 1 or outcome == "refused" and count:
            yield f"{line['op']} {line['mark']} of {line['agent']} at {line['site']} was {outcome} and is {count} times in the history"
        if there > 1 or outcome == "refused" and there:
            yield f"{line['op']} {line['mark']} at {line['site']} was {outcome} and there are {there} rows of it"
    for line in evidence.changes(*ENDED, outcome="ok"):
        for number in ended_numbers(line):
            count = len(ended.get((ENDED[line["op"]], number), []))
            if count == 0 and line.get("waiting") and goes_on(evidence, number, line):
                continue
            if count != 1:
                yield f"{line['op']} of {ENDED[line['op']]} {number} at {line['site']} is {count} times in the history"


def ended_numbers(line):
    """What a change says to have ended; a number below 0 is one that was kept on the machine, and has another one now."""
    if line["op"] in ("end-deputy", "close"):
        numbers = [line["deputyship" if line["op"] == "end-deputy" else "case"]]
    else:
        numbers = line.get("ended", [])
    return [int(number) for number in numbers if int(number) > 0]


def doubled(evidence):
    """Without any journal: a number is entered once and ended once at the most, and every row has its line."""
    lines = collections.defaultdict(collections.Counter)
    for line in evidence.records.roster_change:
        for column in ("absence", "deputyship", "client_case"):
            if line[column] is not None:
                lines[column, line[column]][line["deed"]] += 1
    for (column, number), deeds in lines.items():
        began = deeds["entered"] + deeds["requested"] + deeds["opened"]
        over = deeds["ended"] + deeds["cancelled"] + deeds["closed"]
        if began != 1 or over > 1:
            yield f"{column} {number} has the history {dict(deeds)}"
    for table in ("absence", "deputyship", "client_case"):
        for row in evidence.records.tables[table]:
            deeds = lines.get((table, row["id"]), {})
            is_over = row["closed_at" if table == "client_case" else "ended_at"] is not None
            told = any(deeds.get(deed) for deed in ("ended", "cancelled", "closed"))
            if not deeds or is_over != bool(told):
                yield f"{table} {row['id']} is {'over' if is_over else 'there'}, and its history is {dict(deeds)}"


def numbered(evidence):
    """Acknowledged changes with the number that each has in the history, in the order of these numbers."""
    marked, ended = lines_by_mark(evidence.records), line_that_ended(evidence.records)
    found = []
    for line in evidence.changes(outcome="ok"):
        if line["op"] in ENTERED:
            lines = marked.get(line["mark"], [])
        elif line.get("waiting"):
            # What a site ended by what it knew last may have been ended by another before: then the line is that site's.
            continue
        else:
            lines = [one for number in ended_numbers(line) for one in ended.get((ENDED[line["op"]], number), [])]
        if lines:
            found.append((lines[0]["id"], line))
    return sorted(found, key=lambda pair: pair[0])


def in_order(evidence):
    """What was asked for after another change was acknowledged has a higher number; what waited on a machine, only after that machine's own."""
    numbers = [line["id"] for line in evidence.records.roster_change]
    if len(numbers) != len(set(numbers)):
        yield "a number of a change is there twice"
    last, own = None, {}
    for number, line in numbered(evidence):
        before = own.get(line["site"]) if line.get("waiting") else last
        if before and before[1]["sent"] > line["done"]:
            yield (f"change {number} ({line['op']} at {line['site']}) was acknowledged before change {before[0]} ({before[1]['op']} at "
                   f"{before[1]['site']}) was asked for")
        if not last or line["sent"] > last[1]["sent"]:
            last = number, line
        if line["site"] not in own or line["sent"] > own[line["site"]][1]["sent"]:
            own[line["site"]] = number, line


def causality(evidence):
    """Who asks at one site after another has acknowledged is answered by what was acknowledged: for each agent one change follows the other. A site
    that was not connected for some time since then answers by what it knew last."""
    agents = collections.defaultdict(list)
    for line in evidence.changes("sick", "pause", "back"):
        agents[line["agent"]].append(line)
    for agent, lines in agents.items():
        away, since = None, 0
        for line in sorted(lines, key=lambda line: line["sent"]):
            outcome, error = outcome_of(line), (line.get("error") or "").rpartition(".")[2]
            # What waits on a machine counts from that machine's time, whose clock may be ahead.
            since_then = since + max(evidence.ahead.values(), default=0)
            if away is not None and not line.get("waiting") and evidence.was_connected(line["site"], since_then, line["sent"]):
                if away and error == "NotAbsent":
                    yield f"{agent} is not away for {line['site']} at {line['sent']:.2f}, and was for another site"
                if not away and error == "AlreadyAway":
                    yield f"{agent} is away for {line['site']} at {line['sent']:.2f}, and was back for another site"
            if outcome == "ok" and not line.get("waiting"):
                away, since = line["op"] != "back", line["done"]
            elif outcome != "refused" or error == "NotAbsent":
                away = None


def guard(evidence):
    """After each change, nobody's leave lies in the leave of the other of his pair, unless somebody overrode."""
    leaves = {}
    for line in evidence.records.roster_change:
        after, agent = parsed(line["became"]), line["agent"] or ""
        if line["absence"] is None or not agent.startswith("guard-"):
            continue
        if line["deed"] in ("cancelled", "ended"):
            leaves.pop(line["absence"], None)
            continue
        leaves[line["absence"]] = (agent, after["start"], after["end"], after.get("note") or "")
        pair, is_override = agent.rpartition("-")[0], (after.get("note") or "").endswith("-override")
        for number, (other, start, end, note) in leaves.items():
            if other != agent and other.rpartition("-")[0] == pair and start < after["end"] and after["start"] < end:
                if not is_override and not note.endswith("-override"):
                    yield f"change {line['id']} leaves {pair} with nobody: absences {number} and {line['absence']}"

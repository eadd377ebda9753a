"""Computes a report's figures from the ledger by docs/reports.md alone, and compares them with what majorctl told.

Usage: report.py LEDGER REPORT. The report is that of `majorctl report --format json`. Prints a line for each figure that differs, then how many
were compared. The directory's versions in the ledger have to be one file each, written as JSON, which YAML includes.
"""

import datetime
import json
import math
import sqlite3
import sys
import zoneinfo
from fractions import Fraction

DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ROLES = ["primary", "backup", "deputy", "callback", "case"]
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000


class Service:
    """The wall clock of the service."""

    def __init__(self, zone):
        self.zone = zoneinfo.ZoneInfo(zone)

    def instant(self, day, minutes=0):
        """Milliseconds since 1970 when the clock shows a time of a day; 24:00 is the next day's midnight."""
        if minutes == 1440:
            day, minutes = day + datetime.timedelta(days=1), 0
        moment = datetime.datetime.combine(day, datetime.time(minutes // 60, minutes % 60), self.zone)
        return round(moment.timestamp() * 1000)

    def day(self, instant):
        return (datetime.datetime.fromtimestamp(0, datetime.timezone.utc) + datetime.timedelta(milliseconds=instant)).astimezone(self.zone).date()

    def days(self, start, end):
        day, last = self.day(start), self.day(end - 1)
        while day <= last:
            yield day
            day += datetime.timedelta(days=1)


def milliseconds(text):
    return round(datetime.datetime.fromisoformat(text).timestamp() * 1000)


def minutes(text):
    hour, minute = text.split(":")
    return int(hour) * 60 + int(minute)


def length(text):
    return int(text[:-1]) * {"s": 1000, "m": MINUTE, "h": HOUR, "d": DAY, "y": 365 * DAY}[text[-1]]


def week(hours):
    """`{"mon-fri": ["07:30-18:00"]}` as the ranges of each day of the week."""
    result = [[] for _ in DAYS]
    for names, ranges in hours.items():
        for part in names.split(","):
            first, _, last = part.partition("-")
            for day in range(DAYS.index(first), DAYS.index(last or first) + 1):
                for text in [ranges] if isinstance(ranges, str) else ranges:
                    start, end = text.split("-")
                    result[day].append((minutes(start), minutes(end)))
    return result


def holidays(text):
    closed = set()
    for event in text.split("BEGIN:VEVENT")[1:]:
        fields = dict(line.split(":", 1) for line in event.splitlines() if ":" in line)
        day = datetime.datetime.strptime(fields["DTSTART;VALUE=DATE"], "%Y%m%d").date()
        end = datetime.datetime.strptime(fields["DTEND;VALUE=DATE"], "%Y%m%d").date()
        while day < end:
            closed.add(day)
            day += datetime.timedelta(days=1)
    return closed


class Hours:
    """Weekly hours with days on which they do not hold."""

    def __init__(self, clock, hours, closed=()):
        self.clock, self.week, self.closed = clock, week(hours), set(closed)

    def ranges(self, start, end):
        for day in self.clock.days(start, end):
            if day not in self.closed:
                for opens, closes in self.week[day.weekday()]:
                    yield self.clock.instant(day, opens), self.clock.instant(day, closes)

    def holds(self, instant):
        return any(start <= instant < end for start, end in self.ranges(instant, instant + 1))

    def served(self, start, end):
        return sum(max(min(closes, end) - max(opens, start), 0) for opens, closes in self.ranges(start, end)) if start < end else 0

    def average(self):
        days = [sum(end - start for start, end in day) for day in self.week]
        days = [day for day in days if day]
        return sum(days) // len(days) * MINUTE


class Version:
    def __init__(self, since, files):
        self.since = since
        text = next(text for path, text in files.items() if path.endswith(".yaml"))
        calendar = next((text for path, text in files.items() if path.endswith(".ics")), "")
        self.settings = json.loads(text)
        self.clock = clock = Service(self.settings["time_zone"])
        self.levels = {}
        for name, level in self.settings["levels"].items():
            closed = {datetime.date.fromisoformat(day) for day in level.get("closed", [])}
            if "holidays" in level:
                closed |= holidays(calendar)
            self.levels[name] = Hours(clock, level["hours"], closed)
        self.agents = {agent["id"]: agent for agent in self.settings["agents"]}
        self.hours = {name: Hours(clock, agent["hours"]) for name, agent in self.agents.items() if "hours" in agent}
        self.clients = {client["id"]: client for client in self.settings["clients"]}

    def pair(self, client, instant):
        entry = self.clients[client]
        pair = (entry["primary"], entry["backup"])
        handover = entry.get("handover")
        if handover and instant >= self.clock.instant(datetime.date.fromisoformat(handover["from"])):
            pair = (handover["primary"], handover["backup"])
        return pair

    def term(self, client):
        agreement = self.clients[client]["agreement"]
        start = self.clock.instant(datetime.date.fromisoformat(agreement["start"]))
        end = agreement.get("end")
        return start, self.clock.instant(datetime.date.fromisoformat(end), 1440) if end else math.inf

    def employed(self, agent):
        entry = self.agents[agent]
        start = self.clock.instant(datetime.date.fromisoformat(entry["from"])) if "from" in entry else -math.inf
        end = self.clock.instant(datetime.date.fromisoformat(entry["until"]), 1440) if "until" in entry else math.inf
        return start, end

    def target(self, level, kind):
        text = self.settings["levels"][level].get("close_within", {}).get(kind)
        if text is None:
            return None
        return int(text[:-1]) * self.levels[level].average() if text.endswith("d") else length(text)


class Roster:
    def __init__(self, ledger, clock, start, end):
        self.clock, self.start, self.end = clock, start, end
        asked = {row["id"] for row in ledger.execute("SELECT id FROM request WHERE state <> 'approved'")}
        self.absences = {}
        for row in ledger.execute("SELECT * FROM absence"):
            if row["id"] in asked:
                continue
            until = math.inf if row["end"] is None else row["end"]
            for stretch in self.occurrences(row, until):
                self.absences.setdefault(row["agent"], []).append(stretch)
        self.deputyships = [dict(row) for row in ledger.execute("SELECT * FROM deputyship ORDER BY id") if row["start"] < row["end"]]

    def occurrences(self, row, until):
        if row["hours"] is None:
            if row["start"] < until:
                yield row["start"], until
            return
        hours = {}
        for part in row["hours"].split("; "):
            day, times = part.split(" ")
            hours.setdefault(day, []).append(times)
        ranges = week(hours)
        exceptions = {}
        for part in (row["exceptions"] or "").split("; "):
            if part:
                day, _, end = part.partition(" until ")
                exceptions[datetime.date.fromisoformat(day)] = int(end) if end else None
        first = datetime.date.fromisoformat(row["first_day"])
        monday = first - datetime.timedelta(days=first.weekday())
        for day in self.clock.days(self.start, self.end):
            if ((day - monday).days // 7) % row["weeks"]:
                continue
            for opens, closes in ranges[day.weekday()]:
                start, end = self.clock.instant(day, opens), self.clock.instant(day, closes)
                if day in exceptions:
                    if exceptions[day] is None:
                        continue
                    end = min(end, exceptions[day])
                start, end = max(start, row["start"]), min(end, until)
                if start < end:
                    yield start, end

    def absent(self, agent, instant):
        return any(start <= instant < end for start, end in self.absences.get(agent, []))

    def deputies(self, client, pair, instant):
        """Those who stand in for the pair, for the client, or for those who stand in, each with his days."""
        known = set(pair)
        while True:
            more = set()
            for row in self.deputyships:
                if row["start"] <= instant < row["end"] and row["client"] in (None, client):
                    if row["agent"] in known or row["agent"] is None and row["client"] == client:
                        more.add(row["deputy"])
            if more <= known:
                return known - set(pair)
            known |= more


def share(count, of):
    result = {"count": count, "of": of}
    if of:
        result["percent"] = float(Fraction(math.floor(Fraction(count * 1000, of) + Fraction(1, 2)), 10))
    return result


def spread(values):
    values = sorted(values)
    result = {"count": len(values)}
    for name, percent in [("median", 50), ("p80", 80), ("p95", 95)]:
        if values:
            result[name] = values[math.ceil(Fraction(percent * len(values), 100)) - 1] / 1000
    return result


class Report:
    def __init__(self, ledger, told):
        self.ledger, self.told = ledger, told
        self.made, self.start = milliseconds(told["made"]), milliseconds(told["from"])
        self.end = min(milliseconds(told["until"]), self.made)
        rows = ledger.execute("SELECT * FROM directory_version ORDER BY since, id").fetchall()
        versions = []
        for row in rows:
            files = dict(
                ledger.execute(
                    "SELECT path, (SELECT text FROM directory_text WHERE id = directory_version_file.text) FROM directory_version_file "
                    "WHERE version = ?", [row["id"]]).fetchall())
            versions.append(Version(row["since"], files))
        self.current = versions[-1]
        self.clock = self.current.clock
        # Before the records begin nothing counts.
        first_call = ledger.execute("SELECT min(noted_at) FROM call").fetchone()[0]
        kept = self.made - length(self.current.settings.get("retention", {}).get("calls", "400d"))
        self.begin = max(min(versions[0].since, math.inf if first_call is None else first_call), kept)
        self.period_start, self.start = self.start, max(self.start, self.begin)
        # The versions of the past of the period, each with when it decided.
        self.stretches = []
        for index, version in enumerate(versions):
            begins = -math.inf if index == 0 else version.since
            ends = versions[index + 1].since if index + 1 < len(versions) else math.inf
            if max(begins, self.start) < min(ends, self.end):
                self.stretches.append((max(begins, self.start), min(ends, self.end), version))
        self.roster = Roster(ledger, self.clock, self.start, self.end)
        self.clients = {}
        for _, _, version in self.stretches:
            for client in version.clients:
                self.clients[client] = version

    def version(self, instant):
        return next(version for start, end, version in self.stretches if start <= instant < end)

    # Calls.

    def outcome(self, row):
        if row["dialled_by"] is not None:
            return "called" if row["answered_by"] is not None else "not_reached"
        if row["reason"] not in ROLES + ["uncovered", "busy"]:
            return "outside"
        if row["answered_by"] is not None:
            role = row["role"]
            if role is None and row["agent"] is not None:
                considered = json.loads(row["candidates"] or "[]")
                role = next((one["role"] for one in considered if one["agent"] == row["agent"]), None)
            if role in ROLES:
                return role
        if row["ended"] is None:
            last = max(row[name] for name in ["noted_at", "rang_at", "answered_at", "held_since", "up_at"] if row[name] is not None)
            patience = 10 * MINUTE if row["heard"] is None else length(self.current.settings.get("max_call", "4h"))
            return "open" if last + patience > self.made else "unknown"
        if row["heard"] is None and row["answered_by"] is None and row["ended"] == "answered":
            return "unknown"
        if row["answered_by"] is not None:
            return "overflow"
        if row["action"] == "overflow":
            return "nobody"
        return "abandoned" if row["ended"] == "cancelled" else "no_answer"

    def calls(self, clients, start=None, end=None):
        start, end = self.start if start is None else start, self.end if end is None else end
        for client in clients:
            for row in self.ledger.execute("SELECT * FROM call WHERE client = ? AND noted_at >= ? AND noted_at < ?", [client, start, end]):
                yield client, row, self.outcome(row)

    def level(self, client):
        version = self.clients[client]
        return version.clients[client]["agreement"]["level"]

    def answer_target(self, client):
        return self.clients[client].settings["levels"][self.level(client)].get("answer_within")

    def call_figures(self, clients):
        names = ROLES + ["abandoned", "no_answer", "overflow", "nobody", "open", "unknown", "outside", "called", "not_reached"]
        counts, waits = dict.fromkeys(names, 0), []
        pair = within = within_of = others_of = abandoned_within = 0
        for client, row, outcome in self.calls(clients):
            counts[outcome] += 1
            target = self.answer_target(client)
            wait = None
            if outcome in ROLES:
                wait = max(row["answered_at"] - row["noted_at"], 0)
                waits.append(wait)
                # A client that a version lacks has the pair of the one before.
                version = self.version(row["noted_at"])
                if client not in version.clients:
                    version = self.clients[client]
                pair += row["agent"] in version.pair(client, row["noted_at"])
            if target and outcome in ROLES + ["abandoned", "no_answer", "overflow", "nobody"]:
                within_of += 1
                others_of += outcome != "abandoned"
                within += wait is not None and wait <= target["seconds"] * 1000
                abandoned_within += outcome == "abandoned" and row["ended_at"] - row["noted_at"] <= target["seconds"] * 1000
        counts["answered"] = sum(counts[role] for role in ROLES)
        counts["counted"] = counts["answered"] + sum(counts[name] for name in ["overflow", "nobody", "abandoned", "no_answer"])
        counts["calls"] = counts["counted"] + counts["open"] + counts["unknown"]
        figures = dict(counts, pair=share(pair, counts["counted"]), wait=spread(waits))
        if within_of:
            figures["within"] = share(within, within_of)
            figures["within_without_abandoned"] = share(within, others_of)
            figures["abandoned_within"] = abandoned_within
        return figures, waits

    # Missed calls and cases.

    def service(self, client):
        return self.clients[client].levels[self.level(client)]

    def missed(self, client):
        rows = self.ledger.execute(
            "SELECT * FROM missed_call WHERE client = ? AND first_at >= ? AND first_at < ? AND closed_how IS NOT 'corrected' ORDER BY first_at, id",
            [client, self.start, self.end])
        for row in rows:
            if row["closed_at"] is None:
                overdue = row["due_at"] is not None and row["due_at"] <= self.made
                yield row, None, False if overdue else None
            else:
                in_time = row["due_at"] is None or row["closed_at"] <= row["due_at"]
                yield row, self.service(client).served(row["last_at"], row["closed_at"]), in_time

    def missed_figures(self, clients):
        figures = dict(missed=0, answered=0, called=0, by_hand=0, open=0, overdue=0)
        times, in_time, of = [], 0, 0
        for client in clients:
            for row, after, is_in_time in self.missed(client):
                figures["missed"] += 1
                if after is None:
                    figures["open"] += 1
                    figures["overdue"] += is_in_time is False
                else:
                    figures[row["closed_how"].replace("-", "_")] += 1
                    times.append(after)
                in_time += is_in_time is True
                of += is_in_time is not None
        return dict(figures, in_time=share(in_time, of), time=spread(times))

    def case_figures(self, clients):
        result = []
        for kind in ["incident", "request"]:
            opened = closed = still = within = of = 0
            times = []
            for client in clients:
                target = self.clients[client].target(self.level(client), kind)
                for row in self.ledger.execute("SELECT * FROM client_case WHERE client = ? AND kind = ?", [client, kind]):
                    opened += self.start <= row["opened_at"] < self.end
                    if row["closed_at"] is None or row["closed_at"] >= self.end:
                        still += row["opened_at"] < self.end
                    elif row["closed_at"] >= self.start:
                        closed += 1
                        time = self.service(client).served(row["opened_at"], row["closed_at"])
                        times.append(time)
                        if target is not None:
                            of += 1
                            within += time <= target
            figures = dict(kind=kind, opened=opened, closed=closed, open=still, time=spread(times))
            if of:
                figures["within"] = share(within, of)
            result.append(figures)
        return result

    # Who was there.

    def pieces(self, client):
        """The service time in pieces in which nothing changes, each with who was there."""
        for start, end, version in self.stretches:
            if client not in version.clients:
                continue
            level = version.levels[version.clients[client]["agreement"]["level"]]
            begins, ends = version.term(client)
            bounds = {start, end, begins, ends}
            for opens, closes in level.ranges(start, end):
                bounds |= {opens, closes}
            for hours in version.hours.values():
                for opens, closes in hours.ranges(start, end):
                    bounds |= {opens, closes}
            for agent in version.agents:
                bounds |= set(version.employed(agent))
            for stretches in self.roster.absences.values():
                for stretch in stretches:
                    bounds |= set(stretch)
            for row in self.roster.deputyships:
                bounds |= {row["start"], row["end"]}
            handover = version.clients[client].get("handover")
            if handover:
                bounds.add(version.clock.instant(datetime.date.fromisoformat(handover["from"])))
            for day in version.clock.days(start, end):
                bounds.add(version.clock.instant(day))
            inside = sorted(bound for bound in bounds if start <= bound <= end)
            for one, other in zip(inside, inside[1:]):
                if level.holds(one) and begins <= one < ends:
                    yield one, other, self.there(version, client, one)

    def there(self, version, client, instant):
        def is_there(agent):
            if agent not in version.agents:
                return False
            first, last = version.employed(agent)
            hours = version.hours.get(agent)
            return first <= instant < last and not self.roster.absent(agent, instant) and (hours is None or hours.holds(instant))

        pair = version.pair(client, instant)
        deputies = [agent for agent in self.roster.deputies(client, pair, instant) if agent in version.agents]
        of_pair = sum(is_there(agent) for agent in pair)
        return "b" if of_pair == 2 else "o" if of_pair else "d" if any(map(is_there, deputies)) else "n"

    def cover(self, clients):
        """The minutes of several clients are the sum of those that are told of each."""
        minutes = dict(service_minutes=0, uncovered_minutes=0)
        for client in clients:
            service = uncovered = 0
            for start, end, who in self.pieces(client):
                service += end - start
                uncovered += end - start if who == "n" else 0
            minutes["service_minutes"] += math.floor(Fraction(service, MINUTE) + Fraction(1, 2))
            minutes["uncovered_minutes"] += math.ceil(Fraction(uncovered, MINUTE))
        return minutes

    def days(self, client):
        worst = {}
        for start, _, who in self.pieces(client):
            day = self.clock.day(start)
            worst[day] = max(worst.get(day, "b"), who, key="bodn".index)
        letters = ""
        for day in self.clock.days(self.period_start, milliseconds(self.told["until"])):
            midnight, next_midnight = self.clock.instant(day), self.clock.instant(day, 1440)
            known = [
                version.term(client) for start, end, version in self.stretches
                if client in version.clients and start < next_midnight and midnight < end
            ]
            if midnight >= self.end or not known:
                letters += "?"
            elif day in worst:
                letters += worst[day]
            else:
                letters += "-" if any(begins < next_midnight and midnight < ends for begins, ends in known) else " "
        return letters

    # All of it.

    def figures(self, clients):
        return dict(
            calls=self.call_figures(clients)[0], missed=self.missed_figures(clients), cases=self.case_figures(clients),
            **self.cover(clients))

    def client(self, client):
        version, target = self.clients[client], self.answer_target(client)
        kinds = {kind: version.target(self.level(client), kind) for kind in ["incident", "request"]}
        targets = dict(cases={kind: length // 1000 for kind, length in kinds.items() if length is not None}, **(target or {}))
        return dict(
            client=client, client_name=version.clients[client]["name"], level=self.level(client), targets=targets,
            **self.figures([client]))

    def others(self):
        def count(condition, what="count(*)"):
            return self.ledger.execute(
                f"SELECT {what} FROM call WHERE client IS NULL AND noted_at >= ? AND noted_at < ? AND {condition}", [self.start, self.end]
            ).fetchone()[0]

        asked = "decision IS NOT NULL AND reason = "
        return dict(
            unknown_callers=count(asked + "'unknown-caller'"), anonymous=count(asked + "'anonymous'"), refused=count(asked + "'refused'"),
            unknown_numbers=count(asked + "'unknown-caller' AND caller LIKE '+%'", "count(DISTINCT caller)"),
            colleagues=count(asked + "'internal'"), unasked=count("decision IS NULL AND dialled_by IS NULL"))

    def sheet(self, client):
        counts = {}
        for wait in self.call_figures([client])[1]:
            second = -(-wait // 1000)
            counts[second] = counts.get(second, 0) + 1
        return dict(
            days=self.days(client), waits=[dict(seconds=second, calls=count) for second, count in sorted(counts.items())],
            missed=[self.line(*line) for line in self.missed(client)][:200], months=self.months(client))

    def line(self, row, after, in_time):
        line = dict(how=row["how"], calls=row["calls"], after=None if after is None else after / 1000, closed_how=row["closed_how"], in_time=in_time)
        return {name: value for name, value in line.items() if value is not None}

    def months(self, client):
        last = self.clock.day(milliseconds(self.told["until"]) - 1)
        result = []
        for back in range(11, -1, -1):
            month = last.year * 12 + last.month - 1 - back
            first, following = (datetime.date(number // 12, number % 12 + 1, 1) for number in (month, month + 1))
            if self.clock.instant(following) <= self.begin:
                continue
            figures = dict(month=f"{first:%Y-%m}", calls=0, counted=0, answered=0, abandoned=0)
            within = of = 0
            target = self.answer_target(client)
            for _, row, outcome in self.calls([client], self.clock.instant(first), min(self.clock.instant(following), self.end)):
                answered = outcome in ROLES
                counted = answered or outcome in ["abandoned", "no_answer", "overflow", "nobody"]
                figures["calls"] += counted or outcome in ["open", "unknown"]
                figures["counted"] += counted
                figures["answered"] += answered
                figures["abandoned"] += outcome == "abandoned"
                if target and counted:
                    of += 1
                    within += answered and row["answered_at"] - row["noted_at"] <= target["seconds"] * 1000
            if of:
                figures["within"] = share(within, of)
            result.append(figures)
        return result

    def computed(self):
        if "sheet" in self.told:
            client = self.told["clients"][0]["client"]
            return dict(clients=[self.client(client)], sheet=self.sheet(client))
        clients = [client for client in self.clients if self.is_told(client)]
        clients.sort(key=lambda client: (self.clients[client].clients[client]["name"], client))
        return dict(clients=[self.client(client) for client in clients], total=dict(self.figures(clients), **self.others()))

    def is_told(self, client):
        for start, end, version in self.stretches:
            if client in version.clients:
                begins, ends = version.term(client)
                if begins < end and start < ends:
                    return True
        if any(True for _ in self.calls([client])) or self.missed_figures([client])["missed"]:
            return True
        return any(kind["opened"] + kind["closed"] + kind["open"] for kind in self.case_figures([client]))


# What is no figure, or said in other words.
APART = {"at", "closed_at", "hours", "pairs", "introduced", "agreement_end", "first_day", "gaps"}


def compare(place, told, computed):
    """A line for each figure: empty where both say the same."""
    if isinstance(computed, dict) and isinstance(told, dict):
        for name in sorted((set(computed) | set(told)) - APART):
            yield from compare(f"{place}.{name}", told.get(name), computed.get(name))
    elif isinstance(computed, list) and isinstance(told, list) and len(told) == len(computed):
        for index, (one, other) in enumerate(zip(told, computed)):
            yield from compare(f"{place}[{index}]", one, other)
    else:
        yield "" if told == computed else f"{place}: told {told!r}, computed {computed!r}"


ledger = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
ledger.row_factory = sqlite3.Row
with open(sys.argv[2], encoding="utf-8") as file:
    told = json.load(file)
figures = {name: told[name] for name in ("clients", "total", "sheet") if name in told}
lines = list(compare("report", figures, Report(ledger, told).computed()))
for line in lines:
    if line:
        print(line)
print(f"{len(lines)} figures")

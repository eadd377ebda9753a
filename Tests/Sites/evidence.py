"""What a run leaves for the check: the journals of the load, the records of each server, and what each site said at the end."""

import dataclasses
import json


def parsed(text):
    return json.loads(text) if text else {}


@dataclasses.dataclass
class Evidence:
    """`journal`: lines of all programs. `records`: the primary's; `copies`: the standbys'. `down`: from when to when no majord of a site was
    ready. `views`: how each site sees the roster at the end."""

    journal: list
    records: object
    copies: list
    down: dict
    views: dict
    # Seconds within which a call is answered, and one site knows of another; by how much a site's clock is ahead.
    answer: float = 0.3
    within: float = 0.1
    ahead: dict = dataclasses.field(default_factory=dict)
    # Seconds after a fault in which sites count as not yet connected.
    settle: float = 2.0
    # Seconds in which a site that is connected hears of a change, and has it in force, for certain.
    hearing: float = 1.0

    def lines(self, what):
        return [line for line in self.journal if line["what"] == what]

    def changes(self, *ops, outcome=None):
        return [line for line in self.lines("change")
                if (not ops or line["op"] in ops) and (outcome is None or outcome_of(line) == outcome)]

    def disturbed(self, sites, began, ended):
        """Whether a fault struck one of these sites in that time, or shortly before."""
        return any(
            fault["began"] <= ended and began <= fault["ended"] + self.settle and set(sites) & set(fault["sites"])
            for fault in self.lines("fault"))

    def was_connected(self, site, began, ended):
        """Whether there was some time then in which no fault had struck this site shortly before: it has heard what was committed by then."""
        moment = began
        for fault in sorted(self.lines("fault"), key=lambda fault: fault["began"]):
            if site in fault["sites"] and fault["began"] <= moment + self.hearing:
                moment = max(moment, fault["ended"] + self.settle)
        return moment + self.hearing < ended


def outcome_of(line):
    """`ok`, `refused`, or `unknown`: that a commit may have been made was told in words."""
    if line["outcome"] == "refused" and "is not known" in line.get("why", ""):
        return "unknown"
    return line["outcome"]


def lines_by_mark(records):
    """The lines of the history in which a note or reference came up for the first time, by it."""
    found = {}
    for line in records.roster_change:
        was, became = parsed(line["was"]), parsed(line["became"])
        for name in ("note", "reference"):
            mark = became.get(name)
            if mark and line["deed"] in ("entered", "changed", "opened") and was.get(name) != mark:
                found.setdefault(mark, []).append(line)
    return found


def line_that_ended(records):
    """The lines of the history that ended something, by its table and number."""
    found = {}
    for line in records.roster_change:
        for column in ("absence", "deputyship", "client_case"):
            if line[column] is not None and line["deed"] in ("ended", "cancelled", "closed"):
                found.setdefault((column, line[column]), []).append(line)
    return found


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))] if values else None

"""Tells what PyPI's icalendar and recurring-ical-events know of many calendars.

Usage: occurrences.py WHAT FILE. The file holds calendars, each ended by a NUL. For each, one line is printed:
- occurrences: those between 2024-01-01 and 2027-01-01 as sorted START/END pairs; days as 2027-04-26, times as seconds since 1970.
- leave: those of them before 2026-01-01 that are an agent's leave, as seconds since 1970.
- feed: its events as JSON, each with UID, start, end, summary and description.
"""

import datetime
import json
import sys
import zoneinfo

import icalendar
import recurring_ical_events

SERVICE = zoneinfo.ZoneInfo("Europe/Amsterdam")
FIRST, LAST = datetime.datetime(2023, 12, 1), datetime.datetime(2027, 2, 1)
BOUNDS = datetime.date(2024, 1, 1), datetime.date(2027, 1, 1)


def text(moment):
    if not isinstance(moment, datetime.datetime):
        return moment.isoformat()
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=SERVICE)
    return str(int(moment.timestamp()))


def lies_within(moment):
    if not isinstance(moment, datetime.datetime):
        return BOUNDS[0] <= moment < BOUNDS[1]
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=SERVICE)
    return BOUNDS[0] <= moment.astimezone(SERVICE).date() < BOUNDS[1]


def occurrences(calendar):
    found = set()
    # A cancelled event takes its occurrence away, and has none; the package leaves that to its callers.
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(calendar)).between(FIRST, LAST):
        if event.get("STATUS") != "CANCELLED" and lies_within(event.start):
            found.add(f"{text(event.start)}/{text(event.end)}")
    return sorted(found)


def counts(event):
    status = event.get("X-MICROSOFT-CDO-BUSYSTATUS")
    if event.get("STATUS") == "CANCELLED" or event.get("TRANSP") == "TRANSPARENT":
        return False
    if status in ("FREE", "TENTATIVE", "WORKINGELSEWHERE"):
        return False
    return days(event) is not None or "OOF" in (status, event.get("X-MICROSOFT-CDO-INTENDEDSTATUS"))


def days(event):
    """Midnight to midnight on its own clock or the service's, as dates."""
    start, end = event.start, event.end
    if not isinstance(start, datetime.datetime):
        return start, end
    zones = [SERVICE, SERVICE if start.tzinfo is None else start.tzinfo]
    for zone in zones:
        first, last = (moment.replace(tzinfo=moment.tzinfo or SERVICE).astimezone(zone) for moment in (start, end))
        if first.time() == last.time() == datetime.time() and first.date() < last.date():
            return first.date(), last.date()
    return None


def leave(calendar):
    found = set()
    for event in recurring_ical_events.of(icalendar.Calendar.from_ical(calendar)).between(FIRST, LAST):
        if not counts(event):
            continue
        start, end = days(event) or (event.start, event.end)
        if not isinstance(start, datetime.datetime):
            start, end = (datetime.datetime.combine(day, datetime.time(), SERVICE) for day in (start, end))
        if start.tzinfo is None:
            start, end = start.replace(tzinfo=SERVICE), end.replace(tzinfo=SERVICE)
        if start < end and BOUNDS[0] <= start.astimezone(SERVICE).date() < datetime.date(2026, 1, 1):
            # Absences count by the minute: what begins or ends within one has all of it.
            found.add(f"{int(start.timestamp()) // 60 * 60}/{-(int(end.timestamp()) // -60) * 60}")
    return sorted(found)


def feed(calendar):
    def shown(event, name):
        return str(event[name]) if name in event else None

    events = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    return json.dumps(
        [[shown(event, "UID"), text(event.decoded("DTSTART")), text(event.decoded("DTEND")), shown(event, "SUMMARY"),
          shown(event, "DESCRIPTION")] for event in events])


def told(what, calendar):
    if what == "feed":
        return feed(calendar)
    return " ".join(leave(calendar) if what == "leave" else occurrences(calendar))


with open(sys.argv[2], encoding="utf-8", newline="") as file:
    for calendar in file.read().split("\0")[:-1]:
        try:
            print(told(sys.argv[1], calendar), flush=False)
        except Exception as error:
            print(f"failed: {error!r}")

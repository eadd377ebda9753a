"""Tells the occurrences of many calendars as PyPI's recurring-ical-events knows them.

Usage: occurrences.py FILE. The file holds calendars, each ended by a NUL. For each, one line is printed: its occurrences between
2024-01-01 and 2027-01-01 as sorted START/END pairs; days as 2027-04-26, times as seconds since 1970.
"""

import datetime
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


with open(sys.argv[1], encoding="utf-8", newline="") as file:
    for calendar in file.read().split("\0")[:-1]:
        try:
            print(" ".join(occurrences(calendar)), flush=False)
        except Exception as error:
            print(f"failed: {error!r}")

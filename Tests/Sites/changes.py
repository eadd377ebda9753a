#!/usr/bin/env python3
"""The people of all sites: sickness, pauses, leave that two want at once, deputies, cases; each change has a mark of its own, which is in the journal."""

import argparse
import asyncio
import datetime
import random
import time

from lines import Control, Journal, Lost, Refused, paced
from people import PAIRS

DAY = datetime.timedelta(days=1)


def day(number):
    """Midnight of a day to come, as majord reads it."""
    moment = datetime.datetime.now(datetime.timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    return (moment + number * DAY).isoformat().replace("+00:00", "Z")


class People:
    whose = "people"

    def __init__(self, options):
        self.random = random.Random(f"{options.seed} changes")
        self.journal, self.run = Journal(options.journal), options.run
        self.sites = dict(word.split("=", 1) for word in options.sites)
        self.controls = {name: Control(path) for name, path in self.sites.items()}
        self.count, self.locks, self.away, self.leaves, self.deputies, self.cases = 0, {}, {}, [], [], []

    async def change(self, site, op, method, agent=None, mark=None, **parameters):
        """One change, and its line in the journal: ok, refused (nothing was changed), or unknown."""
        sent, reply, outcome, error = time.monotonic(), None, "ok", None
        if agent and op != "deputy":
            parameters["agent"] = agent
        try:
            reply = await self.controls[site].call(method, **parameters)
        except Refused as refused:
            outcome, error = "refused", refused.reply
        except Lost:
            outcome = "unknown"
        line = dict(what="change", op=op, site=site, agent=agent, mark=mark, sent=sent, done=time.monotonic(), outcome=outcome)
        if error:
            line["error"] = error["error"]
            line["why"] = str(error.get("parameters", {}).get("cause") or error.get("parameters", {}).get("reason") or "")[:200]
        if reply:
            for name in ("absence", "deputyship", "case"):
                if name in reply:
                    line[name] = reply[name].get("id") or reply[name].get("case")
            if "ended" in reply:
                line["ended"] = [absence["id"] for absence in reply["ended"]]
            # Kept on the machine until the database is back: its number is below 0 until then.
            kept = [reply.get("absence") or {}, *reply.get("ended", [])]
            line["waiting"] = any(absence.get("waiting") or int(absence.get("id", 0)) < 0 for absence in kept)
            line["generation"] = reply.get("generation")
        self.journal.write(**line)
        return line

    def site(self):
        return self.random.choice(list(self.controls))

    def mark(self):
        self.count += 1
        return f"{self.whose}-{self.run}-{self.count}"

    async def one(self, _):
        kind = self.random.choices(
            [self.health, self.race, self.cancel, self.deputy, self.case], weights=[50, 14, 12, 8, 16])[0]
        await kind()

    async def health(self):
        """One who is there reports sick or pauses, one who is not comes back, at whichever site: one after the other for each."""
        pair, site = self.random.choice(PAIRS["sick"]), self.site()
        async with self.locks.setdefault(pair.id, asyncio.Lock()):
            if self.away.get(pair.id):
                line = await self.change(site, "back", "Roster.Return", agent=pair.primary)
                if line["outcome"] == "ok" or (line.get("error") or "").endswith("NotAbsent"):
                    self.away[pair.id] = False
                return
            mark = self.mark()
            if self.random.random() < 0.6:
                line = await self.change(site, "sick", "Roster.ReportSick", agent=pair.primary, mark=mark, note=mark)
            else:
                line = await self.change(site, "pause", "Roster.Pause", agent=pair.primary, mark=mark, seconds=3600, note=mark)
            if line["outcome"] == "ok" or (line.get("error") or "").endswith("AlreadyAway"):
                self.away[pair.id] = True

    async def race(self):
        """Leave for both of a pair, at two sites at the same moment: one of them may have it. Now and then a manager overrides."""
        pair, first = self.random.choice(PAIRS["guard"]), self.random.randrange(1, 40)
        until, override = first + self.random.randrange(1, 4), self.random.random() < 0.05

        async def leave(agent):
            mark = self.mark() + ("-override" if override else "")
            line = await self.change(
                self.site(), "leave", "Roster.PlanLeave", agent=agent, mark=mark, note=mark, until=day(until),
                override=override or None, reason="so be it" if override else None, **{"from": day(first)})
            if line["outcome"] == "ok":
                self.leaves.append(line["absence"])

        await asyncio.gather(leave(pair.primary), leave(pair.backup))

    async def cancel(self):
        if not self.leaves:
            return await self.health()
        absence = self.leaves.pop(self.random.randrange(len(self.leaves)))
        line = await self.change(self.site(), "cancel", "Roster.Cancel", absence=absence)
        if line["outcome"] == "refused" and line["error"].endswith("LedgerUnavailable"):
            self.leaves.append(absence)

    async def deputy(self):
        """Somebody stands in at a client who needs none."""
        if self.deputies and self.random.random() < 0.5:
            number = self.deputies.pop()
            return await self.change(self.site(), "end-deputy", "Roster.CancelDeputy", deputyship=number)
        mark, (pair, other) = self.mark(), self.random.sample(PAIRS["calls"], 2)
        first = self.random.randrange(1, 300)
        line = await self.change(
            self.site(), "deputy", "Roster.AddDeputy", agent=other.primary, mark=mark, note=mark, deputy=other.primary, whom=pair.id,
            until=day(first + 1), **{"from": day(first)})
        if line["outcome"] == "ok":
            self.deputies.append(line["deputyship"])

    async def case(self):
        if self.cases and self.random.random() < 0.5:
            return await self.change(self.site(), "close", "Cases.Close", mark=(mark := self.cases.pop()), reference=mark)
        mark, pair = self.mark(), self.random.choice(PAIRS["calls"])
        line = await self.change(self.site(), "open", "Cases.Open", mark=mark, client=pair.id, holder=pair.primary, reference=mark)
        if line["outcome"] == "ok":
            self.cases.append(mark)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("journal", "run", "seed"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--sites", nargs="+", metavar="SITE=SOCKET")
    options = parser.parse_args()

    async def run():
        people = People(options)
        await paced(options.rate, options.seconds, people.one)

    asyncio.run(run())


if __name__ == "__main__":
    main()

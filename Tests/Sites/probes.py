#!/usr/bin/env python3
"""How soon one site knows what another has acknowledged: an agent on the phone, a change of the roster. Asked as a PBX asks, again and again."""

import argparse
import asyncio
import itertools
import random
import time

from changes import People
from lines import PBXLine, Refused, fields, paced
from people import PAIRS


class Prober(People):
    whose = "prober"

    def __init__(self, options):
        super().__init__(options)
        self.random = random.Random(f"{options.seed} probes")
        self.pbx = {word.split("=", 1)[0]: PBXLine(word.split("=", 1)[1]) for word in options.pbx}
        self.others = {word.split("=", 1)[0]: PBXLine(word.split("=", 1)[1]) for word in options.pbx}
        self.number = itertools.count()
        self.free = list(PAIRS["probe"])

    async def await_role(self, site, pair, role, since, kind, source, limit=10):
        """Asks until the call goes to the one in this role; how long that was after `since` is in the journal."""
        while True:
            asked = time.monotonic()
            answer, tries = await self.pbx[site].insist("ROUTE", pair.number, "+31880001234", f"probe-{self.run}-{next(self.number)}")
            known = time.monotonic()
            if fields(answer)["role"] == role:
                # It held when it was asked at the latest; the answer's own way does not count.
                seconds = max(0, asked - since)
                break
            if known - since > limit:
                seconds = None
                break
            # Often enough to measure a tenth of a second; whoever takes longer is not kept from it by questions.
            await asyncio.sleep(0.008 if known - since < 0.2 else 0.1)
        self.journal.write(what="probe", kind=kind, source=source, site=site, since=since, seconds=seconds)

    async def everywhere(self, pair, role, since, kind, source):
        await asyncio.gather(*(
            self.await_role(site, pair, role, since, kind, source) for site in self.pbx if site != source))

    async def one(self, number):
        if not self.free:
            return
        pair, site = self.free.pop(0), self.site()
        try:
            await (self.busy if number % 2 else self.sick)(pair, site)
        except Refused as refused:
            self.journal.write(what="unmeasured", source=site, at=time.monotonic(), why=str(refused))
        finally:
            self.free.append(pair)

    async def busy(self, pair, site):
        call = f"busy-{self.run}-{next(self.number)}"
        await self.others[site].insist("ROUTE", pair.number, "+31880001234", call)
        await self.others[site].insist("RINGING", call, pair.extensions[pair.primary])
        await self.everywhere(pair, "backup", time.monotonic(), "busy", site)
        await self.others[site].insist("ENDED", call, "NOANSWER")
        await self.everywhere(pair, "primary", time.monotonic(), "free", site)

    async def sick(self, pair, site):
        mark = self.mark()
        line = await self.change(site, "sick", "Roster.ReportSick", agent=pair.primary, mark=mark, note=mark)
        if line["outcome"] == "ok":
            await self.everywhere(pair, "backup", line["done"], "change", site)
        for _ in range(200):
            line = await self.change(site, "back", "Roster.Return", agent=pair.primary)
            if line["outcome"] == "ok" or (line.get("error") or "").endswith("NotAbsent"):
                break
            await asyncio.sleep(0.1)
        if line["outcome"] == "ok":
            await self.everywhere(pair, "primary", line["done"], "change", site)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("journal", "run", "seed"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--pbx", nargs="+", metavar="SITE=SOCKET")
    parser.add_argument("--sites", nargs="+", metavar="SITE=SOCKET")
    options = parser.parse_args()

    async def run():
        prober = Prober(options)

        await paced(options.rate, options.seconds, prober.one)

    asyncio.run(run())


if __name__ == "__main__":
    main()

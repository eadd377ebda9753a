#!/usr/bin/env python3
"""The PBX of one site: calls at a rate, each asked for, rung, answered or missed, and ended; what majord acknowledged is in the journal."""

import argparse
import asyncio
import random
import time

from lines import Journal, PBXLine, Refused, fields, paced
from people import EVERYONE, PAIRS


class PBX:
    def __init__(self, options):
        self.site, self.random = options.site, random.Random(f"{options.seed} {options.site}")
        self.journal = Journal(options.journal)
        # A call must not wait behind a report, which waits for the disk.
        self.questions = [PBXLine(options.socket) for _ in range(3)]
        self.reports = [PBXLine(options.socket) for _ in range(12)]
        self.clients = [pair for pair in EVERYONE if pair not in PAIRS["probe"]]
        self.first = self.random.randrange(len(self.clients))
        # Ids of calls are a site's own; this run's differ from those of another with the same records.
        self.name = f"{options.site}-{options.run}"

    async def call(self, number):
        # All in turn, so that nobody calls a third time while the pair is on the phone with him.
        pair, id = self.clients[(number + self.first) % len(self.clients)], f"{self.name}-{number}"
        is_answered, rings, talks = self.random.random() < 0.85, self.random.uniform(0.1, 0.4), self.random.uniform(0.2, 1.5)
        asked = time.monotonic()
        answer, tries = await self.questions[number % 3].insist("ROUTE", pair.number, "+31880001234", id)
        answered, answer = time.monotonic(), fields(answer)
        self.journal.write(
            what="route", call=id, site=self.site, asked=asked, answered=answered, tries=tries, client=pair.id,
            action=answer["action"], extension=answer["extension"], agent=answer["agent"], role=answer["role"],
            decision=answer["decision"], reason=answer["reason"])
        phone = answer["extension"]
        await self.report(number, id, "RINGING", phone)
        await asyncio.sleep(rings)
        if is_answered:
            await self.report(number, id, "ANSWERED", phone)
            await asyncio.sleep(talks)
        await self.report(number, id, "ENDED", "ANSWER" if is_answered else "NOANSWER")

    async def report(self, number, call, *words):
        """Sends the report until it is taken."""
        sent = time.monotonic()
        try:
            answer, tries = await self.reports[number % len(self.reports)].insist(words[0], call, *words[1:])
        except Refused as refused:
            answer, tries = str(refused), 0
        self.journal.write(
            what="report", call=call, site=self.site, word=words[0], value=words[1], sent=sent, done=time.monotonic(), tries=tries,
            answer=answer)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("site", "socket", "journal", "run", "seed"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rate", type=float, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    options = parser.parse_args()
    asyncio.run(run(options))


async def run(options):
    pbx = PBX(options)
    await paced(options.rate, options.seconds, pbx.call)


if __name__ == "__main__":
    main()

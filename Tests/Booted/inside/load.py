"""Callers that keep asking at a steady rate, whatever becomes of majord."""

import threading
import time

from office import NOORD
from pbx import EXCLUSIVE, PBX, fields


class Load:
    """Several connections ask, in all so many times a second; each question has a call id of its own.

    When a connection ends before the answer came, the caller connects again and asks the same question, as a PBX does.
    """

    def __init__(self, name, rate=500, connections=20, reports=False):
        self.name, self.rate, self.connections, self.reports = name, rate, connections, reports
        self.done = threading.Event()
        self.lock = threading.Lock()
        # Every decision that was answered for a call id; tries beyond the first; the longest wait.
        self.decisions, self.retried, self.errors, self.acknowledged = {}, {}, [], []
        self.longest = 0.0
        self.threads = [threading.Thread(target=self.call, args=(number,)) for number in range(connections)]

    def __enter__(self):
        self.began = time.monotonic()
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        for thread in self.threads:
            thread.join(60)
        self.lasted = time.monotonic() - self.began

    def call(self, number):
        pbx, count = None, 0
        while not self.done.is_set():
            # By an absolute schedule: who had to wait asks the sooner afterwards; callers do not wait for one another.
            due = self.began + (count * self.connections + number) / self.rate
            time.sleep(max(0.0, due - time.monotonic()))
            call = f"{self.name}-{number}-{count}"
            count += 1
            try:
                pbx = self.question(pbx, call, ("ROUTE", NOORD, EXCLUSIVE, call))
                if self.reports and count % 10 == 0:
                    pbx = self.question(pbx, call, ("ANSWERED", call, "2101"))
            except Exception as error:
                with self.lock:
                    self.errors.append(f"{call}: {type(error).__name__}: {error}")
                pbx = None
        if pbx:
            pbx.close()

    def question(self, pbx, call, words):
        """Asks until there is an answer; the connection that brought it."""
        asked, tries = time.monotonic(), 0
        while True:
            tries += 1
            try:
                pbx = pbx or PBX(seconds=30)
                answer = pbx.ask(*words)
                break
            except (ConnectionResetError, BrokenPipeError):
                if pbx:
                    pbx.close()
                pbx = None
                if tries > 20:
                    raise
        with self.lock:
            self.longest = max(self.longest, time.monotonic() - asked)
            if tries > 1:
                self.retried[f"{words[0]} {call}"] = tries - 1
            if words[0] == "ROUTE":
                self.decisions[call] = fields(answer)["decision"]
            else:
                self.acknowledged.append(call)
        return pbx

    @property
    def figures(self):
        more = sum(1 for count in self.retried.values() if count > 1)
        rate = len(self.decisions) / self.lasted
        return (f"{len(self.decisions)} requests in {self.lasted:.0f} s ({rate:.0f}/s),"
                f" {sum(self.retried.values())} reconnects ({more} requests more than one),"
                f" longest wait {self.longest * 1000:.0f} ms")

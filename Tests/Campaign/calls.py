#!/usr/bin/env python3
"""Calls at a steady rate, each asked, reported and ended: all are answered as decided, and memory and descriptors stay flat."""

import threading
import time

from office import Fault, Office, Progress, drive, expect

# What grows until it is full: the calls of the last ten minutes, of which so many are kept.
REMEMBERED = 16_384
BATCH = 20


class Callers:
    """One connection that asks in batches, by an absolute schedule: who had to wait asks the sooner afterwards."""

    def __init__(self, office, name, rate):
        self.office, self.name, self.rate = office, name, rate
        self.done, self.fault, self.calls = threading.Event(), None, 0
        self.thread = threading.Thread(target=self.run)

    def run(self):
        try:
            with self.office.pbx() as pbx:
                began = time.monotonic()
                while not self.done.is_set():
                    time.sleep(max(0.0, began + self.calls / self.rate - time.monotonic()))
                    self.batch(pbx)
        except (OSError, Fault) as error:
            self.fault = error

    def batch(self, pbx):
        calls = [(f"{self.name}-{self.calls + place}", (self.calls + place) % self.office.clients) for place in range(BATCH)]
        for call, client in calls:
            pbx.send("ROUTE", f"+31505{client:06d}", "+31880001234", call)
        for call, client in calls:
            answer = pbx.receive()
            answer = dict(zip(answer[::2], answer[1::2]))
            expected = self.office.extension(client)
            expect(answer["extension"] == expected, f"{call} was answered {answer}, not {expected}")
            expect(answer["client"] == f"client-{client}", f"{call} was taken for {answer['client']}'s")
        for call, client in calls:
            phone = self.office.extension(client)
            pbx.send("RINGING", call, phone)
            pbx.send("ANSWERED", call, phone)
            pbx.send("ENDED", call, "ANSWER")
        for call, _ in calls:
            for event in ("RINGING", "ANSWERED", "ENDED"):
                expect(pbx.receive() == "OK", f"{event} of {call} was not taken")
        self.calls += BATCH


def driver(options):
    connections, progress = 4, Progress()
    with Office(agents=40, clients=200) as office:
        expect(office.start() is None, "majord does not start")
        callers = [Callers(office, f"load-{place}", options.rate / connections) for place in range(connections)]
        began = time.monotonic()
        for caller in callers:
            caller.thread.start()
        warm = None
        try:
            while time.monotonic() - began < options.seconds:
                time.sleep(0.2)
                office.lives()
                fault = next((caller.fault for caller in callers if caller.fault), None)
                if fault:
                    raise Fault(str(fault))
                calls = sum(caller.calls for caller in callers)
                # From then on nothing that is kept per call may grow: what is kept is full, or half of the time is over.
                if warm is None and (calls > 2 * REMEMBERED or time.monotonic() - began > options.seconds / 2):
                    warm = (calls, office.memory(), office.descriptors())
                progress.tell(f"{calls} calls, {office.memory() // 1024} MB, {office.descriptors()} descriptors")
        finally:
            for caller in callers:
                caller.done.set()
            for caller in callers:
                caller.thread.join(60)
        lasted = time.monotonic() - began
        calls = sum(caller.calls for caller in callers)
        memory, descriptors = office.memory(), office.descriptors()
        grown = (memory - warm[1]) * 1024
        # Until it is full, what is remembered of a call may take 2 KiB; the allocator keeps up to 16 MiB more.
        allowed = 16 * 1_048_576 + 2_048 * max(0, min(calls, REMEMBERED) - warm[0])
        expect(grown <= allowed, f"memory grew by {grown // 1024} kB over {calls - warm[0]} calls, to {memory // 1024} MB")
        expect(descriptors <= warm[2] + 2, f"{descriptors} descriptors, {warm[2]} before")
        office.stop()
        [(recorded,)] = office.rows("SELECT count(*) FROM call WHERE answered_by IS NOT NULL AND ended IS NOT NULL")
        expect(recorded == calls, f"{recorded} whole records of {calls} calls")
        [(wrong,)] = office.rows(
            "SELECT count(*) FROM call WHERE action != 'dial' OR answered_by != targets ->> '$[0].extension' OR caller IS NULL")
        expect(wrong == 0, f"{wrong} records tell something else than was answered")
    return (f"{calls} calls ({calls / lasted:.0f} a second), all answered and recorded as decided;"
            f" {warm[1] // 1024} MB, then {memory // 1024} MB; {descriptors} descriptors")


if __name__ == "__main__":
    drive(driver, __doc__, seconds=600, rate=2_000)

#!/usr/bin/env python3
"""Reloads and SIGHUPs under load, of directories that change and are sometimes broken: every call is answered by one whole directory."""

import signal
import threading

from office import Office, Progress, Refused, drive, eventually, expect


class Callers(threading.Thread):
    """Asks without a pause; keeps the answers of each client."""

    def __init__(self, office, name):
        super().__init__()
        self.office, self.label = office, name
        self.done, self.fault, self.answered, self.seen = threading.Event(), None, 0, set()

    def run(self):
        try:
            with self.office.pbx() as pbx:
                while not self.done.is_set():
                    client = self.answered % self.office.clients
                    answer = self.office.route(client, f"{self.label}-{self.answered}", pbx)
                    self.seen.add((int(answer["generation"]), client, answer["targets"], answer["reason"]))
                    self.answered += 1
        except OSError as error:
            self.fault = error


def break_it(office, random):
    """One mistake in one file."""
    client = office.directory / "clients.d" / f"client-{random.randrange(office.clients)}.yaml"
    text = client.read_text()
    client.write_text(random.choice((
        text.replace("primary: agent-", "primary: nobody-"), text.replace("size:", "sice:"), text + "  - [\n", "\0", "")))


def driver(options):
    random, progress = options.random, Progress()
    with Office() as office:
        expect(office.start() is None, "majord does not start")
        callers = [Callers(office, f"call-{place}") for place in range(3)]
        for caller in callers:
            caller.start()
        # Who answers under which generation, as the directory of that reload says.
        generation = office.call("Roster.Status")["generation"]
        shifts, shift, refused, signals = {generation: 0}, 0, 0, 0
        descriptors = office.descriptors()
        try:
            for round in range(options.rounds):
                office.lives()
                wanted = random.randrange(office.agents)
                office.write(wanted)
                broken = random.random() < 0.3
                if broken:
                    break_it(office, random)
                if round % 10 == 9:
                    # Many at once, as an impatient script sends them.
                    for _ in range(options.signals):
                        office.process.send_signal(signal.SIGHUP)
                    signals += options.signals
                try:
                    generation = office.call("Directory.Reload", timeout=60)["generation"]
                    expect(not broken, "a broken directory was taken")
                    shift = wanted
                except Refused as error:
                    expect(broken, f"a good directory was refused: {error}")
                    refused += 1
                    generation = office.call("Roster.Status")["generation"]
                # Reloads by signal of the same files may have made generations before this one.
                shifts[generation] = shift
                answer = office.route(0, f"after-{round}")
                expected = office.extension(shift)
                expect(answer["extension"] == expected, f"round {round}: {answer['extension']} after a reload, not {expected}")
                progress.tell(f"{round + 1} of {options.rounds} reloads, {sum(caller.answered for caller in callers)} calls")
        finally:
            for caller in callers:
                caller.done.set()
            for caller in callers:
                caller.join(30)
        faults = [caller.fault for caller in callers if caller.fault]
        expect(not faults, f"a caller had no answer: {faults[:1]}")
        for generation, client, targets, reason in set().union(*(caller.seen for caller in callers)):
            primary = office.extension
            possible = [primary(client + shifts[generation])] if generation in shifts else [
                primary(agent) for agent in range(office.agents)]
            expect(
                reason == "primary" and targets.split(":")[0] in possible,
                f"client {client} was answered {targets} ({reason}) under generation {generation}")
        eventually("descriptors are given back", lambda: office.descriptors() <= descriptors)
        office.stop()
        calls = sum(caller.answered for caller in callers)
    return f"{options.rounds} reloads ({refused} refused) and {signals} SIGHUPs under {calls} calls, each answered by one directory"


if __name__ == "__main__":
    drive(driver, __doc__, rounds=500, signals=20)

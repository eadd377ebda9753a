#!/usr/bin/env python3
"""Reloads and SIGHUPs under load, of directories that change and are sometimes broken: every call is answered by one whole directory."""

import shutil
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


def publish(office, shift, random, version):
    """Writes a whole directory, broken or not, and puts it in the place of the one before in one step; majord knows the link alone."""
    office.directory = office.folder / f"version-{version}"
    (office.directory / "clients.d").mkdir(parents=True)
    office.write(shift)
    if random:
        break_it(office, random)
    link = office.folder / "next"
    link.symlink_to(office.directory.name)
    link.rename(office.folder / "current")
    shutil.rmtree(office.folder / f"version-{version - 2}", ignore_errors=True)


def driver(options):
    random, progress = options.random, Progress()
    with Office() as office:
        publish(office, 0, None, 0)
        expect(office.start("--configuration", office.folder / "current") is None, "majord does not start")
        callers = [Callers(office, f"call-{place}") for place in range(3)]
        for caller in callers:
            caller.start()
        shift, refused, signals, descriptors = 0, 0, 0, office.descriptors()
        try:
            for round in range(options.rounds):
                office.lives()
                wanted, broken = random.randrange(office.agents), random.random() < 0.3
                publish(office, wanted, random if broken else None, round + 1)
                if round % 5 == 4:
                    # Many at once, as an impatient script sends them; they go on while the next directories come.
                    for _ in range(options.signals):
                        office.process.send_signal(signal.SIGHUP)
                    signals += options.signals
                try:
                    office.call("Directory.Reload", timeout=60)
                    expect(not broken, "a broken directory was taken")
                    shift = wanted
                except Refused as error:
                    expect(broken, f"a good directory was refused: {error}")
                    refused += 1
                answer, expected = office.route(0, f"after-{round}"), office.extension(shift)
                expect(answer["extension"] == expected, f"round {round}: {answer['extension']} after a reload, not {expected}")
                progress.tell(f"{round + 1} of {options.rounds} reloads, {sum(caller.answered for caller in callers)} calls")
        finally:
            for caller in callers:
                caller.done.set()
            for caller in callers:
                caller.join(30)
        faults = [caller.fault for caller in callers if caller.fault]
        expect(not faults, f"a caller had no answer: {faults[:1]}")
        # Under one generation all clients are shifted alike: it was read from one directory.
        shifts = {}
        for generation, client, targets, reason in set().union(*(caller.seen for caller in callers)):
            expect(reason == "primary", f"client {client} was answered {targets} ({reason})")
            found = (int(targets.split(":")[0]) - int(office.extension(client))) % office.agents
            expect(
                shifts.setdefault(generation, found) == found,
                f"generation {generation} was read from two directories: client {client} was answered {targets}")
        eventually("descriptors are given back", lambda: office.descriptors() <= descriptors)
        office.stop()
        calls = sum(caller.answered for caller in callers)
    return f"{options.rounds} reloads ({refused} refused) and {signals} SIGHUPs under {calls} calls, each answered by one directory"


if __name__ == "__main__":
    drive(driver, __doc__, rounds=500, signals=20)

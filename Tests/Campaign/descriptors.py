#!/usr/bin/env python3
"""No descriptors left (EMFILE): who is connected is answered, majord does not spin, and serves everybody once there is room."""

import time

from office import EXCLUSIVE, Office, drive, eventually, expect, number_of, unanswered


def driver(options):
    waiting = 0
    with Office() as office:
        expect(office.start(descriptors=options.limit) is None, f"majord does not start with {options.limit} descriptors")
        with office.pbx() as pbx:
            for round in range(options.rounds):
                held = []
                try:
                    # The backlog takes what majord cannot: until one does not get in.
                    for place in range(options.limit):
                        held.append(unanswered(office.pbx_path if place % 2 else office.control_path, wait=False))
                except OSError:
                    pass
                try:
                    eventually("nearly all descriptors are in use", lambda: office.descriptors() >= options.limit - 8)
                    before, began = office.processor_seconds(), time.monotonic()
                    for number in range(20):
                        call = f"call-{round}-{number}"
                        expect(office.route(0, call, pbx)["extension"] == office.extension(0), f"{call} was not answered")
                        for words in (("ANSWERED", call, "2100"), ("ENDED", call, "ANSWER")):
                            expect(pbx.ask(*words) == "OK", f"{words} was not taken")
                        time.sleep(0.05)
                    share = (office.processor_seconds() - before) / (time.monotonic() - began)
                    # A loop that asks for a connection again and again takes a whole processor.
                    expect(share < 0.7, f"majord uses {share:.0%} of a processor while it waits for descriptors")
                    waiting = max(waiting, len(held))
                    office.lives()
                finally:
                    for connection in held:
                        connection.close()
                answer = office.ask("EXTENSION", number_of(1), EXCLUSIVE, f"after-{round}")
                expect(answer == office.extension(1), f"after round {round} a new connection was answered {answer}")
                expect(office.call("Roster.Status")["clients"] == office.clients, "control.sock tells something else")
        office.stop()
        [(recorded,)] = office.rows("SELECT count(*) FROM call WHERE ended IS NOT NULL")
        expect(recorded == 20 * options.rounds, f"{recorded} records of {20 * options.rounds} calls")
    return f"{options.rounds} rounds with {options.limit} descriptors and {waiting} connections: answered, recorded, and served again"


if __name__ == "__main__":
    drive(driver, __doc__, rounds=10, limit=96)

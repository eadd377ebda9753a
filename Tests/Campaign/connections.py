#!/usr/bin/env python3
"""Thousands of connections, idle, slow and half closed: who is over a limit is closed at once, everybody else is answered, and all is given back."""

import resource
import socket
import time

from office import EXCLUSIVE, Fault, Office, Progress, drive, eventually, expect, is_closed, number_of, unanswered


def raise_limit(wanted):
    """How many connections may be opened here; root raises the limit where it is too low."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(hard, wanted + 200), max(hard, wanted + 200)))
    except (ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    return min(wanted, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - 200)


def free_port():
    with socket.socket() as peer:
        peer.bind(("127.0.0.1", 0))
        return peer.getsockname()[1]


def open_one(office, port, place, random):
    """A connection to one of the sockets that asks nothing, or half of something."""
    kind = place % 4
    if kind == 3:
        connection = socket.create_connection(("127.0.0.1", port), 20)
        begin = b"agi_network: yes\nagi_network_script: ro"
    elif kind == 2:
        connection = unanswered(office.control_path)
        begin = b'{"method": "org.majord.Ro'
    else:
        connection = unanswered(office.pbx_path)
        begin = b"*4\r\n$5\r\nROUTE\r\n$12\r\n+3150"
    try:
        if random.random() < 0.5:
            connection.send(begin[: random.randint(1, len(begin))])
        if random.random() < 0.1:
            connection.shutdown(socket.SHUT_WR)
    except OSError:
        # It was one too many.
        pass
    return connection


def answered(office, pbx, call, slowest):
    """A PBX that was there before is answered, soon enough for its 300 ms in the median."""
    began = time.monotonic()
    answer = office.route(0, call, pbx)
    expect(answer["extension"] == office.extension(0), f"{call} was answered {answer}")
    slowest.append(time.monotonic() - began)


def driver(options):
    random, progress, waits = options.random, Progress(), []
    count, port = raise_limit(options.connections), free_port()
    with Office() as office:
        expect(office.start("--fastagi", f"127.0.0.1:{port}") is None, "majord does not start")
        with office.pbx() as pbx:
            answered(office, pbx, "before", [])
            descriptors, memory = office.descriptors(), office.memory()
            for round in range(options.rounds):
                held = []
                try:
                    for place in range(count):
                        try:
                            held.append(open_one(office, port, place, random))
                        except OSError as error:
                            raise Fault(f"connection {place} was not even taken: {error}") from None
                        if place % 100 == 0:
                            office.lives()
                            answered(office, pbx, f"call-{round}-{place}", waits)
                            progress.tell(f"{place} of {count} connections, round {round + 1} of {options.rounds}")
                    # Slow ones go on byte by byte, beside a PBX that is answered.
                    for place, connection in enumerate(held[-200:]):
                        try:
                            connection.send(b"5")
                        except OSError:
                            pass
                        if place % 20 == 0:
                            answered(office, pbx, f"slow-{round}-{place}", waits)
                    most = office.descriptors()
                    stayed = sum(not is_closed(connection) for connection in held)
                finally:
                    for connection in held:
                        connection.close()
                eventually("all descriptors are given back", lambda: office.descriptors() <= descriptors + 1)
                expect(office.ask("EXTENSION", number_of(0), EXCLUSIVE, f"new-{round}") == office.extension(0), "no answer")
                expect(office.call("Roster.Status")["clients"] == office.clients, "control.sock tells something else")
        waits.sort()
        middle = waits[len(waits) // 2]
        expect(middle < 0.3, f"half of the questions between took more than {middle * 1000:.0f} ms")
        office.stop()
    return (f"{options.rounds} × {count} connections, {stayed} stayed open ({most} descriptors, given back); answers between took"
            f" {middle * 1000:.1f} ms in the median, {waits[-1] * 1000:.0f} ms at the most; memory {memory // 1024} MB before")


if __name__ == "__main__":
    drive(driver, __doc__, rounds=3, connections=10_000)

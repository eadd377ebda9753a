#!/usr/bin/env python3
"""Ledgers that were damaged in every way: majord starts and works, or says why not with a documented exit status; it never crashes."""

import shutil
import sqlite3
import subprocess

from office import DOCUMENTED, Fault, Office, Progress, Refused, drive, expect, number_of

PAGE = 4_096


def flip(path, random):
    """Some bytes become others."""
    data = bytearray(path.read_bytes())
    for _ in range(random.choice((1, 3, 30, 300))):
        data[random.randrange(len(data))] = random.randrange(256)
    path.write_bytes(data)


def flip_header(path, random):
    """A few bytes of the file's head, where SQLite keeps what everything hangs on."""
    data = bytearray(path.read_bytes())
    for _ in range(random.randint(1, 4)):
        data[random.randrange(min(120, len(data)))] = random.randrange(256)
    path.write_bytes(data)


def truncate(path, random):
    """The file ends somewhere."""
    with path.open("r+b") as file:
        file.truncate(random.randrange(path.stat().st_size))


def zero_pages(path, random):
    """Whole pages are empty."""
    data = bytearray(path.read_bytes())
    for _ in range(random.randint(1, 4)):
        page = random.randrange(max(len(data) // PAGE, 1)) * PAGE
        data[page : page + PAGE] = bytes(len(data[page : page + PAGE]))
    path.write_bytes(data)


def swap_pages(path, random):
    """Two pages have changed places."""
    data = bytearray(path.read_bytes())
    one, other = (random.randrange(max(len(data) // PAGE, 1)) * PAGE for _ in range(2))
    data[one : one + PAGE], data[other : other + PAGE] = data[other : other + PAGE], data[one : one + PAGE]
    path.write_bytes(data)


def garbage(path, random):
    """No ledger at all."""
    path.write_bytes(random.choice((b"", b"\0" * 10_000, random.randbytes(10_000), b"SQLite format 3\0" + b"\xff" * 500)))


# Values that no majord writes.
INTEGERS = (0, -1, 2**63 - 1, -(2**63), 2**53, 253_402_300_800_000)
TEXTS = ("", "no such word", "x" * 100_000, "\x1b[2J", "é\u202e", "-1", "2101,2102:20,:,::", "1m82rvnt5000099999999999")


def rows(path, random):
    """A sound file with values that no majord writes."""
    ledger = sqlite3.connect(path)
    try:
        tables = [name for (name,) in ledger.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for _ in range(random.randint(1, 5)):
            table = random.choice([name for name in tables if not name.startswith("sqlite_")])
            columns = [(name, kind) for _, name, kind, *_ in ledger.execute(f"PRAGMA table_info({table})")]
            name, kind = random.choice(columns)
            value = random.choice(INTEGERS if kind == "INTEGER" else TEXTS)
            try:
                ledger.execute(
                    f"UPDATE {table} SET {name} = ? WHERE rowid IN (SELECT rowid FROM {table} ORDER BY random() LIMIT 2)",
                    (value,))
                ledger.commit()
            except sqlite3.Error:
                ledger.rollback()
    finally:
        ledger.close()


DAMAGES = [flip, flip_header, truncate, zero_pages, swap_pages, garbage, rows]


def make_ledgers(office):
    """A ledger as it is after a day, once ended properly and once killed, with its write-ahead log."""
    office.start()
    with office.pbx() as pbx:
        for number in range(300):
            call = f"call-{number}"
            office.route(number % office.clients, call, pbx)
            for words in (("RINGING", call, "2101"), ("ANSWERED", call, "2101"), ("ENDED", call, "ANSWER"))[: number % 4]:
                pbx.ask(*words)
    for agent in range(office.agents):
        office.call("Roster.ReportSick", agent=f"agent-{agent}", note="griep")
        if agent % 2:
            office.call("Roster.Return", agent=f"agent-{agent}")
    kept = []
    for end in (office.kill, office.stop):
        end()
        copy = office.folder / f"kept-{len(kept)}"
        shutil.copytree(office.state, copy)
        kept.append(copy)
        if end == office.kill:
            office.start()
    return kept


def try_out(office):
    """The exit status of a majord that does not start; None for one that started, worked and ended."""
    try:
        status = office.start(seconds=60)
    except Fault:
        raise Fault("majord neither is ready nor ends within 60 s") from None
    if status is not None:
        return status
    for client in range(office.clients):
        answer = office.route(client, f"after-{client}")
        expect(answer["action"] in ("dial", "overflow"), f"a call of {number_of(client)} was answered {answer}")
    # A report or a change may be refused, with the cause; nobody waits for ever, and nothing crashes.
    for words in (("ANSWERED", "after-0", "2100"), ("ENDED", "after-0", "ANSWER"), ("INFO",), ("AGENT", "2101", "pause", "5m")):
        try:
            office.ask(*words)
        except Refused:
            pass
    for method in ("Roster.Status", "Roster.ListAbsences", "Reports.Figures"):
        try:
            office.call(method)
        except Refused:
            pass
    office.process.terminate()
    try:
        office.process.wait(30)
    except subprocess.TimeoutExpired:
        raise Fault("majord does not end within 30 s of SIGTERM") from None
    return office.process.returncode or None


def driver(options):
    random, progress, ends = options.random, Progress(), {}
    with Office() as office:
        kept = make_ledgers(office)
        for round in range(options.rounds):
            damage = DAMAGES[round % len(DAMAGES)]
            shutil.rmtree(office.state)
            shutil.copytree(random.choice(kept), office.state)
            files = [path for path in sorted(office.state.glob("ledger.sqlite*")) if path.stat().st_size]
            path = office.state / "ledger.sqlite" if damage is rows else random.choice(files)
            damage(path, random)
            what = f"round {round}, {damage.__name__} of {path.name}"
            try:
                status = try_out(office)
            except (Fault, OSError) as error:
                ended = office.process.poll()
                raise Fault(f"{what}: {error}" + (f"; majord ended with {ended}" if ended is not None else "")) from None
            expect(status is None or status in DOCUMENTED, f"{what}: majord ended with {status}")
            ends[status] = ends.get(status, 0) + 1
            progress.tell(f"{round + 1} of {options.rounds} damaged ledgers")
    words = ", ".join(
        f"{count} {'worked' if status is None else f'exit status {status}'}"
        for status, count in sorted(ends.items(), key=lambda item: item[0] or 0))
    return f"{options.rounds} damaged ledgers, no crash: {words}"


if __name__ == "__main__":
    drive(driver, __doc__, rounds=150)

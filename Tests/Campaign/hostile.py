#!/usr/bin/env python3
"""Hostile peers and files: what each of them tries gets him nothing, and others are answered meanwhile."""

import contextlib
import os
import select
import sys
import threading
import time

from office import EXCLUSIVE, Fault, Office, Refused, drive, eventually, expect, is_closed, unanswered

# How long anybody may wait beside a flood, in seconds: far more than a call needs, far less than a flood takes when it is served
# as it comes. A debug build on a busy machine has to hold it.
PATIENCE = 3.0


@contextlib.contextmanager
def another_user(user, work):
    """Does some work as another Unix user, in a process of its own, which is held until the block ends. Needs root."""
    ready, done = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(done[1])
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
            held = work()
            os.write(ready[1], b"+")
            os.read(done[0], 1)
            status = 0 if held is not None else 1
        except BaseException as error:
            print(f"  user {user}: {error}", file=sys.stderr)
        finally:
            os._exit(status)
    os.close(ready[1])
    os.close(done[0])
    try:
        expect(select.select([ready[0]], [], [], 60)[0] and os.read(ready[0], 1), f"user {user} could not do his work")
        yield
    finally:
        os.close(done[1])
        os.waitpid(child, 0)
        os.close(ready[0])


def waits_beside(office, seconds, name):
    """The longest wait of a PBX that asks steadily for so long."""
    longest, number, end = 0.0, 0, time.monotonic() + seconds
    with office.pbx(seconds=60) as pbx:
        while time.monotonic() < end:
            began = time.monotonic()
            answer = office.route(0, f"{name}-{number}", pbx)
            longest = max(longest, time.monotonic() - began)
            expect(answer["extension"] == office.extension(0), f"{name}-{number} was answered {answer}")
            number += 1
            time.sleep(0.005)
    office.lives()
    expect(longest < PATIENCE, f"a PBX waited {longest:.1f} s beside {name}")
    return f"{name}: {longest * 1000:.0f} ms"


def send_and_leave_unread(path, data):
    """Sends as much as is taken at once, and does not read."""
    connection = unanswered(path)
    connection.setblocking(False)
    try:
        connection.send(data)
    except BlockingIOError:
        pass
    return connection


def http(office, options):
    """A line of HTTP does nothing, and ends the connection."""
    for begin in (b"POST / HTTP/1.1\r\nHost: x\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"Host: x\r\n"):
        connection = unanswered(office.pbx_path)
        connection.sendall(begin + b"AGENT 2101 sick\r\n")
        expect(is_closed(connection, 10), f"the connection stays after {begin!r}")
        connection.close()
    expect(not office.call("Roster.ListAbsences")["absences"], "HTTP on the PBX socket set an agent sick")
    return "http: closed, nothing done"


def cheap_floods(office, options):
    """HELLO and INFO by the thousand in one write."""
    results = []
    for word in (b"HELLO", b"INFO"):
        held = [send_and_leave_unread(office.pbx_path, (word + b"\n") * 9_000) for _ in range(4)]
        try:
            results.append(waits_beside(office, options.seconds, f"{word.decode()} floods"))
        finally:
            for connection in held:
                connection.close()
    return ", ".join(results)


def number_flood(office, options):
    """One user's connections full of numbers that take libphonenumber its time; another user's PBX is answered."""
    if os.getuid() != 0:
        return "a flood of numbers: not run, needs root"
    os.chmod(office.pbx_path, 0o777)

    def work():
        held = []
        for place in range(100):
            lines = (f"EXTENSION +4930{(place * 131 + line) % 10_000:04d}{line % 7} {EXCLUSIVE} dear-{place}-{line}\n"
                     for line in range(1_500))
            held.append(send_and_leave_unread(office.pbx_path, "".join(lines).encode()))
        return held

    with another_user(2_001, work):
        return waits_beside(office, options.seconds, "a flood of numbers")


def agent_bursts(office, options):
    """Changes by desk phone from peers that leave: in order, and roster changes of others do not wait for them."""
    for round in range(25):
        with unanswered(office.pbx_path) as connection:
            connection.sendall(b"AGENT 2101 sick\nAGENT 2101 back\n" * 3)
        # The peer has gone, so that nobody is told; what it sent first is done first.
        with office.pbx() as pbx:
            eventually("the desk phone's wishes are done", lambda: pbx.ask("AGENT", "2101", "status")[1] == "available")
    time.sleep(0.2)
    expect(office.ask("AGENT", "2101", "status")[1] == "available", "sick came after back")
    with unanswered(office.pbx_path) as connection:
        connection.setblocking(False)
        try:
            connection.send(b"AGENT 2102 pause 5m\n" * 3_000)
        except BlockingIOError:
            pass
    began = time.monotonic()
    office.call("Roster.ReportSick", agent="agent-3", timeout=60)
    waited = time.monotonic() - began
    expect(waited < PATIENCE, f"a change of the roster waited {waited:.1f} s behind a burst of a desk phone's")
    office.call("Roster.Return", agent="agent-3")
    return f"bursts of AGENT: in order, a change beside took {waited * 1000:.0f} ms"


def control_connections(office, options):
    """Four users with as many connections as they get; root is answered on control.sock."""
    if os.getuid() != 0:
        return "connections of others: not run, needs root"

    def work():
        held = []
        for _ in range(64):
            connection = unanswered(office.control_path)
            held.append(connection)
            # One too many is closed at once.
            with contextlib.suppress(OSError):
                connection.sendall(b'{"method": "org.varlink.service.GetInfo"}\0{"method": ')
        return held

    with contextlib.ExitStack() as users:
        for user in range(2_001, 2_005):
            users.enter_context(another_user(user, work))
        expect(office.call("Roster.Status")["clients"] == office.clients, "root is not answered")
        office.call("Directory.Reload", timeout=60)
    return "256 connections of others: root reloads"


def stuck_errors(options):
    """Whoever reads majord's messages does not read any more: calls, reports, changes and the end do not wait for it."""
    with Office() as office:
        reader, writer = os.pipe()
        office.start("--log-level", "debug", wait=False, errors=writer)
        os.close(writer)
        text = b""
        while b"is ready" not in text:
            expect(select.select([reader], [], [], 60)[0], "majord is not ready within 60 s")
            part = os.read(reader, 65_536)
            expect(part, "majord ended at its start")
            text += part
        # A call has several messages of more than a hundred bytes: this is far more than a pipe takes.
        count = 1_000
        try:
            with office.pbx() as pbx:
                for number in range(count):
                    call = f"stuck-{number}"
                    expect(office.route(0, call, pbx)["extension"] == "2100", f"{call} has no answer")
                    for words in (("RINGING", call, "2100"), ("ANSWERED", call, "2100"), ("ENDED", call, "ANSWER")):
                        expect(pbx.ask(*words) == "OK", f"{' '.join(words)} got no OK")
            entered = office.call("Roster.ReportSick", agent="agent-1")["absence"]["id"]
            office.stop()
        except TimeoutError:
            raise Fault("somebody waits for a message that nobody reads") from None
        [(ended,)] = office.rows("SELECT count(*) FROM call WHERE ended IS NOT NULL AND call_id LIKE 'stuck-%'")
        expect(ended == count, f"{count} reported ends were acknowledged, {ended} are in the ledger")
        expect(office.rows("SELECT 1 FROM absence WHERE id = ?", entered), "an acknowledged absence is lost")
        os.close(reader)
    return "messages that nobody reads: nothing waits, nothing is lost"


EVENT = "BEGIN:VEVENT\r\nUID:%d@x.example\r\nDTSTART;VALUE=DATE:20261225\r\n%sEND:VEVENT\r\n"
CALENDARS = {
    "nesting": "BEGIN:VTODO\r\n" * 20_000 + "END:VTODO\r\n" * 20_000,
    "a rule by the second in a zone":
        "BEGIN:VTIMEZONE\r\nTZID:X\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nRRULE:FREQ=SECONDLY\r\n"
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
        "BEGIN:VEVENT\r\nUID:1@x.example\r\nDTSTART;TZID=X:20261225T100000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n",
    "a day that never comes": EVENT % (1, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\n"),
    "many rules": "".join(EVENT % (number, "RRULE:FREQ=MINUTELY;BYSETPOS=366;BYDAY=MO\r\n") for number in range(500)),
    "a long fold": EVENT % (1, "SUMMARY:" + "x\r\n " * 300_000 + "\r\n"),
}
YAMLS = {
    "nested keys": "\n".join("a: {" * 50 for _ in range(20)),
    "aliases": "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{new}: &{new} [{', '.join(['*' + old] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi")),
    "brackets": "[" * 50_000,
}


def hostile_files(office, options):
    """Calendars and directories made to take time, stack or memory: a reload is refused or taken in time, calls go on."""
    results = []
    calendars = office.directory / "holidays"
    calendars.mkdir(exist_ok=True)
    settings = (office.directory / "majord.yaml").read_text()
    victim = office.directory / "clients.d" / "client-1.yaml"
    sound = victim.read_text()
    for name, text in CALENDARS.items():
        (calendars / "bad.ics").write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n" + text + "END:VCALENDAR\r\n")
        (office.directory / "majord.yaml").write_text(
            settings.replace('levels:\n  always: {hours', 'levels:\n  always: {holidays: holidays/bad.ics, hours'))
        results.append(reload_beside(office, name))
    (office.directory / "majord.yaml").write_text(settings)
    for name, text in YAMLS.items():
        victim.write_text(text)
        results.append(reload_beside(office, name))
    victim.write_text(sound)
    office.call("Directory.Reload", timeout=60)
    slowest = max(results)
    return f"{len(results)} hostile files: the slowest reload took {slowest:.1f} s, calls went on"


def reload_beside(office, name):
    """How long a reload took, beside which calls were answered."""
    done, ended = threading.Event(), []

    def reload():
        try:
            office.call("Directory.Reload", timeout=60)
        except (Refused, OSError) as error:
            ended.append(error)
        done.set()

    began = time.monotonic()
    thread = threading.Thread(target=reload)
    thread.start()
    number = 0
    with office.pbx() as pbx:
        while not done.wait(0.02):
            office.route(0, f"{name[:20].replace(' ', '-')}-{number}", pbx)
            number += 1
            expect(time.monotonic() - began < 30, f"{name}: a reload takes longer than 30 s")
    thread.join()
    office.lives()
    expect(not any(isinstance(error, OSError) for error in ended), f"{name}: the reload was not answered: {ended}")
    return time.monotonic() - began


# By name: what is tried, and how large the directory is beside it.
CASES = {
    "http": (http, {}), "floods": (cheap_floods, {"clients": 1_000}), "numbers": (number_flood, {}),
    "bursts": (agent_bursts, {}), "connections": (control_connections, {}), "files": (hostile_files, {}),
}


def driver(options):
    words = []
    for name, (case, size) in CASES.items():
        if options.case in ("", name):
            with Office(**size) as office:
                expect(office.start() is None, "majord does not start")
                words.append(tell(case(office, options)))
                office.stop()
    if options.case in ("", "errors"):
        words.append(tell(stuck_errors(options)))
    expect(words, f"there is no case {options.case}; there are {', '.join(CASES)} and errors")
    return "; ".join(words)


def tell(text):
    print(f"  {text}", file=sys.stderr, flush=True)
    return text


if __name__ == "__main__":
    drive(driver, __doc__, seconds=10.0, case="")

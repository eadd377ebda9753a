"""What the cases play on: a majord, a PBX, phones and a trunk; and what must hold of them. An adapter (`NAME.py`) tells how its PBX is started."""

import asyncio
import contextlib
import datetime
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent.parent
# A majord in a folder of its own, as the campaign's drivers have it.
sys.path.append(str(HERE.parent / "Campaign"))

import office  # noqa: E402
import sip  # noqa: E402
from office import Fault, expect  # noqa: E402,F401

EXCLUSIVE = "+31880001234"
CLIENT = "+31505550100"
CONTACT = "+31612345678"
# A contact whose name has quotes and a letter that is no ASCII.
QUOTED = "+31612345679"
STRANGER = "+31201112233"
# Seconds for which each agent's phone rings.
RING = 2
PRIMARY, BACKUP, OVERFLOW = "2101", "2102", "2000"
# Whom an agent transfers calls to: an extension that is no agent's.
COLLEAGUE = "2110"
TARGETS = f"{PRIMARY}:{RING},{BACKUP}:{RING},{OVERFLOW}:0"
AGENTS = {PRIMARY: "jdevries", BACKUP: "mbakker"}
NAME = "Scholengroep Noord"
# What a display is told of her, where her call is for the agent who gets it.
SHOWN = f"{NAME}: K. Smit"

SETTINGS = f"""\
region: NL
time_zone: Europe/Amsterdam
exclusive_numbers: [{EXCLUSIVE}]
ring: {RING}s
when_busy: %s
overflow: {{default: {OVERFLOW}}}
levels:
  always: {{hours: {{mon-sun: "00:00-24:00"}}}}
"""
TEAM = f"""\
agents:
  - {{id: jdevries, name: Joke de Vries, extension: {PRIMARY}}}
  - {{id: mbakker, name: Mark Bakker, extension: {BACKUP}}}
"""
NOORD = f"""\
id: scholengroep-noord
name: {NAME}
size: large
schools: 41
primary: jdevries
backup: mbakker
introduced: 2026-01-12
agreement: {{title: Afspraken, start: 2026-01-01, level: always}}
numbers: ["{CLIENT}", "+31 50 556*"]
contacts:
  - {{name: Karin Smit, function: ICT-coördinator, mobile: "{CONTACT}"}}
  - {{name: 'Ahmed "Ed" Yılmaz', mobile: "{QUOTED}"}}
"""


def targets_of(row):
    """`2101:20,2000:0` of a call's record."""
    return ",".join(f"{target['extension']}:{target['ring']}" for target in json.loads(row["targets"] or "[]"))


class Majord(office.Office):
    """majord on the directory of these tests."""

    def __init__(self, parent=None):
        self.when_busy = "backup"
        super().__init__(parent=parent)
        self.version = subprocess.run([office.BUILT / "majord", "--version"], capture_output=True, text=True, check=True).stdout.strip()
        self.token = self.folder / "fastagi-token"
        self.token.write_text("a-token-of-these-tests\n")
        self.fastagi = f"127.0.0.1:{free_port()}"

    def write(self, shift=0):
        (self.directory / "majord.yaml").write_text(SETTINGS % self.when_busy)
        (self.directory / "agents.yaml").write_text(TEAM)
        (self.directory / "clients.d" / "noord.yaml").write_text(NOORD)

    def open(self):
        """Starts majord with all its sockets, and its messages at level info."""
        status = self.start("--fastagi", self.fastagi, "--fastagi-token", self.token, "--log-level", "info")
        expect(status is None, f"majord does not start: {self.log()[-500:]}")

    def busy_agents(self, when_busy):
        """Whether agents on the phone are skipped (`backup`), or rung all the same (`ring`)."""
        if when_busy != self.when_busy:
            self.when_busy = when_busy
            self.write()
            self.call("Directory.Reload")

    def busy(self):
        """The agents who are on the phone, and since when: `jdevries since …`."""
        return [f"{agent['id']} {call['call']}" for agent in self.call("Roster.Status")["agents"] for call in agent["calls"]]

    def records(self, since=0):
        """The ledger's records of calls behind this one, oldest first. Read from a copy, so once more when it was changed meanwhile."""
        return self.reading("SELECT * FROM call WHERE id > ? ORDER BY id", since)

    def newest(self):
        return self.reading("SELECT coalesce(max(id), 0) FROM call")[0][0]

    def reading(self, statement, *parameters):
        for attempt in range(50):
            try:
                return self.rows(statement, *parameters)
            except (sqlite3.DatabaseError, FileNotFoundError) as error:
                problem = error
                time.sleep(0.05)
        raise Fault(f"the ledger cannot be read: {problem}")


class PBX:
    """What an adapter inherits. It starts its PBX with the shipped files, and says where it does otherwise than the others.

    An adapter sets `stage`'s addresses into the PBX's settings: it listens at `stage.sip` (UDP), takes calls from the trunk at
    `stage.trunk`, dials extension E at `stage.phone_uri(E)`, sends other numbers than the exclusive one to `stage.ordinary_uri()`, and asks majord at
    `stage.majord.pbx_path` (RESP) or `stage.majord.fastagi` with the token in `stage.majord.token`.
    """

    # What an installation says of itself, for the first line.
    version = "?"
    # What the ledger says of a phone that was tried: it `rings` when it says so (180), or when it is `dialled`.
    reports_ringing = "rings"
    # The name and the contact on a display: the client, this, and the contact.
    separator = ": "
    # The feature codes.
    codes = {"tell": "*70", "sick": "*71", "back": "*72", "pause": "*73", "free": "*74", "open": "*75", "close": "*76"}
    # What a display is told when nothing listens on majord's socket.
    away = "Not possible now, nothing has changed"
    # With what a phone says that it is not there, as far as this PBX tells that from others.
    not_there = [480, 404]
    # Cases that this PBX cannot play, with the reason.
    skipped = {}
    # Seconds after which a call whose ends are both gone without a word is over by itself; None: not tried.
    ends_dead_calls_within = None
    # What its log says when it has told majord that a call is up.
    says_up = None
    # Seconds within which a phone that says nothing at all is given up.
    gives_up_dead_phones_within = 5
    # Seconds by which two ring times, one after the other, may be too short in all, because its timers are coarse.
    ends_ringing_early_by = 0.5
    # Where a REFER of the agent's phone is carried out: by the `caller` (a proxy passes it on), or by the `pbx`.
    transfers = "pbx"

    def __init__(self, stage, installed=None):
        self.stage, self.installed = stage, installed
        self.processes = []

    def start(self):
        """Starts the PBX, and returns at once; the stage asks with OPTIONS until it answers."""
        raise NotImplementedError

    async def ready(self):
        """What is to be done once it answers, such as registering phones."""

    def stop(self):
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
        for process in self.processes:
            try:
                process.wait(15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    async def dial_out(self, extension, number):
        """An agent dials a telephone number at his phone; it comes to `stage.ordinary`. The agent's end of the call."""
        return self.stage.phones[extension].endpoint.call(
            self.stage.sip, number, extension, origin=f"<sip:{extension}@pbx.example>")

    async def register(self, extension, seconds):
        """A phone says for how long it can be reached; 0: not any more."""
        raise NotImplementedError

    def log(self):
        """What the PBX has said, for a failure."""
        return "".join(path.read_text(errors="replace") for path in sorted(self.stage.folder.glob("pbx-*.txt")))

    async def dial(self, code, extension):
        """Dials a feature code at a phone: the SIP status and what the display is told, and the state's word, where there is one."""
        call = self.stage.phones[extension].endpoint.call(
            self.stage.sip, code, extension, origin=f"<sip:{extension}@pbx.example>")
        response = await call.outcome()
        if response.status < 300:
            await call.hang_up()
        return f"{response.status} {response.reason}", response.get("X-Majord-State")

    # For adapters.

    def run(self, name, *command, environment=None, folder=None):
        """Starts a program; what it prints is kept in `pbx-NAME.txt`."""
        with (self.stage.folder / f"pbx-{name}.txt").open("ab") as file:
            process = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.DEVNULL, stdout=file, stderr=file, cwd=folder or self.stage.folder,
                env={**os.environ, **(environment or {})})
        self.processes.append(process)
        return process

    def shipped(self, path, substitutions, target):
        """Copies a shipped file with other settings. Each substitution has to be found, else it would change nothing unseen."""
        text = (PROJECT / "etc" / path).read_text()
        for old, new in substitutions.items():
            expect(old in text, f"{path} has no `{old}` that could be set otherwise")
            text = text.replace(old, new)
        target = pathlib.Path(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
        return target


class Phone:
    """An extension's phone: it has one line unless told otherwise, and does with a call what `does` says."""

    def __init__(self, extension, host, port):
        self.extension = extension
        self.endpoint = sip.Endpoint(host, port, extension, self.came)
        self.news = sip.News()
        self.calls = []
        self.reset()

    def reset(self):
        self.calls.clear()
        self.does, self.lines = picks_up(), 1

    async def came(self, call):
        occupied = sum(1 for other in self.calls if other.is_up or (not other.status and not other.is_cancelled))
        self.calls.append(call)
        self.news.tell()
        if self.lines is not None and occupied >= self.lines:
            call.respond(486)
        else:
            await self.does(call)

    async def call(self, number=1, seconds=sip.PATIENCE):
        """Waits for the so-manieth call."""
        await self.news.until(f"call {number} at {self.extension}", lambda: len(self.calls) >= number, seconds)
        return self.calls[number - 1]


# What phones do.

def picks_up(after=0.0, ring=180):
    """Rings, and is answered."""
    async def phone(call):
        if ring:
            call.ring(ring)
        await asyncio.sleep(after)
        call.pick_up()
    return phone


def rings():
    """Rings, and nobody answers."""
    async def phone(call):
        call.ring()
    return phone


def refuses(status, headers=(), rings_first=False):
    async def phone(call):
        if rings_first:
            call.ring()
            await asyncio.sleep(0.05)
        call.respond(status, headers=headers)
    return phone


def says_nothing():
    """Is not there: no answer at all."""
    async def phone(call):
        call.vanish()
    return phone


def answers_the_cancel():
    """Is picked up at the very moment at which its CANCEL comes; hangs up when nobody acknowledges that."""
    async def phone(call):
        call.at_cancel = call.pick_up
        call.ring()
        await call.cancelled()
        await gives_up_without_ack(call)
    return phone


async def gives_up_without_ack(call):
    """What phones do after half a minute (RFC 3261, section 13.3.1.4), sooner."""
    await asyncio.sleep(0.8)
    if call.is_up and not call.is_acknowledged:
        call.send_bye()


class Stage:
    """All of it, for one PBX."""

    def __init__(self, adapter, installed=None):
        self.majord = Majord()
        self.folder = self.majord.folder
        self.trunk = "127.0.0.2"
        self.phones_at = "127.0.0.3"
        self.sip = ("127.0.0.1", free_port())
        self.phones, self.ordinary = {}, None
        self.pbx = adapter(self, installed)
        self.callers = 0
        self.short = False
        # The newest record of before the case.
        self.last = 0
        # What was found to be right of records, to be looked at once more at the end.
        self.checked = []

    async def __aenter__(self):
        self.majord.open()
        prefix = next((prefix for prefix in range(1, 6) if all(
            is_free(self.phones_at, int(f"{prefix}{extension}")) for extension in (PRIMARY, BACKUP, OVERFLOW, COLLEAGUE))), None)
        expect(prefix, f"no free ports for phones at {self.phones_at}: does another run go on?")
        self.prefix = prefix
        for extension in (PRIMARY, BACKUP, OVERFLOW, COLLEAGUE):
            self.phones[extension] = Phone(extension, self.phones_at, int(f"{prefix}{extension}"))
            await self.phones[extension].endpoint.open()
        self.ordinary = Phone("ordinary", self.phones_at, 0)
        await self.ordinary.endpoint.open()
        self.ordinary.lines = None
        self.caller = await sip.Endpoint(self.trunk, 0, "caller").open()
        self.pbx.start()
        answer = await self.caller.is_answered(self.sip, 60)
        expect(answer, f"{self.pbx.name} does not answer:\n{self.pbx.log()[-3000:]}")
        await self.pbx.ready()
        return self

    async def __aexit__(self, kind, *_):
        self.pbx.stop()
        for endpoint in self.endpoints():
            endpoint.close()
        self.majord.__exit__(None)

    def endpoints(self):
        return [self.caller, self.ordinary.endpoint, *(phone.endpoint for phone in self.phones.values())]

    def phone_uri(self, extension):
        """Where the phone of an extension is; with `EXT`, a pattern for all of them."""
        return f"sip:{extension}@{self.phones_at}:{self.prefix}{extension}"

    def ordinary_uri(self, number="NUMBER"):
        return f"sip:{number}@{self.phones_at}:{self.ordinary.endpoint.port}"

    @property
    def primary(self):
        return self.phones[PRIMARY]

    @property
    def backup(self):
        return self.phones[BACKUP]

    @property
    def overflow(self):
        return self.phones[OVERFLOW]

    def majorctl(self, *words):
        """What majorctl says to root."""
        done = subprocess.run(
            [office.BUILT / "majorctl", *words], capture_output=True, text=True, timeout=60,
            env={**os.environ, "MAJORD_SOCKET": self.majord.control_path, "LC_ALL": "C.UTF-8", "COLUMNS": "200"})
        expect(done.returncode == 0, f"majorctl {' '.join(words)}: {done.stdout}{done.stderr}")
        return done.stdout

    # Calling.

    def number(self):
        """A number of the client that has not called yet, by which its call is found in the ledger and at the phones."""
        self.callers += 1
        return f"+3150556{self.callers:04d}"

    def call(self, caller=None, *lines, called=EXCLUSIVE, **options):
        """A call from the trunk, by default from a fresh number of the client."""
        return self.caller.call(self.sip, called, caller or self.number(), *lines, **options)

    def came(self, call):
        """What phones got of a caller's call: extension and the phone's end of it, in their order."""
        return self.calls_by_caller().get(call.caller, [])

    def calls_by_caller(self):
        """The same of all calls: extension and the phone's end, by the caller's number."""
        found = {}
        for extension, leg in sorted(
                ((phone.extension, leg) for phone in self.phones.values() for leg in phone.calls), key=lambda pair: pair[1].came_at):
            found.setdefault(leg.caller, []).append((extension, leg))
        return found

    # What must hold.

    async def eventually(self, what, condition, seconds=sip.PATIENCE):
        """Waits for something outside of this program, which tells no news: it is looked at now and then."""
        deadline = time.monotonic() + seconds
        while True:
            value = condition()
            if value:
                return value
            expect(time.monotonic() < deadline, f"{what}: not within {seconds:g} s")
            await asyncio.sleep(0.02)

    def records_by_caller(self):
        found = {}
        for row in self.majord.records():
            found.setdefault(row["caller"], []).append(row)
        return found

    async def recorded(self, call, *, rang, by=None, ended, reason=None, targets=None, asked=True, seconds=60, again=True):
        """Waits until a call's record is complete and says what it must; returns it as text.

        `rang`: the phones that rang, in their order; those in brackets were dialled and did not say that they ring.
        """
        caller = call.caller if isinstance(call, sip.OutgoingCall) else call
        wanted = dict(rang=rang, by=by, ended=ended, reason=reason, targets=targets, asked=asked)
        rows = {}

        def is_right():
            rows.clear()
            rows.update(self.records_by_caller())
            return self.fault_of(caller, rows, **wanted) is None

        with contextlib.suppress(Fault):
            await self.eventually("the record", is_right, seconds)
        fault = self.fault_of(caller, rows, **wanted)
        expect(fault is None, f"the record of the call from {caller}: {fault}")
        if again:
            self.checked.append((caller, wanted))
        return self.text_of(rows[caller][-1])

    def fault_of(self, caller, rows, *, rang, by=None, ended, reason=None, targets=None, asked=True):
        """What is wrong with the record of a caller's call among these; None when nothing is."""
        found = rows.get(caller, [])
        if len(found) != 1:
            return f"there are {len(found)} of them: {[self.text_of(row) for row in found]}"
        row = found[0]
        text = self.text_of(row)
        if not self.has_rung(row, rang):
            return f"rang should be {rang}: {text}"
        if row["answered_by"] != by:
            return f"answered by should be {by}: {text}"
        if row["agent"] != AGENTS.get(by):
            return f"the agent should be {AGENTS.get(by)}: {text}"
        if row["ended"] not in ended.split("|"):
            return f"ended should be {ended}: {text}"
        if reason and row["reason"] not in reason.split("|"):
            return f"the reason should be {reason}, not {row['reason']}: {text}"
        if targets and targets_of(row) != targets:
            return f"the targets should be {targets}: {text}"
        if asked and not row["decision"]:
            return f"it has no decision: {text}"
        times = [row[name] for name in ("asked_at", "rang_at", "answered_at", "ended_at") if row[name] is not None]
        if times != sorted(times):
            return f"its instants are not in their order ({times}): {text}"
        return None

    def has_rung(self, row, wanted):
        """Whether the phones that rang are those. A report whose answer was late comes twice; one that was picked up at once need not have rung."""
        told = [phone for phone in (row["rang"] or "").split(",") if phone]
        told = [phone for place, phone in enumerate(told) if place == 0 or told[place - 1] != phone]
        pattern = ""
        for word in wanted.split(",") if wanted else []:
            optional = word.startswith("(") or (word == row["answered_by"])
            always = not word.startswith("(") or self.pbx.reports_ringing == "dialled"
            pattern += f"({word.strip('()')},)" + ("" if always and not optional else "?")
        return re.fullmatch(pattern, "".join(phone + "," for phone in told)) is not None

    @staticmethod
    def text_of(row):
        return f"rang {row['rang'] or '-'}, answered {row['answered_by'] or '-'} {row['agent'] or ''}".rstrip() + f", ended {row['ended'] or '-'}"

    async def nobody_busy(self, seconds=30):
        """Waits until no agent is on the phone as far as majord knows."""
        try:
            await self.eventually("nobody is busy", lambda: not self.majord.busy(), seconds)
        except Fault:
            raise Fault(f"still busy: {', '.join(self.majord.busy())}") from None

    async def is_busy(self, extension, seconds=30):
        await self.eventually(
            f"{AGENTS[extension]} is on the phone", lambda: any(text.startswith(AGENTS[extension] + " ") for text in self.majord.busy()), seconds)

    async def unasked(self, call):
        """The record of a call that the PBX decided by itself: its reports came later, and made one without a decision, or one with a
        decision that came too late. It is not known who called, only that one more call was answered by the overflow and ended."""
        def found():
            for row in self.majord.records(self.last):
                if row["answered_by"] == OVERFLOW and row["ended"] == "answered" and row["caller"] in (None, call.caller):
                    return row
            return None
        return self.text_of(await self.eventually("the record of the call that majord was not asked about", found, 30))

    async def is_written(self, call, name, seconds=30):
        """Waits until this column of a call's record is in the ledger: what is durable survives a kill, what majord only knows does not."""
        await self.eventually(
            f"{name} of the call from {call.caller} in the ledger", lambda: any(
                row[name] for row in self.records_by_caller().get(call.caller, [])), seconds)

    def look_again(self):
        """What was right of each record must be right at the end, too: a late report may not have changed it."""
        rows = self.records_by_caller()
        for caller, wanted in self.checked:
            fault = self.fault_of(caller, rows, **wanted)
            expect(fault is None, f"later on, the record of the call from {caller}: {fault}")

    def endpoints_were_well(self):
        """The endpoints themselves must not have stumbled."""
        failures = [failure for endpoint in self.endpoints() for failure in endpoint.failures]
        expect(not failures, f"{len(failures)} failures of the endpoints, such as {'; '.join(failures[:3])}")

    def count(self, number):
        """How often something is repeated: as often as asked, or a tenth of it in the short form."""
        return max(2, number // 10) if self.short else number

    async def clear_up(self):
        """After a case that went wrong: nothing of it may reach into the next one."""
        if self.majord.process.poll() is not None:
            self.majord.open()
        for endpoint in self.endpoints():
            for leg in endpoint.legs.values():
                if leg.is_up and leg.target:
                    leg.send_bye()
        await asyncio.sleep(1)
        for row in self.majord.records():
            if not row["ended"]:
                self.majord.ask("ENDED", row["call_id"], "200")

    # majord's troubles.

    @contextlib.asynccontextmanager
    async def stopped(self, seconds):
        """majord is stopped meanwhile, for so many seconds at least."""
        self.majord.process.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        try:
            yield
            await asyncio.sleep(max(0, seconds - (time.monotonic() - began)))
        finally:
            self.majord.process.send_signal(signal.SIGCONT)

    def reset(self):
        for phone in (*self.phones.values(), self.ordinary):
            phone.reset()
        self.ordinary.lines = None
        # What a phone refused in one case makes nobody come last in the next one.
        for extension in AGENTS:
            self.majord.ask("PHONE", extension, "reachable")


def instant(text):
    return datetime.datetime.fromisoformat(text).timestamp()


def is_free(host, port):
    import socket
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((host, port))
            return True
        except OSError:
            return False


def free_port(kind=None):
    """A port of the loopback interface that nobody uses, over UDP and over TCP."""
    import socket
    for _ in range(100):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, socket.socket(socket.AF_INET, socket.SOCK_STREAM) as other:
            probe.bind(("127.0.0.1", 0))
            with contextlib.suppress(OSError):
                other.bind(probe.getsockname())
                return probe.getsockname()[1]
    raise Fault("no free port")

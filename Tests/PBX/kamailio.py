"""Kamailio as Debian has it, with etc/kamailio/kamailio.cfg as it is shipped: all settings are given on the command line."""

import asyncio
import contextlib
import pathlib
import shutil
import subprocess

import sip
from stage import COLLEAGUE, EXCLUSIVE, NAME, OVERFLOW, PBX as Base, PRIMARY, PROJECT, expect, rings


@contextlib.asynccontextmanager
async def instead_of_majord(stage, answer):
    """Somebody else on majord's socket, who answers each request by this function; gives what was asked. Its connections end with it."""
    stage.majord.kill()
    pathlib.Path(stage.majord.pbx_path).unlink()
    asked, connections = [], []

    async def serve(reader, writer):
        connections.append(writer)
        with contextlib.suppress(asyncio.CancelledError, ConnectionError):
            while request := await reader.read(4096):
                asked.append(request)
                writer.write(answer(request))

    server = await asyncio.start_unix_server(serve, stage.majord.pbx_path)
    try:
        yield asked
    finally:
        server.close()
        for writer in connections:
            writer.close()
        pathlib.Path(stage.majord.pbx_path).unlink(missing_ok=True)
        stage.majord.open()


async def half_way(stage):
    """majord is there and then does not answer a feature code: nobody knows whether it was done, and the display says so."""
    async with instead_of_majord(stage, lambda request: b"" if b"AGENT" in request else b"+OK\r\n" * request.count(b"*")) as asked:
        sentence, state = await stage.pbx.dial("*71", PRIMARY)
    expect(any(b"AGENT" in request for request in asked), "nothing was asked")
    expect(sentence == "503 Not known whether it was done: dial *70" and state == "unknown", f"the display says {sentence} ({state})")
    return f"{sentence} ({state})"


async def refused_reports(stage):
    """majord refuses all reports of a call, for whatever reason: the reports of others come through."""
    def refuses_some(request):
        return b"-ERR not this one\r\n" if b"refused-" in request else b"+OK\r\n"

    async with instead_of_majord(stage, refuses_some) as asked:
        # Enough for each of the four queues.
        for place in range(16):
            call = stage.caller.call(stage.sip, EXCLUSIVE, stage.number(), call_id=f"{'refused' if place < 4 else 'taken'}-{place}")
            await call.answer()
            await call.hang_up()
        await stage.eventually("the other calls' ends are told", lambda: all(
            any(b"ENDED" in request and b"taken-%d\r" % place in request for request in asked) for place in range(4, 16)), 60)
        await stage.eventually("it is said what majord does not take", lambda: all(
            f"ENDED 200 of call refused-{place}: ERR not this one" in stage.pbx.log() for place in range(4)), 60)
    return f"12 calls were told beside and behind 4 that were refused; {OVERFLOW} had them all"


async def odd_call_ids(stage):
    """Call-IDs with other bytes than printable ASCII, and a long one, are known to majord by their digests."""
    for name in ("\udc80" * 110 + "1", "a\udcff\udcfe", "ключ", "x" * 129):
        stage.reset()
        call = stage.caller.call(stage.sip, EXCLUSIVE, stage.number(), call_id=name)
        await call.answer()
        await call.hang_up()
        text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
        known = stage.records_by_caller()[call.caller][-1]["call_id"]
        expect(len(known) == 32 and set(known) <= set("0123456789abcdef"), f"the call {name!a} is known as {known!a}")
    return text


async def wrong_pauses(stage):
    """Pauses that are none are refused with a sentence, and nothing changes."""
    pause = stage.pbx.codes["pause"]
    for minutes in ("0", "00", "1441", "9999", "99999", "7300045", "1" * 30, "-5", "%2045", "4*5", "abc", "45m"):
        said = await stage.pbx.dial(pause + minutes, PRIMARY)
        expect(said == ("403 A pause lasts from a minute to a day", "refused"), f"{pause}{minutes} says {said}")
    sentence, _ = await stage.pbx.dial(stage.pbx.codes["tell"], PRIMARY)
    expect("takes calls" in sentence, f"after wrong pauses: {sentence}")
    for minutes in ("1", "1440"):
        sentence, state = await stage.pbx.dial(pause + minutes, PRIMARY)
        expect(state == "away", f"{pause}{minutes} says {sentence}")
        await stage.pbx.dial(stage.pbx.codes["back"], PRIMARY)
    return f"{pause}0 and eleven others say {said[0]!r}"


async def strangers(stage):
    """Requests within a call from an address that is nobody's reach no phone, make no record and end none, however they are marked."""
    call = stage.call()
    leg = await stage.primary.call()
    await call.answer()
    await leg.acknowledged()
    await stage.is_busy(PRIMARY)
    # Who is busy is known before it is written; what is newer than this record shall be the stranger's.
    await stage.is_written(call, "answered_by")
    before = stage.majord.newest()
    stranger = await sip.Endpoint("127.0.0.9", 0, "stranger").open()
    host, port = stage.sip
    colleague, got = stage.phones[COLLEAGUE].endpoint, []
    requested, colleague.requested = colleague.requested, lambda request, address: got.append(request.method)
    try:
        for mark in ("", ";majord=1", f";majord=1;ftag=zzz;{';'.join(call.routes[0].strip('<>').split(';')[2:])}"):
            for name in ("made-up", call.call_id):
                for method, event in (("BYE", ""), ("INVITE", ""), ("REFER", "refer"), ("NOTIFY", "check-sync;reboot=true"), ("MESSAGE", "")):
                    answer = await sip.Transaction(stranger, sip.Message(f"{method} {stage.phone_uri(COLLEAGUE)} SIP/2.0", [
                        ("Via", stranger.via()), ("Route", f"<sip:{host}:{port};lr{mark}>"), ("Max-Forwards", "70"),
                        ("From", "<sip:x@stranger.example>;tag=zzz"), ("To", "<sip:2110@stranger.example>;tag=yyy"), ("Call-ID", name),
                        ("CSeq", f"9 {method}"), ("Contact", f"<{stranger.contact}>"), ("Refer-To", "<sip:x@stranger.example>"), ("Event", event)],
                        "SIP/2.0 486 Busy Here\r\n" if method == "NOTIFY" else ""), stage.sip).outcome()
                    expect(answer.status == 403, f"a stranger's {method} is answered with {answer.status}")
    finally:
        colleague.requested = requested
        stranger.close()
    expect(not got, f"the phone got {got} from a stranger")
    # What was reported before this call's end was written before it.
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    expect(leg.requests[-1].method == "BYE", "the caller's BYE did not come to the phone")
    other = stage.call()
    await other.answer()
    await other.hang_up()
    await stage.recorded(other, rang=PRIMARY, by=PRIMARY, ended="answered")
    expect(len(stage.majord.records(before)) == 1, f"there are records of what strangers sent: {[row['call_id'] for row in stage.majord.records(before)]}")
    return f"thirty times 403: {text}"


async def codes_from_the_trunk(stage):
    """Feature codes work from nowhere until PHONES is set: not from the trunk either."""
    stage.pbx.stop()
    # As they are shipped, the trunk is this address.
    stage.pbx.start(TRUNK=None, PHONES=None)
    trunk = await sip.Endpoint("127.0.0.1", 0, "trunk").open()
    try:
        expect(await trunk.is_answered(stage.sip, 60), "Kamailio does not answer")
        call = trunk.call(stage.sip, "*71", PRIMARY, origin=f"<sip:{PRIMARY}@trunk.example>")
        answer = await call.outcome()
        if call.is_up:
            await call.hang_up()
    finally:
        trunk.close()
        stage.pbx.stop()
        stage.pbx.start()
        await stage.caller.is_answered(stage.sip, 60)
    expect(answer.status == 200 and not answer.get("X-Majord-State"), f"*71 from the trunk says {answer.status} {answer.reason}")
    sentence, _ = await stage.pbx.dial("*70", PRIMARY)
    expect("takes calls" in sentence, f"after *71 from the trunk: {sentence}")
    return f"*71 is a number like any other there; {sentence}"


async def hints_of_the_trunk(stage):
    """What the trunk tells phones to show and to do does not reach the agents' phones."""
    told = {"Alert-Info": "<http://x.example>;info=alert-autoanswer;delay=0", "Call-Info": "<sip:x.example>;answer-after=0", "Answer-Mode": "Auto",
            "Remote-Party-ID": '"Directeur" <sip:+31999@x.example>;party=calling', "Replaces": "abc;to-tag=1;from-tag=2", "Join": "abc;to-tag=1;from-tag=2",
            "P-Auto-Answer": "normal", "Priv-Answer-Mode": "Auto"}
    call = stage.call(None, *(f"{name}: {value}" for name, value in told.items()), "Subject: stays")
    await call.answer()
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    invite = stage.primary.calls[0].invite
    expect(invite.get("Subject") == "stays", "the phone did not get this call's INVITE")
    left = [name for name in told if invite.get(name)]
    expect(not left, f"the phone is told {', '.join(left)}")
    return text


async def bye_before_the_answer(stage):
    """The caller's side gives up with BYE instead of CANCEL (RFC 3261, section 15): nobody rings on."""
    stage.primary.does = rings()
    call = stage.call()
    ringing = await call.progress()
    call.joined(call, ringing)
    await stage.is_written(call, "rang")
    bye = call.request("BYE")
    # What follows is of the INVITE.
    call.number = 1
    answer = await bye.outcome()
    expect(answer.status == 200, f"BYE is answered with {answer.status}")
    await (await stage.primary.call()).cancelled()
    final = await call.outcome()
    expect(final.status == 487, f"the caller gets {final.status}")
    text = await stage.recorded(call, rang=PRIMARY, ended="cancelled")
    expect(not stage.backup.calls and not stage.overflow.calls, "another phone rang after that")
    return text


async def restarted(stage):
    """Kamailio is restarted during a call: the call goes on, and its end is told all the same."""
    call = stage.call()
    await (await stage.primary.call()).acknowledged()
    await stage.is_written(call, "answered_by")
    stage.pbx.stop()
    # Kamailio's runs are told apart by the second in which they began.
    await asyncio.sleep(1)
    stage.pbx.start()
    expect(await stage.caller.is_answered(stage.sip, 60), "Kamailio does not answer")
    await call.hang_up()
    return await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")


async def hints(stage):
    """The settings for phones that are off by default: words before the name, a ring of its own, the language, and the name in From."""
    stage.pbx.stop()
    stage.pbx.start(
        NAME_PREFIX="MA", RING_TONE="<http://phones.example/major-accounts>;info=major-accounts", LANGUAGE="nl", NAME_IN_FROM="1")
    try:
        expect(await stage.caller.is_answered(stage.sip, 60), "Kamailio does not answer")
        call = stage.call()
        await call.answer()
        await call.hang_up()
        text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    finally:
        stage.pbx.stop()
        stage.pbx.start()
        await stage.caller.is_answered(stage.sip, 60)
    invite = stage.primary.calls[0].invite
    for name, value in (("P-Asserted-Identity", f'"MA {NAME}" <sip:{call.caller}@trunk.example>'), ("Accept-Language", "nl"),
                        ("Alert-Info", "<http://phones.example/major-accounts>;info=major-accounts"), ("From", f'"MA {NAME}" <sip:{call.caller}@trunk.example>')):
        expect(invite.get(name).startswith(value), f"{name} is {invite.get(name)}")
    return f"the phone is told {invite.get('P-Asserted-Identity')}: {text}"


class PBX(Base):
    name = "kamailio"
    # A proxy passes REFER on to the caller.
    transfers = "caller"
    gives_up_dead_phones_within = 10
    ends_dead_calls_within = 180
    says_up = ": recorded UP"
    cases = {
        "feature-code-half-way": (half_way, "backup"), "wrong-pauses": (wrong_pauses, "backup"), "codes-from-the-trunk": (codes_from_the_trunk, "backup"),
        "restart": (restarted, "backup"), "hints": (hints, "backup"), "hints-of-the-trunk": (hints_of_the_trunk, "backup"),
        "refused-reports": (refused_reports, "backup"), "odd-call-ids": (odd_call_ids, "backup"), "strangers": (strangers, "backup"),
        "bye-before-the-answer": (bye_before_the_answer, "backup")}

    def start(self, **more):
        program = pathlib.Path(self.installed) / "sbin" / "kamailio" if self.installed else shutil.which("kamailio", path="/usr/sbin:/usr/bin")
        self.version = subprocess.run([program, "-v"], capture_output=True, text=True, check=True).stdout.split()[2]
        stage, work = self.stage, self.stage.folder / "kamailio"
        work.mkdir(exist_ok=True)
        host, port = stage.sip
        settings = {
            "LISTEN": f"udp:{host}:{port}", "TRUNK": "^127\\.0\\.0\\.2$", "PHONES": "^127\\.0\\.0\\.3$",
            "EXTENSIONS": stage.phone_uri("EXT"), "ORDINARY": stage.ordinary_uri(), "MAJORD": stage.majord.pbx_path, "STANDS_EVERY": "30",
            # Where agents' calls and registrations go on.
            "OUTGOING": stage.ordinary_uri(), "REGISTRAR": stage.ordinary_uri("registrar"),
            **more}
        self.run(
            "kamailio", program, "-f", PROJECT / "etc" / "kamailio" / "kamailio.cfg", "-DD", "-E", "-m", "128", "-M", "8", "-Y", work, "-w", work,
            *(word for name, value in settings.items() if value is not None for word in ("-A", f"{name}={value}")))

    async def register(self, extension, seconds):
        await self.stage.phones[extension].endpoint.register(self.stage.sip, extension, "pbx.example", seconds=seconds)

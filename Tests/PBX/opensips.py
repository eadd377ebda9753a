"""OpenSIPS as it is built into a folder, with etc/opensips/opensips.cfg as it is shipped but for its settings, and systemd's proxy as in the units."""

import asyncio
import itertools
import os
import pathlib
import re
import shutil
import signal
import subprocess

import sip
from stage import BACKUP, COLLEAGUE, OVERFLOW, PRIMARY, PBX as Base, answers_the_cancel, expect, free_port, picks_up, refuses, rings


async def restart(stage):
    """OpenSIPS is killed and started again during a call that majord knows of: its BYE finds the way, and majord hears of the end."""
    call = stage.call()
    await call.answer()
    await (await stage.primary.call()).acknowledged()
    await stage.is_written(call, "answered_by")
    await stage.pbx.restart()
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    await stage.nobody_busy()
    second = stage.call()
    await second.answer()
    await second.hang_up()
    await stage.recorded(second, rang=PRIMARY, by=PRIMARY, ended="answered")
    return text


async def cancel_at_the_end(stage):
    """The caller gives up as the first phone's time ends, 0 to 8 ms behind its CANCEL, 140 times: OpenSIPS's timers are too coarse to meet that by the clock."""
    stage.primary.lines = stage.backup.lines = None
    behind, by_number, got = itertools.cycle((0, 0.0002, 0.0005, 0.001, 0.002, 0.004, 0.008)), {}, {}

    async def phone(leg):
        leg.at_cancel = lambda: leg.endpoint.loop.call_later(next(behind), by_number[leg.caller].send_cancel)
        leg.ring()

    stage.primary.does, stage.backup.does = phone, rings()

    async def one(place):
        await asyncio.sleep(place * 0.05)
        call = stage.call()
        by_number[call.caller] = call
        response = await call.outcome()
        expect(response.status == 487, f"the caller who gave up got {response.status}")
        await stage.recorded(call, rang=f"{PRIMARY},({BACKUP})", ended="cancelled")
        for extension, leg in stage.came(call):
            await leg.news.until(f"{extension} stops ringing", lambda: leg.is_cancelled or leg.status)
        phones = len(stage.came(call))
        got[phones] = got.get(phones, 0) + 1

    await asyncio.gather(*(one(place) for place in range(stage.count(140))))
    return f"all got 487, {got.get(2, 0)} after the second phone was called; no phone rings on"


async def late_phone(stage):
    """A phone that was picked up when its turn was over hangs up: the call that the next one has goes on."""
    stage.primary.does, stage.backup.does = answers_the_cancel(), picks_up(after=0.2)
    call = stage.call()
    await call.answer()
    await (await stage.backup.call()).acknowledged()
    await stage.is_busy(BACKUP)
    leg = await stage.primary.call()
    response = await leg.hang_up()
    expect(response.status == 200, f"the late phone's BYE got {response.status} {response.reason}")
    expect(call.is_up and not any(request.method == "BYE" for request in call.requests), "the caller was hung up on")
    expect(stage.majord.busy(), f"the agent at {BACKUP} does not count as busy any more")
    await call.hang_up()
    return await stage.recorded(call, rang=f"{PRIMARY},{BACKUP}", by=BACKUP, ended="answered")


async def transfer_refused(stage):
    """The caller's side refuses REFER: the agent keeps the call, and counts as busy."""
    call = stage.call()
    await call.answer()
    leg = await stage.primary.call()
    await stage.is_written(call, "answered_by")
    usual = call.received

    def received(request, address):
        if request.method == "REFER":
            stage.caller.respond(request, address, 603)
        else:
            usual(request, address)

    call.received = received
    response = await leg.refer(f"sip:{COLLEAGUE}@{stage.sip[0]}:{stage.sip[1]}")
    expect(response.status == 603, f"REFER was answered with {response.status}")
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    # Reports of a call come in their order: what would have let the agent go stood before the end.
    expect(f"RELEASED {call.call_id}" not in stage.pbx.log(), "a refused REFER was reported")
    return text


async def one_side_gone(stage):
    """The phone is gone without a word in the middle of a call, then the caller: the other side is told that the call is over."""
    for gone in ("phone", "caller"):
        stage.reset()
        call = stage.call()
        await call.answer()
        leg = await stage.primary.call()
        await leg.acknowledged()
        await stage.is_busy(PRIMARY)
        (leg if gone == "phone" else call).vanish()
        await (call if gone == "phone" else leg).over(stage.pbx.ends_dead_calls_within)
        text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
        await stage.nobody_busy()
    return text


async def strangers(stage):
    """Requests as within calls, from an address that is nobody's: no phone gets them, and majord hears of nothing."""
    stranger = await sip.Endpoint("127.0.0.9", 0, "stranger").open()
    host, port = stage.sip
    call = stage.call()
    await call.answer()
    leg = await stage.primary.call()
    await leg.acknowledged()
    await stage.is_busy(PRIMARY)
    endpoint, got = stage.phones[COLLEAGUE].endpoint, []
    usual = endpoint.requested
    endpoint.requested = lambda request, address: (got.append(request.start), usual(request, address))
    count = 0
    try:
        for call_id in ("made-up-by-a-stranger", call.call_id):
            for mark in (";majord=1", ""):
                for method in ("BYE", "INVITE", "REFER", "NOTIFY", "MESSAGE"):
                    request = sip.Message(f"{method} {stage.phone_uri(COLLEAGUE)} SIP/2.0", [
                        ("Via", stranger.via()), ("Route", f"<sip:{host}:{port};lr{mark}>"), ("Max-Forwards", "70"),
                        ("From", "<sip:x@y.example>;tag=zzz"), ("To", "<sip:2110@y.example>;tag=yyy"), ("Call-ID", call_id),
                        ("CSeq", f"9 {method}"), ("Contact", f"<{stranger.contact}>"), ("Event", "check-sync;reboot=true"),
                        ("Refer-To", f"<{stage.phone_uri(BACKUP)}>")])
                    response = await stranger.request(request, stage.sip).outcome()
                    expect(response.status == 403, f"a stranger's {method} got {response.status} {response.reason}")
                    count += 1
    finally:
        endpoint.requested = usual
        stranger.close()
    expect(not got, f"a phone got a stranger's {got}")
    expect(call.is_up and leg.is_up and stage.majord.busy(), "the call did not survive")
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    told = [line for line in stage.pbx.log().splitlines() if "made-up-by-a-stranger" in line and "recorded" in line]
    expect(not told, f"reported of a call that never was: {told}")
    records = stage.majord.records(stage.last)
    expect(len(records) == 1, f"there are {len(records)} records")
    return f"{count} requests got 403; {text}"


async def one_address(stage):
    """The trunk and the phones have one address in the settings, as they are shipped: no caller's From is an agent's word, and calls go on as ever."""
    stage.pbx.stop()
    stage.pbx.start(phones="127\\.0\\.0\\.2")
    try:
        expect(await stage.caller.is_answered(stage.sip, 60), "OpenSIPS does not answer")
        for code in ("*71", "*7345"):
            forged = await stage.caller.call(stage.sip, code, PRIMARY, origin=f"<sip:{PRIMARY}@trunk.example>").outcome()
            expect(forged.status == 403, f"a caller's {code} got {forged.status} {forged.reason}")
        expect("takes calls" in stage.majord.ask("AGENT", PRIMARY, "status")[0], "the agent is away by a caller's word")
        # The phones' address is nobody's now, but they are a side of their calls.
        call = stage.call()
        await call.answer()
        leg = await stage.primary.call()
        await leg.acknowledged()
        response = await leg.hang_up()
        expect(response.status == 200, f"the phone's BYE got {response.status} {response.reason}")
        await call.over()
        text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
        stage.ordinary.calls.clear()
        other = stage.call(called="+31201112299")
        await other.answer()
        leg = await stage.ordinary.call()
        await leg.acknowledged()
        response = await leg.hang_up()
        expect(response.status == 200, f"the BYE of an ordinary call got {response.status} {response.reason}")
        await other.over()
    finally:
        stage.pbx.stop()
        stage.pbx.start()
        await stage.caller.is_answered(stage.sip, 60)
    return f"{forged.status} {forged.reason}; {text}"


async def foreign_hints(stage):
    """What a caller's side would have phones do, such as to be answered by themselves, does not reach them."""
    names = ("Alert-Info", "Call-Info", "Remote-Party-ID", "Replaces", "Answer-Mode", "Priv-Answer-Mode", "P-Auto-Answer", "P-Preferred-Identity")
    call = stage.call(
        None, "Alert-Info: <http://x.example>;info=alert-autoanswer;delay=0", "Alert-Info: <http://y.example>", "Call-Info: <sip:x>;answer-after=0",
        'Remote-Party-ID: "Directeur" <sip:+31999@x.example>;party=calling', "Replaces: abc;to-tag=1;from-tag=2", "Answer-Mode: Auto",
        "Priv-Answer-Mode: Auto", "P-Auto-Answer: normal", "P-Preferred-Identity: <sip:2101@x.example>")
    await call.answer()
    await call.hang_up()
    invite = (await stage.primary.call()).invite
    found = [name for name in names if invite.all(name)]
    expect(not found, f"the phone got {', '.join(found)}")
    return await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")


async def pause_lengths(stage):
    """A pause that is too long or unreadable is refused with the sentence that says what is meant, and changes nothing."""
    for length in ("0", "1441", "9999", "00045", "99999", "1" * 20, "-5", "4*5", "45%23", "abc", "45m"):
        said = (await stage.pbx.dial(f"*73{length}", PRIMARY))[0]
        expect(said == "403 A pause lasts from a minute to a day", f"*73{length}: {said}")
    said = (await stage.pbx.dial("*70", PRIMARY))[0]
    expect("takes calls" in said, said)
    said = (await stage.pbx.dial("*731440", PRIMARY))[0]
    expect("is away until" in said, said)
    await stage.pbx.dial("*72", PRIMARY)
    return said


async def early_bye(stage):
    """The caller gives up by a BYE while a phone rings (RFC 3261, 15.1.1): the next one is not called."""
    stage.primary.does = rings()
    call = stage.call()
    ringing = await call.progress(180)
    early = sip.Leg(stage.caller, call.call_id)
    call.joined(early, ringing)
    response = await early.hang_up()
    expect(response.status == 200, f"the BYE got {response.status} {response.reason}")
    response = await call.outcome()
    expect(response.status == 487, f"the caller who gave up got {response.status} {response.reason}")
    expect(not stage.backup.calls, "the next phone was called")
    return await stage.recorded(call, rang=PRIMARY, ended="cancelled")


async def tries_again(stage):
    """A caller whose call failed tries again at once, with the same Call-ID and the next CSeq: that is a call of its own, which the phone can end."""
    for extension in (PRIMARY, BACKUP, OVERFLOW):
        stage.phones[extension].does = refuses(503)
    call = stage.call()
    first = await call.outcome()
    await stage.is_written(call, "ended")
    stage.reset()
    call.number += 1
    call.send_invite()
    await call.answer()
    leg = await stage.primary.call()
    await leg.acknowledged()
    await stage.is_busy(PRIMARY)
    response = await leg.hang_up()
    expect(response.status == 200, f"the phone's BYE got {response.status} {response.reason}")
    await call.over()
    rows = await stage.eventually("both records", lambda: (
        len(rows := stage.majord.records(stage.last)) == 2 and all(row["ended"] for row in rows) and rows))
    ends = [(row["answered_by"], row["ended"]) for row in rows]
    expect(ends == [(None, "unavailable"), (PRIMARY, "answered")], f"the records say {ends}")
    return f"{first.status}, then {rows[1]['call_id']} was answered and ended by the phone"


class PBX(Base):
    name = "opensips"
    # A proxy passes REFER on to the caller.
    transfers = "caller"
    # Its timers count whole seconds: the first of two ends up to a second early, depending on when the call came.
    ends_ringing_early_by = 1.2
    # Each side is asked anew after two seconds here; OpenSIPS waits 32 for an answer.
    ends_dead_calls_within = 60
    cases = {
        "restart": (restart, "backup"), "cancel-at-the-end": (cancel_at_the_end, "ring"), "late-phone": (late_phone, "backup"),
        "transfer-refused": (transfer_refused, "backup"), "one-side-gone": (one_side_gone, "backup"),
        "strangers": (strangers, "backup"), "one-address": (one_address, "backup"), "foreign-hints": (foreign_hints, "backup"),
        "pause-lengths": (pause_lengths, "backup"), "early-bye": (early_bye, "backup"),
        "tries-again": (tries_again, "backup")}

    def start(self, phones="127\\.0\\.0\\.3"):
        program = pathlib.Path(self.installed) / "sbin" / "opensips" if self.installed else shutil.which("opensips", path="/usr/sbin:/usr/bin")
        self.version = re.search(r"\d[\d.]*", subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stdout).group()
        stage, work = self.stage, self.stage.folder / "opensips"
        work.mkdir(exist_ok=True)
        host, port = stage.sip
        tcp = free_port()
        # As in a service of systemd's, a connection that breaks is no reason to end (IgnoreSIGPIPE=).
        self.run(
            "proxy", "env", "--ignore-signal=PIPE", "systemd-socket-activate", "-l", f"127.0.0.1:{tcp}",
            "/usr/lib/systemd/systemd-socket-proxyd", stage.majord.pbx_path)
        configuration = self.shipped("opensips/opensips.cfg", {
            "socket=udp:127.0.0.1:5060": f"socket=udp:{host}:{port}",
            '"trunk=s:^127\\.0\\.0\\.1$"': '"trunk=s:^127\\.0\\.0\\.2$"',
            '"phones=s:^127\\.0\\.0\\.1$"': f'"phones=s:^{phones}$"',
            '"extensions=s:sip:EXT@127.0.0.1:5070"': f'"extensions=s:{stage.phone_uri("EXT")}"',
            '"ordinary=s:sip:NUMBER@127.0.0.1:5070"': f'"ordinary=s:{stage.ordinary_uri()}"',
            '"outgoing=s:none"': f'"outgoing=s:{stage.ordinary_uri()}"', '"registrar=s:none"': f'"registrar=s:{stage.ordinary_uri("registrar")}"',
            "redis:majord://127.0.0.1:6390/": f"redis:majord://127.0.0.1:{tcp}/",
            '"options_ping_interval", 60': '"options_ping_interval", 2',
            **self.modules(),
            # What it says goes to the test instead of the journal.
            "log_level=3": "log_level=3\nstderror_enabled=yes\nsyslog_enabled=no",
        }, work / "opensips.cfg")
        self.command = "opensips", program, "-f", configuration, "-F", "-m", "256", "-M", "16", "-w", work
        self.server = self.run(*self.command)

    async def register(self, extension, seconds):
        await self.stage.phones[extension].endpoint.register(self.stage.sip, extension, "pbx.example", seconds=seconds)

    async def restart(self):
        """As after a crash: it is killed with all its processes, and started again."""
        children = pathlib.Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children").read_text().split()
        self.server.kill()
        self.server.wait()
        for child in children:
            os.kill(int(child), signal.SIGKILL)
        self.server = self.run(*self.command)
        expect(await self.stage.caller.is_answered(self.stage.sip, 60), "OpenSIPS does not answer after a restart")

    def modules(self):
        """Where a built OpenSIPS has its modules; an installed one knows that by itself."""
        folders = [*pathlib.Path(self.installed).glob("lib*/opensips/modules")] if self.installed else []
        return {'loadmodule "cfgutils.so"': f'mpath="{folders[0]}/"\nloadmodule "cfgutils.so"'} if folders else {}

"""OpenSIPS as it is built into a folder, with etc/opensips/opensips.cfg as it is shipped but for its settings, and systemd's proxy as in the units."""

import asyncio
import itertools
import os
import pathlib
import re
import shutil
import signal
import subprocess

from stage import BACKUP, COLLEAGUE, PRIMARY, PBX as Base, answers_the_cancel, expect, free_port, picks_up, rings


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


class PBX(Base):
    name = "opensips"
    # A proxy passes REFER on to the caller.
    transfers = "caller"
    # Each side is asked anew after two seconds here; OpenSIPS waits 32 for an answer.
    ends_dead_calls_within = 60
    cases = {
        "restart": (restart, "backup"), "cancel-at-the-end": (cancel_at_the_end, "ring"), "late-phone": (late_phone, "backup"),
        "transfer-refused": (transfer_refused, "backup"), "one-side-gone": (one_side_gone, "backup")}

    def start(self):
        program = pathlib.Path(self.installed) / "sbin" / "opensips" if self.installed else shutil.which("opensips", path="/usr/sbin:/usr/bin")
        self.version = re.search(r"\d[\d.]*", subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stdout).group()
        stage, work = self.stage, self.stage.folder / "opensips"
        work.mkdir()
        host, port = stage.sip
        tcp = free_port()
        # As in a service of systemd's, a connection that breaks is no reason to end (IgnoreSIGPIPE=).
        self.run(
            "proxy", "env", "--ignore-signal=PIPE", "systemd-socket-activate", "-l", f"127.0.0.1:{tcp}",
            "/usr/lib/systemd/systemd-socket-proxyd", stage.majord.pbx_path)
        configuration = self.shipped("opensips/opensips.cfg", {
            "socket=udp:127.0.0.1:5060": f"socket=udp:{host}:{port}",
            '"trunk=s:^127\\.0\\.0\\.1$"': '"trunk=s:^127\\.0\\.0\\.2$"',
            '"phones=s:^127\\.0\\.0\\.1$"': '"phones=s:^127\\.0\\.0\\.3$"',
            '"extensions=s:sip:EXT@127.0.0.1:5070"': f'"extensions=s:{stage.phone_uri("EXT")}"',
            '"ordinary=s:sip:NUMBER@127.0.0.1:5070"': f'"ordinary=s:{stage.ordinary_uri()}"',
            "redis:majord://127.0.0.1:6390/": f"redis:majord://127.0.0.1:{tcp}/",
            '"options_ping_interval", 60': '"options_ping_interval", 2',
            **self.modules(),
            # What it says goes to the test instead of the journal.
            "log_level=3": "log_level=3\nstderror_enabled=yes\nsyslog_enabled=no",
        }, work / "opensips.cfg")
        self.command = "opensips", program, "-f", configuration, "-F", "-m", "256", "-M", "16", "-w", work
        self.server = self.run(*self.command)

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

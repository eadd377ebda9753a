"""Kamailio as Debian has it, with etc/kamailio/kamailio.cfg as it is shipped: all settings are given on the command line."""

import asyncio
import contextlib
import pathlib
import shutil
import subprocess

from stage import NAME, PBX as Base, PRIMARY, PROJECT, expect


async def half_way(stage):
    """majord is there and then does not answer a feature code: nobody knows whether it was done, and the display says so."""
    stage.majord.kill()
    pathlib.Path(stage.majord.pbx_path).unlink()
    asked = []

    async def answers_all_else(reader, writer):
        with contextlib.suppress(asyncio.CancelledError):
            while request := await reader.read(4096):
                asked.append(request)
                if b"AGENT" not in request:
                    writer.write(b"+OK\r\n" * request.count(b"*"))

    server = await asyncio.start_unix_server(answers_all_else, stage.majord.pbx_path)
    try:
        sentence, state = await stage.pbx.dial("*71", PRIMARY)
    finally:
        server.close()
        pathlib.Path(stage.majord.pbx_path).unlink(missing_ok=True)
        stage.majord.open()
    expect(any(b"AGENT" in request for request in asked), "nothing was asked")
    expect(sentence == "503 Not known whether it was done: dial *70" and state == "unknown", f"the display says {sentence} ({state})")
    return f"{sentence} ({state})"


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
    cases = {"feature-code-half-way": (half_way, "backup"), "restart": (restarted, "backup"), "hints": (hints, "backup")}

    def start(self, **more):
        program = pathlib.Path(self.installed) / "sbin" / "kamailio" if self.installed else shutil.which("kamailio", path="/usr/sbin:/usr/bin")
        self.version = subprocess.run([program, "-v"], capture_output=True, text=True, check=True).stdout.split()[2]
        stage, work = self.stage, self.stage.folder / "kamailio"
        work.mkdir(exist_ok=True)
        host, port = stage.sip
        settings = {
            "LISTEN": f"udp:{host}:{port}", "TRUNK": "^127\\.0\\.0\\.2$", "PHONES": "^127\\.0\\.0\\.3$",
            "EXTENSIONS": stage.phone_uri("EXT"), "ORDINARY": stage.ordinary_uri(), "MAJORD": stage.majord.pbx_path, "STANDS_EVERY": "30",
            **more}
        self.run(
            "kamailio", program, "-f", PROJECT / "etc" / "kamailio" / "kamailio.cfg", "-DD", "-E", "-m", "128", "-M", "8", "-Y", work, "-w", work,
            *(word for name, value in settings.items() for word in ("-A", f"{name}={value}")))

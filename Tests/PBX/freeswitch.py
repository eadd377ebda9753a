"""A FreeSWITCH 1.10 that was built, with etc/freeswitch as it is shipped, in the smallest configuration around it.

Its modules: mod_sofia, mod_commands, mod_dptools, mod_dialplan_xml, mod_lua, mod_event_socket, mod_logfile, and mod_tone_stream.
"""

import asyncio
import contextlib
import functools
import pathlib
import re
import shutil
import signal
import subprocess
import time

from stage import (
    BACKUP, COLLEAGUE, NAME, OVERFLOW, PBX as Base, PRIMARY, expect, free_port, RING, refuses, rings, says_nothing)
import sip

PASSWORD = "of-these-tests"
CONFIGURATION = """\
<document type="freeswitch/xml">
  <X-PRE-PROCESS cmd="set" data="domain=pbx.example"/>
  <X-PRE-PROCESS cmd="set" data="majord_socket={socket}"/>
  <section name="configuration">
    <X-PRE-PROCESS cmd="include" data="autoload_configs/*.xml"/>
    <configuration name="modules.conf"><modules>
      {modules}
    </modules></configuration>
    <configuration name="switch.conf"><settings>
      <param name="max-sessions" value="5000"/>
      <param name="sessions-per-second" value="1000"/>
      <param name="loglevel" value="info"/>
      <param name="rtp-start-port" value="{rtp}"/>
      <param name="rtp-end-port" value="{rtp_end}"/>
    </settings></configuration>
    <configuration name="logfile.conf"><settings/><profiles><profile name="default">
      <settings><param name="logfile" value="{log}"/></settings>
      <mappings><map name="all" value="info,notice,warning,err,crit,alert"/></mappings>
    </profile></profiles></configuration>
    <configuration name="event_socket.conf"><settings>
      <param name="listen-ip" value="127.0.0.1"/><param name="listen-port" value="{control}"/><param name="password" value="{password}"/>
    </settings></configuration>
    <configuration name="acl.conf"><network-lists>
      <list name="trunk" default="deny"><node type="allow" cidr="{trunk}/32"/></list>
    </network-lists></configuration>
    <configuration name="sofia.conf"><profiles><profile name="internal">
      <domains><domain name="pbx.example" alias="true" parse="false"/></domains>
      <settings>
        <param name="sip-ip" value="{host}"/><param name="sip-port" value="{port}"/><param name="rtp-ip" value="{host}"/>
        <param name="context" value="public"/><param name="dialplan" value="XML"/>
        <param name="auth-calls" value="true"/><param name="apply-inbound-acl" value="trunk"/>
        <param name="force-register-domain" value="pbx.example"/>
        <param name="inbound-codec-prefs" value="PCMA,PCMU"/><param name="outbound-codec-prefs" value="PCMA,PCMU"/>
        <param name="parse-all-invite-headers" value="true"/><param name="rtp-timer-name" value="soft"/>
        <param name="manage-presence" value="false"/><param name="disable-transcoding" value="true"/>
      </settings>
    </profile></profiles></configuration>
  </section>
  <section name="dialplan">
    <context name="public">
      <X-PRE-PROCESS cmd="include" data="dialplan/public/*.xml"/>
      <extension name="others"><condition field="destination_number" expression="^(.+)$">
        <action application="bridge" data="sofia/internal/{ordinary}"/>
      </condition></extension>
    </context>
    <context name="default">
      <X-PRE-PROCESS cmd="include" data="dialplan/default/*.xml"/>
      <extension name="machine"><condition field="${{overflow_is}}" expression="^a machine$"/><condition field="destination_number" expression="^2000$">
        <action application="answer"/>
        <action application="playback" data="silence_stream://-1"/>
      </condition></extension>
      <extension name="pick-up"><condition field="destination_number" expression="^\*8$">
        <action application="intercept" data="${{ringing}}"/>
      </condition></extension>
      <extension name="outside"><condition field="destination_number" expression="^(\\+?\\d{{7,20}})$">
        <action application="bridge" data="sofia/internal/{ordinary}"/>
      </condition></extension>
      <extension name="phones"><condition field="destination_number" expression="^(\\d{{4}})$">
        <action application="bridge" data="user/$1@pbx.example"/>
      </condition></extension>
    </context>
  </section>
  <section name="directory"><domain name="pbx.example">
    <params><param name="dial-string" value="{dial_string}"/></params>
    <groups><group name="phones"><users>
      {users}
    </users></group></groups>
  </domain></section>
</document>
"""
USER = """<user id="{extension}"><params><param name="password" value="{password}"/><param name="dial-string" value="sofia/internal/{uri}"/></params>
      <variables><variable name="user_context" value="default"/></variables></user>"""
MODULES = ["logfile", "event_socket", "commands", "dptools", "dialplan_xml", "lua", "tone_stream", "sofia"]


async def early_media(stage):
    """The agent's phone sends its own ringing (183 with sound), and nobody picks up: the next one rings all the same. Then one does."""
    stage.primary.does = early(None)
    call = stage.call()
    await call.answer()
    leg = await stage.backup.call()
    await leg.acknowledged()
    await call.hang_up()
    await stage.recorded(call, rang=f"{PRIMARY},{BACKUP}", by=BACKUP, ended="answered")
    stage.reset()
    stage.primary.does = early(0.5)
    second = stage.call()
    await second.answer()
    await second.hang_up()
    await stage.recorded(second, rang=PRIMARY, by=PRIMARY, ended="answered")
    # The overflow's own sound reaches the caller before it is answered.
    stage.reset()
    stage.primary.does = stage.backup.does = refuses(486)
    stage.overflow.does = early(0.5)
    third = stage.call()
    await third.progress(183)
    expect(not any(response.status == 200 for response in third.invite.responses), "it was answered before 183")
    await third.answer()
    await third.hang_up()
    return await stage.recorded(third, rang=f"({PRIMARY}),({BACKUP}),{OVERFLOW}", by=OVERFLOW, ended="answered")


def early(picked_up_after):
    async def phone(call):
        call.respond(183, headers=[("Content-Type", "application/sdp")], body=call.endpoint.sdp(call.extension))
        if picked_up_after is not None:
            await asyncio.sleep(picked_up_after)
            call.pick_up()
    return phone


async def machine(stage):
    """The overflow is a machine (a voicemail, a queue, a menu), which no phone stands for: it has answered."""
    stage.pbx.command("global_setvar overflow_is=a machine")
    try:
        stage.primary.does = stage.backup.does = refuses(486)
        call = stage.call()
        await call.answer()
        await stage.is_written(call, "answered_by")
        await call.hang_up()
    finally:
        stage.pbx.command("global_setvar overflow_is=a phone")
    return await stage.recorded(call, rang=f"({PRIMARY}),({BACKUP})", by=OVERFLOW, ended="answered")


async def transferred_to_the_backup(stage):
    """The agent gives the call to his backup, who then counts as on the phone, and who gives it back."""
    call = stage.call()
    await call.answer()
    first = await stage.primary.call()
    await first.acknowledged()
    await stage.is_busy(PRIMARY)
    host, port = stage.sip
    await first.refer(f"sip:{BACKUP}@{host}:{port}")
    second = await stage.backup.call()
    await second.acknowledged()
    await stage.is_busy(BACKUP)
    await stage.eventually("who gave it away is free", lambda: len(stage.majord.busy()) == 1)
    if first.is_up:
        await first.hang_up()
    await second.refer(f"sip:{PRIMARY}@{host}:{port}")
    third = await stage.primary.call(2)
    await third.acknowledged()
    await stage.is_busy(PRIMARY)
    await stage.eventually("who gave it back is free", lambda: len(stage.majord.busy()) == 1)
    if second.is_up:
        await second.hang_up()
    await third.hang_up()
    await call.over()
    row = await stage.eventually("the record", lambda: next(iter(
        row for row in stage.records_by_caller().get(call.caller, []) if row["ended"]), None))
    return stage.text_of(row)


async def semi_attended_transfer(stage):
    """The agent joins the caller and a colleague whose phone still rings (REFER with Replaces of a call that is not answered)."""
    stage.primary.lines = None
    picked_up = asyncio.Event()

    async def hesitates(call):
        call.ring()
        await picked_up.wait()
        call.pick_up()

    stage.phones[COLLEAGUE].does = hesitates
    call = stage.call()
    await call.answer()
    leg = await stage.primary.call()
    await leg.acknowledged()
    await stage.is_busy(PRIMARY)
    consultation = stage.primary.endpoint.call(stage.sip, COLLEAGUE, PRIMARY, origin=f"<sip:{PRIMARY}@pbx.example>")
    challenge = await consultation.invite.outcome()
    expect(challenge.status == 407, f"the consultation got {challenge.status}")
    answering = asyncio.create_task(consultation.outcome())
    ringing = await stage.eventually("the colleague's phone rings", lambda: next(iter(
        response for response in consultation.invite.responses if response.status == 180), None))
    here, there = sip.parameter(consultation.local, "tag"), sip.parameter(ringing.get("To"), "tag")
    host, port = stage.sip
    replaces = f"{consultation.call_id}%3Bto-tag%3D{there}%3Bfrom-tag%3D{here}".replace("@", "%40")
    await leg.refer(f"sip:{COLLEAGUE}@{host}:{port}?Replaces={replaces}")
    await stage.nobody_busy()
    picked_up.set()
    colleague = await stage.phones[COLLEAGUE].call()
    await colleague.acknowledged()
    answering.cancel()
    await asyncio.sleep(0.5)
    expect(call.is_up and colleague.is_up, "the caller and the colleague were not joined")
    await call.hang_up()
    await colleague.over()
    return await stage.recorded(call, rang=f"{PRIMARY},({COLLEAGUE})", by=PRIMARY, ended="answered")


async def picked_up_by_a_colleague(stage):
    """A colleague picks up the call while the agent's phone rings: the record names his extension."""
    stage.primary.does = rings()
    call = stage.call()
    await call.progress()
    leg = await stage.primary.call()
    uuids = await stage.eventually("FreeSWITCH's list has the caller", lambda: re.findall(
        r"^([-0-9a-f]{36}),inbound,.*" + re.escape(call.caller), stage.pbx.command("show channels"), re.M))
    stage.pbx.command(f"global_setvar ringing={uuids[0]}")
    colleague = stage.phones[COLLEAGUE].endpoint.call(stage.sip, "*8", COLLEAGUE, origin=f"<sip:{COLLEAGUE}@pbx.example>")
    await colleague.answer()
    await call.answer()
    await leg.cancelled()
    await stage.is_written(call, "answered_by")
    await colleague.hang_up()
    await call.over()
    return await stage.recorded(call, rang=PRIMARY, by=COLLEAGUE, ended="answered")


async def transfer_to_nobody(stage):
    """A transfer to an extension that nobody has ends the call, as any in FreeSWITCH; the agent is free."""
    call = stage.call()
    await call.answer()
    leg = await stage.primary.call()
    await leg.acknowledged()
    await stage.is_busy(PRIMARY)
    # A REFER before the two are joined is one of a call with one end, which FreeSWITCH does not carry out.
    await asyncio.sleep(0.3)
    host, port = stage.sip
    await leg.refer(f"sip:99@{host}:{port}")
    await call.over()
    return await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")


async def sign_of_life(stage):
    """A phone that says nothing is given up before its ring time is over; one that rings is not."""
    with stage.pbx.changed({"major_sign_of_life=4": "major_sign_of_life=1"}):
        stage.primary.does = says_nothing()
        stage.backup.does = rings()
        began = time.monotonic()
        call = stage.call()
        await stage.backup.call()
        took = time.monotonic() - began
        await call.answer()
        rang = time.monotonic() - began - took
        await call.hang_up()
        text = await stage.recorded(call, rang=f"({PRIMARY}),{BACKUP},{OVERFLOW}", by=OVERFLOW, ended="answered")
    expect(took < RING and rang > RING - 0.5, f"the silent phone was given up after {took:.1f} s, the other one after {rang:.1f} s")
    return f"given up after {took:.1f} s, the one that rang after {rang:.1f} s: {text}"


async def no_sound(stage):
    """Nothing is heard of the two ends of a call: it is over after `major_silence`."""
    with stage.pbx.changed({"major_silence=300000": "major_silence=3000"}):
        began = time.monotonic()
        call = stage.call()
        await call.answer()
        await call.over()
        took = time.monotonic() - began
        text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    return f"over after {took:.0f} s: {text}"


async def restart(stage):
    """FreeSWITCH is stopped in the middle of a call: the end is told. It is killed: nobody tells the end, and the agent frees himself with a code."""
    call = stage.call()
    await call.answer()
    leg = await stage.primary.call()
    await leg.acknowledged()
    await stage.is_busy(PRIMARY)
    await stage.pbx.restart(signal.SIGTERM)
    await call.over()
    await leg.over()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    await stage.nobody_busy()
    stage.reset()
    second = stage.call()
    await second.answer()
    await (await stage.primary.call()).acknowledged()
    await stage.is_busy(PRIMARY)
    await stage.pbx.restart(signal.SIGKILL)
    sentence, state = await stage.pbx.dial("*70", PRIMARY)
    expect(state == "busy", f"*70 says {sentence} ({state})")
    await stage.pbx.dial("*74", PRIMARY)
    return text


async def hints(stage):
    """What stands in comments: a prefix on the display, Alert-Info, and a whisper to the agent while the caller still hears it ring."""
    took = []
    for file in "silence_stream://1500", "there/is/none.wav":
        stage.reset()
        with stage.pbx.changed({
                '<!-- <action application="set" data="major_': '<action application="set" data="major_', '"/> -->': '"/>',
                "majord/CLIENT.wav": file, '<!-- <action application="export"': '<action application="export"'}):
            call = stage.call()
            leg = await stage.primary.call()
            await leg.acknowledged()
            began = time.monotonic()
            await call.answer()
            took.append(time.monotonic() - began)
            await stage.is_busy(PRIMARY)
            await call.hang_up()
        expect(f'"MAJOR {NAME}"' in leg.shown, f"the display should be told the prefix: {leg.shown}")
        expect(leg.invite.get("Alert-Info") == "<http://127.0.0.1/major>", f"Alert-Info is {leg.invite.get('Alert-Info')!r}")
        text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    expect(1 < took[0] < 4, f"a whisper of 1.5 s took {took[0]:.1f} s")
    expect(took[1] < 1, f"a whisper that is not there took {took[1]:.1f} s")
    return text


class PBX(Base):
    name = "freeswitch"
    # FreeSWITCH cuts names off at a colon.
    separator = " - "
    ends_dead_calls_within = 180
    says_up = ": recorded UP"
    cases = {
        "early-media": (early_media, "backup"), "machine": (machine, "backup"), "transferred-to-the-backup": (transferred_to_the_backup, "backup"),
        "semi-attended-transfer": (semi_attended_transfer, "backup"), "picked-up-by-a-colleague": (picked_up_by_a_colleague, "backup"),
        "transfer-to-nobody": (transfer_to_nobody, "backup"), "sign-of-life": (sign_of_life, "backup"), "no-sound": (no_sound, "backup"), "hints": (hints, "backup"), "restart": (restart, "backup")}

    def start(self):
        stage, work = self.stage, self.stage.folder / "freeswitch"
        expect(self.installed, "name the folder where FreeSWITCH is installed")
        program = pathlib.Path(self.installed) / "bin" / "freeswitch"
        self.version = re.search(r"version: (\S+)", subprocess.run([program, "-version"], capture_output=True, text=True, check=True).stdout).group(1)
        for folder in ("log", "db", "run", "recordings", "storage", "grammar", "certs", "sounds", "cache"):
            (work / folder).mkdir(parents=True)
        for name in ("dtls-srtp.pem", "wss.pem"):
            self.certificate(work / "certs" / name)
        self.control = free_port()
        host, port = stage.sip
        (work / "conf").mkdir()
        (work / "conf" / "freeswitch.xml").write_text(CONFIGURATION.format(
            socket=stage.majord.pbx_path, log=stage.folder / "pbx-log.txt", control=self.control, password=PASSWORD, trunk=stage.trunk, host=host, port=port, rtp=20000, rtp_end=30000,
            ordinary=stage.ordinary_uri("$1"), dial_string="error/user_not_registered",
            modules="\n      ".join(f'<load module="mod_{name}"/>' for name in MODULES),
            users="\n      ".join(
                USER.format(extension=extension, password=PASSWORD, uri=stage.phone_uri(extension)) for extension in stage.phones)))
        self.shipped("freeswitch/autoload_configs/lua.conf.xml", {}, work / "conf" / "autoload_configs" / "lua.conf.xml")
        self.shipped("freeswitch/dialplan/default/majord.xml", {}, work / "conf" / "dialplan" / "default" / "majord.xml")
        self.dialplan = work / "conf" / "dialplan" / "public" / "majord.xml"
        self.shipped("freeswitch/dialplan/public/majord.xml", self.settings(), self.dialplan)
        self.shipped("freeswitch/scripts/majord.lua", {}, work / "scripts" / "majord.lua")
        self.line = (
            "freeswitch", program, "-nf", "-np", "-nonat", "-nocal", "-conf", work / "conf", "-scripts", work / "scripts",
            *(word for folder in ("log", "db", "run", "recordings", "storage", "grammar", "certs", "sounds", "cache")
              for word in (f"-{folder}", work / folder)), "-temp", work)
        self.server = self.run(*self.line)

    async def restart(self, signal):
        self.server.send_signal(signal)
        await self.stage.eventually("FreeSWITCH has ended", lambda: self.server.poll() is not None, 60)
        self.server = self.run(*self.line)
        await self.is_ready()

    async def is_ready(self):
        await self.stage.eventually("FreeSWITCH is ready", lambda: "is ready" in self.command("status"), 60)

    def certificate(self, path):
        """FreeSWITCH makes one at its first start, for which it needs up to a minute; a smaller one does here."""
        if shutil.which("openssl"):
            subprocess.run(
                ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=FreeSWITCH", "-keyout", path, "-out", path.with_suffix(".crt")],
                capture_output=True, check=True)
            path.write_text(path.with_suffix(".crt").read_text() + path.read_text())

    def settings(self):
        return {
            r"major_trunk=^127\.0\.0\.1$": "major_trunk=^" + re.escape(self.stage.trunk) + "$",
            # As short as FreeSWITCH takes it: an end is asked after a minute, and has 32 s.
            "major_session=600": "major_session=120",
            "major_still_up=60": "major_still_up=10",
        }

    @contextlib.contextmanager
    def changed(self, substitutions):
        """Other settings in the dial plan meanwhile."""
        before = self.dialplan.read_text()
        text = before
        for old, new in substitutions.items():
            expect(old in text, f"the dial plan has no `{old}`")
            text = text.replace(old, new)
        try:
            self.dialplan.write_text(text)
            expect("+OK" in self.command("reloadxml"), "reloadxml failed")
            yield
        finally:
            self.dialplan.write_text(before)
            self.command("reloadxml")

    async def ready(self):
        """Calls are taken some time after OPTIONS are; the phones have their passwords."""
        await self.is_ready()
        # The first event of a fresh FreeSWITCH starts a thread, for which all events wait half a second.
        call = self.stage.call(called="112")
        await call.answer()
        await call.hang_up()
        await asyncio.sleep(1)
        for extension, phone in self.stage.phones.items():
            phone.endpoint.call = functools.partial(phone.endpoint.call, credentials=(extension, PASSWORD))

    async def dial_out(self, extension, number):
        call = await super().dial_out(extension, number)
        # The password is asked for first.
        challenge = await call.invite.outcome()
        expect(challenge.status == 407, f"a phone's call got {challenge.status}")
        self.answering = asyncio.create_task(call.outcome())
        await asyncio.sleep(0)
        return call

    async def register(self, extension, seconds):
        await self.stage.phones[extension].endpoint.register(self.stage.sip, extension, "pbx.example", PASSWORD, seconds=seconds)

    def command(self, text):
        """What fs_cli says."""
        return subprocess.run(
            [pathlib.Path(self.installed) / "bin" / "fs_cli", "-H", "127.0.0.1", "-P", str(self.control), "-p", PASSWORD, "-x", text],
            capture_output=True, text=True, timeout=20).stdout

"""Asterisk with chan_pjsip, and majord.conf, extensions.conf and pjsip.conf as they are shipped but for addresses, passwords and the ordinary dial plan."""

import pathlib
import re
import subprocess
import sys

import sip
from cases import answered_by
from stage import (
    AGENTS, BACKUP, CLIENT, COLLEAGUE, EXCLUSIVE, OVERFLOW, PRIMARY, PROJECT, PBX as Base, expect, free_port, office, picks_up, refuses,
    rings)

# What any Asterisk with SIP telephones loads. What the dial plan needs beside it stands in majord.conf, and is loaded from there.
MODULES = """
bridge_builtin_features bridge_native_rtp bridge_simple bridge_softmix codec_alaw codec_ulaw format_pcm format_sln format_wav pbx_config
func_devstate res_manager_devicestate
res_pjproject res_pjsip res_pjsip_authenticator_digest res_pjsip_caller_id res_pjsip_endpoint_identifier_ip
res_pjsip_endpoint_identifier_user res_pjsip_nat res_pjsip_pubsub res_pjsip_refer res_pjsip_registrar res_pjsip_rfc3326 res_pjsip_sdp_rtp
res_pjsip_session res_rtp_asterisk res_sorcery_astdb res_sorcery_config res_sorcery_memory res_speech res_timing_timerfd
""".split()

# A phone with a password, as those that are shipped; and one whose endpoint has another name than its extension.
PROTECTED, WORDY = "2103", "desk-2101"

ORDINARY = """\
exten => 2000,1,Answer()
 same => n,Playback(vm-goodbye)
 same => n,Hangup()
exten => _21XX,1,Dial(PJSIP/${EXTEN},60)
 same => n,Hangup()
"""


async def given_to_the_other(stage):
    """The agent transfers the call to the other agent, blindly and after asking: the one is free, the other on the phone as long as it lasts."""
    host, port = stage.sip
    texts = []
    for attended in (False, True):
        stage.reset()
        call = stage.call()
        leg = await answered_by(stage, call, stage.primary)
        await stage.is_busy(PRIMARY)
        where = f"sip:{BACKUP}@{host}:{port}"
        if attended:
            consultation = stage.primary.endpoint.call(stage.sip, BACKUP, PRIMARY, origin=f"<sip:{PRIMARY}@pbx.example>")
            await consultation.answer()
            await stage.eventually("all are joined", lambda: stage.pbx.is_bridged(f"PJSIP/{PRIMARY}-"))
            here, there = (sip.parameter(each, "tag") for each in (consultation.local, consultation.remote))
            where += f"?Replaces={consultation.call_id}%3Bto-tag%3D{there}%3Bfrom-tag%3D{here}".replace("@", "%40")
        response = await leg.refer(where)
        expect(response.status == 202, f"REFER was answered with {response.status}")
        await stage.is_busy(BACKUP)
        await stage.eventually(f"{PRIMARY} is free", lambda: not any(text.startswith("jdevries ") for text in stage.majord.busy()))
        expect(call.is_up, "the caller was hung up on")
        await call.hang_up()
        texts.append(await stage.recorded(call, rang=f"{PRIMARY},({BACKUP})", by=PRIMARY, ended="answered"))
        await stage.nobody_busy()
    return f"{BACKUP} was on the phone, {PRIMARY} was not: {texts[-1]}"


async def given_to_nobody(stage):
    """The agent transfers the call to an extension that is none, and keeps it; then to one where nobody answers: the overflow does."""
    host, port = stage.sip
    call = stage.call()
    leg = await answered_by(stage, call, stage.primary)
    await stage.eventually("the two are joined", lambda: stage.pbx.is_bridged(f"PJSIP/{PRIMARY}-"))
    await leg.refer(f"sip:9999@{host}:{port}")
    await leg.news.until("that the transfer failed", lambda: any(
        request.method == "NOTIFY" and "404" in request.body for request in leg.requests))
    expect(leg.is_up and call.is_up, "the call did not go on")
    stage.phones[COLLEAGUE].does = refuses(480)
    await leg.refer(f"sip:{COLLEAGUE}@{host}:{port}")
    await stage.overflow.call()
    await stage.eventually("the caller has been joined with the overflow", lambda: stage.pbx.is_bridged("PJSIP/trunk-"))
    await call.hang_up()
    return await stage.recorded(call, rang=f"{PRIMARY},({COLLEAGUE}),({OVERFLOW})", by=PRIMARY, ended="answered")


async def blindly(stage, leg, extension):
    """A phone transfers its call to an extension, which answers; the phone is free then. The other phone's end of it."""
    host, port = stage.sip
    phone = stage.phones[extension]
    number = len(phone.calls) + 1
    await stage.eventually("all are joined", lambda: stage.pbx.is_bridged("PJSIP/"))
    response = await leg.refer(f"sip:{extension}@{host}:{port}")
    expect(response.status == 202, f"REFER was answered with {response.status}")
    given = await phone.call(number)
    await given.acknowledged()
    if leg.is_up:
        await leg.hang_up()
    return given


async def only_busy(stage, *extensions):
    """Waits until just those agents are on the phone."""
    wanted = sorted(AGENTS[extension] for extension in extensions)
    await stage.eventually(f"busy: {wanted}", lambda: sorted(text.split()[0] for text in stage.majord.busy()) == wanted, 10)


async def given_on_and_on(stage):
    """A transferred call is transferred again: to a colleague, back to the first agent, by way of a colleague to the other agent."""
    for way in ((BACKUP, COLLEAGUE), (BACKUP, PRIMARY), (COLLEAGUE, BACKUP, PRIMARY, COLLEAGUE)):
        stage.reset()
        call = stage.call()
        leg = await answered_by(stage, call, stage.primary)
        for extension in way:
            leg = await blindly(stage, leg, extension)
            await only_busy(stage, *({extension} & set(AGENTS)))
        expect(call.is_up and leg.is_up, "the call did not go on")
        await call.hang_up()
        rang = ",".join([PRIMARY, *(f"({extension})" for extension in way)])
        text = await stage.recorded(call, rang=rang, by=PRIMARY, ended="answered")
        await stage.nobody_busy()
    return f"each was free when he had given it away: {text}"


async def given_on_after_asking(stage):
    """Who got the call after a question, or blindly, gives it on after another question, and blindly: each is seen."""
    host, port = stage.sip

    async def asks(leg, who, extension):
        await stage.eventually("all are joined", lambda: stage.pbx.is_bridged("PJSIP/"))
        number = len(stage.phones[extension].calls) + 1
        consultation = stage.phones[who].endpoint.call(stage.sip, extension, who, origin=f"<sip:{who}@pbx.example>")
        await consultation.answer()
        given = await stage.phones[extension].call(number)
        await given.acknowledged()
        await stage.eventually("all are joined", lambda: stage.pbx.is_bridged("PJSIP/"))
        here, there = (sip.parameter(each, "tag") for each in (consultation.local, consultation.remote))
        replaced = f"{consultation.call_id};to-tag={there};from-tag={here}".replace(";", "%3B").replace("=", "%3D").replace("@", "%40")
        response = await leg.refer(f"sip:{extension}@{host}:{port}?Replaces={replaced}")
        expect(response.status == 202, f"REFER was answered with {response.status}")
        return given

    for phone in stage.phones.values():
        phone.lines = 2
    call = stage.call()
    leg = await answered_by(stage, call, stage.primary)
    await stage.is_busy(PRIMARY)
    leg = await asks(leg, PRIMARY, BACKUP)
    await only_busy(stage, BACKUP)
    leg = await asks(leg, BACKUP, COLLEAGUE)
    await only_busy(stage)
    leg = await blindly(stage, leg, PRIMARY)
    await only_busy(stage, PRIMARY)
    leg = await blindly(stage, leg, BACKUP)
    await only_busy(stage, BACKUP)
    leg = await asks(leg, BACKUP, PRIMARY)
    await only_busy(stage, PRIMARY)
    await leg.refer(f"sip:{stage.pbx.codes['sick']}@{host}:{port}")
    await stage.eventually("the agent still has the call", lambda: call.is_up and leg.is_up)
    await only_busy(stage, PRIMARY)
    await call.hang_up()
    return await stage.recorded(
        call, rang=f"{PRIMARY},({BACKUP}),({COLLEAGUE}),({PRIMARY}),({BACKUP}),({PRIMARY})", by=PRIMARY, ended="answered")


async def given_where_it_may_not(stage):
    """Nobody sends the caller to a feature code: not the agent, not who got the call from him, not the overflow."""
    host, port = stage.sip
    said = []

    async def is_kept(leg, call):
        response = await leg.refer(f"sip:{stage.pbx.codes['sick']}@{host}:{port}")
        if response.status == 202:
            await leg.news.until("that the transfer failed", lambda: any(
                request.method == "NOTIFY" and re.search(r"SIP/2.0 [4-6]", request.body) for request in leg.requests))
        said.append(str(response.status))
        expect(leg.is_up and call.is_up, "the call did not go on")

    call = stage.call()
    leg = await answered_by(stage, call, stage.primary)
    await stage.eventually("all are joined", lambda: stage.pbx.is_bridged("PJSIP/"))
    await is_kept(leg, call)
    for extension in (BACKUP, COLLEAGUE):
        leg = await blindly(stage, leg, extension)
        await stage.eventually("all are joined", lambda: stage.pbx.is_bridged("PJSIP/"))
        await is_kept(leg, call)
    await call.hang_up()
    text = await stage.recorded(call, rang=f"{PRIMARY},({BACKUP}),({COLLEAGUE})", by=PRIMARY, ended="answered")
    stage.reset()
    stage.primary.does = stage.backup.does = refuses(486)
    call = stage.call()
    leg = await answered_by(stage, call, stage.overflow)
    await stage.eventually("all are joined", lambda: stage.pbx.is_bridged("PJSIP/"))
    await is_kept(leg, call)
    stage.backup.does = picks_up()
    await blindly(stage, leg, BACKUP)
    await only_busy(stage, BACKUP)
    await call.hang_up()
    await stage.recorded(call, rang=f"({PRIMARY}),({BACKUP}),({OVERFLOW}),({BACKUP})", by=OVERFLOW, ended="answered")
    sentence, _ = await stage.pbx.dial(stage.pbx.codes["tell"], PRIMARY)
    expect("takes calls" in sentence, f"*70 says {sentence}")
    return f"REFER got {', '.join(said)}: {text}"


async def strangers(stage):
    """From any other address nobody is the trunk or a phone: no phone rings, nothing is recorded, no feature code is carried out."""
    stranger = await sip.Endpoint("127.0.0.9", 0, "stranger").open()
    try:
        newest, got = stage.majord.newest(), []
        for user in ("trunk", PROTECTED, "nobody", "anonymous"):
            for called in (EXCLUSIVE, COLLEAGUE, stage.pbx.codes["tell"]):
                call = stranger.call(
                    stage.sip, called, user, "P-Asserted-Identity: <sip:+31505550100@trunk.example>", origin=f"<sip:{user}@stranger.example>")
                response = await call.outcome()
                expect(response.status >= 400, f"a stranger who says that he is {user} got {response.status} from {called}")
                got.append(response.status)
        expect(not any(phone.calls for phone in stage.phones.values()), "a phone rang")
        expect(stage.majord.newest() == newest, "there is a record")
        return f"{len(got)} calls got {sorted(set(got))}"
    finally:
        stranger.close()


async def pauses(stage):
    """Only minutes from one to a day are a pause. A phone whose endpoint is no extension speaks for nobody."""
    pause, said = stage.pbx.codes["pause"], []
    for rest in ("0", "0000", "1441", "9999", "99999", "1" * 40, "-5", "1.5", "4*5", "12abc", "45m", "45%23", "45%22,1)", "+45"):
        sentence, _ = await stage.pbx.dial(pause + rest, PRIMARY)
        said.append(f"{pause}{rest}: {sentence}")
        expect(sentence == "A pause lasts from a minute to a day", said[-1])
        sentence, _ = await stage.pbx.dial(stage.pbx.codes["tell"], PRIMARY)
        expect(sentence == "Joke de Vries takes calls", f"after {said[-1]}: {sentence}")
    for rest in ("1", "045", "1440"):
        sentence, _ = await stage.pbx.dial(pause + rest, PRIMARY)
        expect("is away until" in sentence, f"{pause}{rest}: {sentence}")
    await stage.pbx.dial(stage.pbx.codes["back"], PRIMARY)
    wordy = await sip.Endpoint(stage.phones_at, 0, "wordy").open()
    try:
        sentence, _ = await stage.pbx.dial(stage.pbx.codes["sick"], WORDY, endpoint=wordy)
    finally:
        wordy.close()
    expect(sentence == "This phone belongs to no agent", f"at the phone {WORDY}: {sentence}")
    sentence, _ = await stage.pbx.dial(stage.pbx.codes["tell"], PRIMARY)
    expect(sentence == "Joke de Vries takes calls", sentence)
    return f"{len(said)} refused, such as {said[0]}"


async def no_numbers(stage):
    """What the trunk calls is a number, or it is refused: no other digits are dialled than those that came."""
    host, port = stage.sip
    got = []
    for called in ("0201112233%22,1)", "+31880001234,2,x", "0201112233/9", "020&1112233", "0201112233*5", "+"):
        stage.ordinary.calls.clear()
        call = stage.caller.call(stage.sip, f"sip:{called}@{host}:{port}", "x", origin="<sip:+31505550100@trunk.example>")
        response = await call.outcome()
        if response.status < 300:
            await call.hang_up()
        expect(response.status >= 400, f"{called} got {response.status}")
        expect(not stage.ordinary.calls, f"{called} was dialled")
        got.append(str(response.status))
    return f"{len(got)} got {', '.join(got)}"


async def passwords(stage):
    """A password behind the user part is none of the number."""
    for origin, lines in (("<sip:+31505550100:secret@trunk.example>", ()), ("<sip:anonymous@anonymous.invalid>", (
            "P-Asserted-Identity: <sip:+31505550100:secret@trunk.example>",))):
        before = stage.majord.newest()
        call = stage.caller.call(stage.sip, EXCLUSIVE, "x", *lines, origin=origin)
        await call.answer()
        await call.hang_up()
        rows = await stage.eventually("the record", lambda: [row for row in stage.majord.records(before) if row["ended"]])
        expect(rows[0]["caller"] == CLIENT, f"{origin} {lines}: {rows[0]['caller']} is said to call")
    return f"{CLIENT} calls"


async def speaks_for_itself(stage):
    """A phone that asserts to be a colleague's reports nobody sick but its own agent."""
    sentence, _ = await stage.pbx.dial(
        stage.pbx.codes["sick"], PRIMARY, f"P-Asserted-Identity: <sip:{BACKUP}@pbx.example>", f"Remote-Party-ID: <sip:{BACKUP}@pbx.example>")
    expect("Joke de Vries is away" in sentence, f"the display is told {sentence}")
    sentence, _ = await stage.pbx.dial(stage.pbx.codes["back"], PRIMARY)
    return f"`{sentence}`"


async def all_phones_ring(stage):
    """An agent with two phones: both ring, the second one is answered."""
    second = await sip.Endpoint(stage.phones_at, 0, PRIMARY).open()
    try:
        host, port = stage.sip
        legs = []

        async def picks_up(leg):
            legs.append(leg)
            leg.ring()
            leg.pick_up()

        second.phone = picks_up
        await second.register(stage.sip, PRIMARY, f"{host}:{port}")
        stage.primary.does = rings()
        call = stage.call()
        await call.answer()
        await (await stage.primary.call()).cancelled()
        expect(len(legs) == 1, f"the second phone rang {len(legs)} times")
        await call.hang_up()
        text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
        await second.register(stage.sip, PRIMARY, f"{host}:{port}", seconds=0)
        return text
    finally:
        second.close()


async def picked_up_by_a_colleague(stage):
    """A colleague dials *8 while the agent's phone rings: the record names the colleague's, and the agent is free."""
    stage.primary.does = rings()
    call = stage.call()
    await call.progress()
    colleague = stage.phones[COLLEAGUE].endpoint.call(stage.sip, "*8", COLLEAGUE, origin=f"<sip:{COLLEAGUE}@pbx.example>")
    await colleague.answer()
    await call.answer()
    await stage.nobody_busy()
    await call.hang_up()
    await colleague.over()
    return await stage.recorded(call, rang=PRIMARY, by=COLLEAGUE, ended="answered")


class PBX(Base):
    name = "asterisk"
    cases = {
        "given-to-the-other": (given_to_the_other, "backup"), "given-to-nobody": (given_to_nobody, "backup"),
        "given-on-and-on": (given_on_and_on, "backup"), "given-on-after-asking": (given_on_after_asking, "backup"),
        "given-where-it-may-not": (given_where_it_may_not, "backup"), "strangers": (strangers, "backup"), "pauses": (pauses, "backup"),
        "no-numbers": (no_numbers, "backup"), "passwords": (passwords, "backup"),
        "picked-up-by-a-colleague": (picked_up_by_a_colleague, "backup"), "all-phones-ring": (all_phones_ring, "backup"),
        "speaks-for-itself": (speaks_for_itself, "backup")}
    # Asterisk's dial plan does not hear when a phone begins to ring: the report is made when it is dialled.
    reports_ringing = "dialled"
    # To Asterisk 480 is nobody who answers.
    not_there = [404]
    ends_dead_calls_within = 60

    # majord-lamps, once it runs.
    lamps = None
    # What else is set otherwise at the top of majord.conf, and in pjsip.conf.
    settings, contexts = {}, {}

    def __init__(self, stage, installed=None):
        super().__init__(stage, installed)
        stage.majord.token.write_text("0123456789abcdef" * 4)

    def start(self):
        installed = pathlib.Path(self.installed or "/usr")
        program = next((path for path in (installed / "sbin" / "asterisk", installed / "bin" / "asterisk") if path.exists()), None)
        expect(program, f"there is no Asterisk in {installed}")
        self.program = program
        self.version = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stdout.split()[1]
        stage = self.stage
        self.work = work = stage.folder / "asterisk"
        for folder in ("etc", "var", "run", "log", "spool", "keys"):
            (work / folder).mkdir(parents=True)
        modules = next(path for path in (installed / "lib" / "asterisk" / "modules", *installed.glob("lib/*/asterisk/modules")) if path.exists())
        self.configuration(modules)
        self.run("asterisk", program, "-f", "-n", "-vv", "-C", work / "etc" / "asterisk.conf")

    def configuration(self, modules):
        stage, work = self.stage, self.work
        etc = work / "etc"
        majord = (PROJECT / "etc/asterisk/majord.conf").read_text()
        needed = re.search(r"none may be missing: ((?:.|\n; )*?)\.\n", majord)
        expect(needed, "majord.conf names no modules")
        needed = needed.group(1).replace("\n;", "").split(", ")
        (etc / "asterisk.conf").write_text("\n".join([
            "[directories]", f"astetcdir => {etc}", f"astmoddir => {modules}", f"astvarlibdir => {work}/var", f"astdbdir => {work}/var",
            f"astkeydir => {work}/keys", f"astdatadir => {work}/var", f"astagidir => {work}/var", f"astspooldir => {work}/spool",
            f"astrundir => {work}/run", f"astlogdir => {work}/log", "astsbindir => /usr/sbin", "[options]", "nocolor = yes", ""]))
        (etc / "modules.conf").write_text("[modules]\nautoload=no\n" + "".join(f"load={name}.so\n" for name in [*MODULES, *needed]))
        (etc / "logger.conf").write_text("[general]\n[logfiles]\nconsole => notice,warning,error,verbose\n")
        (etc / "features.conf").write_text("[general]\npickupexten=*8\n")
        (etc / "rtp.conf").write_text("[general]\nrtpstart=30000\nrtpend=39999\n")
        (etc / "cdr.conf").write_text("[general]\nenable=no\n")
        self.ami = free_port()
        (work / "secret").write_text("of-these-tests\n")
        (etc / "manager.conf").write_text("\n".join([
            "[general]", "enabled = yes", f"port = {self.ami}", "bindaddr = 127.0.0.1", "[majord-lamps]", "secret = of-these-tests", "read =",
            "write = call,reporting", ""]))
        self.dial_plan()
        host, port = stage.sip
        pjsip = self.shipped("asterisk/pjsip.conf", {
            "bind=192.0.2.1:5060": f"bind={host}:{port}", "sip:192.0.2.10:5060": f"sip:{stage.trunk}", "match=192.0.2.10": f"match={stage.trunk}",
            f"auth={PRIMARY}\n": "", f"auth={BACKUP}\n": "", "rtp_timeout=300": "rtp_timeout=20",
            "redirect_method=user\n": "redirect_method=user\ncall_group=1\npickup_group=1\n",
            **self.contexts}, etc / "pjsip.conf")
        with pjsip.open("a") as file:
            for extension in (OVERFLOW, COLLEAGUE):
                file.write(f"\n[{extension}](phone)\naors={extension}\n[{extension}](phone-aor)\n")
            file.write(f"\n[{WORDY}](phone)\naors={WORDY}\n[{WORDY}](phone-aor)\n")
            file.write(f"\n[{PROTECTED}](phone)\naors={PROTECTED}\nauth={PROTECTED}\n[{PROTECTED}](phone-aor)\n")
            file.write(f"[{PROTECTED}](phone-auth)\nusername={PROTECTED}\npassword=a-password\n")
            file.write(f"\n[ordinary](phone)\naors=ordinary\n[ordinary]\ntype=aor\ncontact={stage.ordinary_uri('x').replace('x@', '')}\n")

    def dial_plan(self):
        self.majord_conf({})
        self.shipped("asterisk/extensions.conf", {ORDINARY: (
            "exten => _2XXX,1,Dial(PJSIP/${EXTEN})\n same => n,Hangup(${HANGUPCAUSE})\n"
            "exten => _[+0-9]!,1,Dial(PJSIP/${EXTEN}@ordinary)\n same => n,Hangup()\n")}, self.work / "etc" / "extensions.conf")

    def majord_conf(self, changed):
        majord = self.stage.majord
        self.shipped("asterisk/majord.conf", {
            "PJSIP/${EXTEN}@trunk": "PJSIP/${EXTEN}@ordinary",
            "agi://127.0.0.1:4577/": f"agi://{majord.fastagi}/", "/etc/majord-pbx/fastagi-token": str(majord.token), **self.settings, **changed},
            self.work / "etc" / "majord.conf")

    async def register(self, extension, seconds):
        """Majord hears of it by majord-lamps, which runs from the first time on."""
        host, port = self.stage.sip
        if not self.lamps:
            self.lamps = self.run(
                "lamps", sys.executable, PROJECT / "etc" / "asterisk" / "majord-lamps", "--ami", f"127.0.0.1:{self.ami}", "--secret",
                self.work / "secret", "--majorctl", office.BUILT / "majorctl", "--pbx", self.stage.majord.pbx_path,
                environment={"MAJORD_SOCKET": self.stage.majord.control_path})
        await self.stage.phones[extension].endpoint.register(self.stage.sip, extension, f"{host}:{port}", seconds=seconds)

    async def ready(self):
        host, port = self.stage.sip
        for extension, phone in self.stage.phones.items():
            await phone.endpoint.register(self.stage.sip, extension, f"{host}:{port}")

    def command(self, text):
        """What Asterisk's console says to a command."""
        done = subprocess.run([self.program, "-C", self.work / "etc" / "asterisk.conf", "-rx", text], capture_output=True, text=True, timeout=20)
        expect(done.returncode == 0, f"`{text}`: {done.stdout}{done.stderr}")
        return done.stdout

    def is_bridged(self, prefix):
        """Whether the channels of such a name speak with others, all of them."""
        channels = [line.split("!") for line in self.command("core show channels concise").splitlines()]
        bridges = [fields[-2] for fields in channels if len(fields) > 2 and fields[0].startswith(prefix)]
        return bridges and all(bridges)

    async def dial(self, code, extension, *lines, endpoint=None):
        """The call is answered, and the display is told the connected party's name."""
        endpoint = endpoint or self.stage.phones[extension].endpoint
        call = endpoint.call(self.stage.sip, code, extension, *lines, origin=f"<sip:{extension}@pbx.example>")
        response = await call.answer()
        name = re.match(r'\s*"((?:[^"\\]|\\.)*)"', response.get("P-Asserted-Identity"))
        await call.over()
        return name.group(1) if name else f"nothing: {response.headers}", ""

"""Asterisk with chan_pjsip, and majord.conf, extensions.conf and pjsip.conf as they are shipped but for addresses, passwords and the ordinary dial plan."""

import pathlib
import re
import shutil
import subprocess

import sip
from stage import BACKUP, COLLEAGUE, OVERFLOW, PRIMARY, PROJECT, PBX as Base, expect

# What any Asterisk with SIP telephones loads. What the dial plan needs beside it stands in majord.conf, and is loaded from there.
MODULES = """
bridge_builtin_features bridge_native_rtp bridge_simple bridge_softmix codec_alaw codec_ulaw format_pcm format_sln format_wav pbx_config
res_pjproject res_pjsip res_pjsip_authenticator_digest res_pjsip_caller_id res_pjsip_endpoint_identifier_ip
res_pjsip_endpoint_identifier_user res_pjsip_nat res_pjsip_pubsub res_pjsip_refer res_pjsip_registrar res_pjsip_rfc3326 res_pjsip_sdp_rtp
res_pjsip_session res_rtp_asterisk res_sorcery_astdb res_sorcery_config res_sorcery_memory res_speech res_timing_timerfd
""".split()

ORDINARY = """\
exten => 2000,1,Answer()
 same => n,Playback(vm-goodbye)
 same => n,Hangup()
exten => _21XX,1,Dial(PJSIP/${EXTEN},60)
 same => n,Hangup()
"""


class PBX(Base):
    name = "asterisk"
    # Asterisk's dial plan does not hear when a phone begins to ring: the report is made when it is dialled.
    reports_ringing = "dialled"
    ends_dead_calls_within = 60

    # How majord is asked, and what else is set at the top of majord.conf.
    settings = {}

    def __init__(self, stage, installed=None):
        super().__init__(stage, installed)
        stage.majord.token.write_text("0123456789abcdef" * 4)

    def start(self):
        installed = pathlib.Path(self.installed or "/usr")
        program = next((path for path in (installed / "sbin" / "asterisk", installed / "bin" / "asterisk") if path.exists()), None)
        expect(program, f"there is no Asterisk in {installed}")
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
        (etc / "rtp.conf").write_text("[general]\nrtpstart=30000\nrtpend=39999\n")
        (etc / "cdr.conf").write_text("[general]\nenable=no\n")
        self.shipped("asterisk/majord.conf", {
            "agi://127.0.0.1:4577/": f"agi://{stage.majord.fastagi}/", "/etc/majord-pbx/fastagi-token": str(stage.majord.token),
            **self.settings}, etc / "majord.conf")
        self.shipped("asterisk/extensions.conf", {ORDINARY: (
            "exten => _2XXX,1,Dial(PJSIP/${EXTEN})\n same => n,Hangup(${HANGUPCAUSE})\n"
            "exten => _[+0-9]!,1,Dial(PJSIP/${EXTEN}@ordinary)\n same => n,Hangup()\n")}, etc / "extensions.conf")
        host, port = stage.sip
        pjsip = self.shipped("asterisk/pjsip.conf", {
            "bind=0.0.0.0:5060": f"bind={host}:{port}", "sip:192.0.2.10:5060": f"sip:{stage.trunk}", "match=192.0.2.10": f"match={stage.trunk}",
            f"auth={PRIMARY}\n": "", f"auth={BACKUP}\n": "", "rtp_timeout=300": "rtp_timeout=20"}, etc / "pjsip.conf")
        with pjsip.open("a") as file:
            for extension in (OVERFLOW, COLLEAGUE):
                file.write(f"\n[{extension}](phone)\naors={extension}\n[{extension}](phone-aor)\n")
            file.write(f"\n[ordinary](phone)\naors=ordinary\n[ordinary]\ntype=aor\ncontact={stage.ordinary_uri('x').replace('x@', '')}\n")

    async def ready(self):
        host, port = self.stage.sip
        for extension, phone in self.stage.phones.items():
            await phone.endpoint.register(self.stage.sip, extension, f"{host}:{port}")

    async def dial(self, code, extension):
        """The call is answered, and the display is told the connected party's name."""
        endpoint = self.stage.phones[extension].endpoint
        call = endpoint.call(self.stage.sip, code, extension, origin=f"<sip:{extension}@pbx.example>")
        response = await call.answer()
        name = re.match(r'\s*"((?:[^"\\]|\\.)*)"', response.get("P-Asserted-Identity"))
        await call.over()
        return name.group(1) if name else f"nothing: {response.headers}", ""

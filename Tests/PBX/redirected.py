"""PBXs that ask the redirect server as if it were a trunk: Asterisk and FreeSWITCH, which were built, in the smallest configuration for it."""

import pathlib
import re
import subprocess

from stage import PBX, PROJECT, RING, expect, free_port


class Redirect(PBX):
    """Kamailio with redirect.cfg; all settings are given on the command line."""

    name = "redirect"

    def start(self):
        self.version = subprocess.run(["/usr/sbin/kamailio", "-v"], capture_output=True, text=True, check=True).stdout.split()[2]
        self.kamailio(self.stage.sip, "^127\\.0\\.0\\.2$")

    def kamailio(self, address, askers, *flags, **settings):
        stage = self.stage
        work = stage.folder / f"kamailio-{address[1]}"
        work.mkdir()
        settings = {
            "LISTEN": f"udp:{address[0]}:{address[1]}", "TRUNK": askers, "EXTENSIONS": stage.phone_uri("EXT"), "ORDINARY": stage.ordinary_uri(),
            "MAJORD": stage.majord.pbx_path, "WORKERS": 4, **settings}
        return self.run(
            f"kamailio-{address[1]}", "/usr/sbin/kamailio", "-f", PROJECT / "etc" / "kamailio" / "redirect.cfg", "-DD", "-E", "-m", "64", "-M", "8",
            "-Y", work, "-w", work,
            *(word for setting in [*flags, *(f"{name}={value}" for name, value in settings.items())] for word in ("-A", setting)))


class Asterisk(Redirect):
    """All three ways in which chan_pjsip follows a redirection, as X-Way says."""

    name = "asterisk"
    FILES = {
        "asterisk.conf": """\
[directories]
astetcdir => {etc}
astmoddir => {installed}/lib/asterisk/modules
astvarlibdir => {installed}/var/lib/asterisk
astdatadir => {installed}/var/lib/asterisk
astdbdir => {folder}
astkeydir => {folder}
astagidir => {folder}
astspooldir => {folder}
astrundir => {folder}
astlogdir => {folder}
""",
        "modules.conf": """\
[modules]
autoload=yes
noload=res_hep.so
noload=chan_iax2.so
""",
        "logger.conf": "[logfiles]\nconsole = notice,warning,error,verbose\n",
        "pjsip.conf": """\
[udp]
type=transport
protocol=udp
bind={host}:{port}
[trunk]
type=endpoint
context=from-trunk
disallow=all
allow=alaw
trust_id_inbound=yes
[trunk]
type=identify
endpoint=trunk
match={trunk}
[redirect](!)
type=endpoint
disallow=all
allow=alaw
trust_id_outbound=yes
send_pai=yes
[majord]
type=aor
contact=sip:127.0.0.1:{redirect}
{ways}
{phones}
""",
        "extensions.conf": """\
[from-trunk]
; The header says which way is tried.
exten => _[+0-9].,1,Set(__FORWARD_CONTEXT=phones)
 same => n,Set(WAY=${{PJSIP_HEADER(read,X-Way)}})
 same => n,Dial(PJSIP/${{WAY}}/sip:${{EXTEN}}@127.0.0.1:{redirect},10)
 same => n,Hangup(20)
[phones]
exten => _XXXX,1,Dial(PJSIP/${{EXTEN}},{ring})
""",
    }
    WAYS = ("user", "uri_core", "uri_pjsip")
    # Who rings where the primary refuses or is silent, and what the caller gets.
    refused = {"user": (["2101"], 480), "uri_core": (["2101"], 480), "uri_pjsip": (["2101", "2102"], 200)}
    silent = {way: (["2101"], 480) for way in WAYS}

    def start(self):
        expect(self.installed, "name the folder where Asterisk is installed")
        stage = self.stage
        self.redirect = ("127.0.0.1", free_port())
        self.kamailio(self.redirect, "^127\\.0\\.0\\.1$")
        folder = stage.folder / "asterisk"
        etc = folder / "etc"
        etc.mkdir(parents=True)
        installed = pathlib.Path(self.installed).resolve()
        program = installed / "sbin" / "asterisk"
        self.version = subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stdout.split()[1]
        values = dict(
            etc=etc, folder=folder, installed=installed, host=stage.sip[0], port=stage.sip[1], trunk=stage.trunk, redirect=self.redirect[1], ring=RING,
            ways="\n".join(f"[{way}](redirect)\naors=majord\nredirect_method={way}" for way in self.WAYS),
            phones="\n".join(
                f"[{extension}]\ntype=endpoint\naors={extension}\ndisallow=all\nallow=alaw\n[{extension}]\ntype=aor\ncontact={stage.phone_uri(extension)}"
                for extension in stage.phones))
        for name, text in self.FILES.items():
            (etc / name).write_text(text.format(**values))
        self.run("asterisk", program, "-C", etc / "asterisk.conf", "-f", "-n", "-vvv")


class FreeSWITCH(Redirect):
    """With manual-redirect, and one Contact after the other in the context `redirected`."""

    name = "freeswitch"
    refused = {None: (["2101", "2102"], 200)}
    silent = {None: (["2101", "2102"], 200)}
    MODULES = ("console", "logfile", "event_socket", "commands", "dptools", "dialplan_xml", "sofia")
    CONFIGURATION = """\
<document type="freeswitch/xml">
  <section name="configuration">
    <configuration name="modules.conf"><modules>{modules}</modules></configuration>
    <configuration name="switch.conf"><settings><param name="sessions-per-second" value="1000"/><param name="loglevel" value="info"/></settings></configuration>
    <configuration name="console.conf"><mappings><map name="all" value="console,info,notice,warning,err,crit,alert"/></mappings>
      <settings><param name="colorize" value="false"/><param name="loglevel" value="info"/></settings></configuration>
    <configuration name="logfile.conf"><settings/><profiles/></configuration>
    <configuration name="event_socket.conf"><settings><param name="listen-ip" value="127.0.0.1"/><param name="listen-port" value="{control}"/>
      <param name="password" value="of-these-tests"/></settings></configuration>
    <configuration name="acl.conf"><network-lists><list name="trunk" default="deny"><node type="allow" cidr="{trunk}/32"/></list></network-lists></configuration>
    <configuration name="sofia.conf"><profiles><profile name="internal"><settings>
      <param name="sip-ip" value="{host}"/><param name="sip-port" value="{port}"/><param name="rtp-ip" value="{host}"/>
      <param name="context" value="public"/><param name="dialplan" value="XML"/><param name="apply-inbound-acl" value="trunk"/>
      <param name="inbound-codec-prefs" value="PCMA"/><param name="outbound-codec-prefs" value="PCMA"/>
      <param name="manage-presence" value="false"/><param name="manual-redirect" value="true"/>
    </settings></profile></profiles></configuration>
  </section>
  <section name="dialplan">
    <context name="public"><extension name="all"><condition field="destination_number" expression="^(.+)$">
      <action application="set" data="sip_cid_type=pid"/>
      <action application="bridge" data="sofia/internal/$1@127.0.0.1:{redirect}"/>
    </condition></extension></context>
    <context name="redirected"><extension name="all"><condition field="destination_number" expression="^(.+)$">
      <action application="set" data="continue_on_fail=true"/>
      <action application="set" data="hangup_after_bridge=true"/>
      <action application="set" data="call_timeout={ring}"/>
      <action application="bridge" data="${{sip_redirect_dialstring_0}}"/>
      <action application="bridge" data="${{sip_redirect_dialstring_1}}"/>
      <action application="bridge" data="${{sip_redirect_dialstring_2}}"/>
    </condition></extension></context>
  </section>
</document>
"""

    def start(self):
        expect(self.installed, "name the folder where FreeSWITCH is installed")
        stage, work = self.stage, self.stage.folder / "freeswitch"
        self.redirect = ("127.0.0.1", free_port())
        self.kamailio(self.redirect, "^127\\.0\\.0\\.1$")
        program = pathlib.Path(self.installed) / "bin" / "freeswitch"
        self.version = re.search(r"version: (\S+)", subprocess.run([program, "-version"], capture_output=True, text=True, check=True).stdout).group(1)
        folders = ("conf", "log", "db", "run", "recordings", "storage", "grammar", "certs", "sounds", "cache", "scripts")
        for folder in folders:
            (work / folder).mkdir(parents=True)
        self.control = free_port()
        (work / "conf" / "freeswitch.xml").write_text(self.CONFIGURATION.format(
            modules="".join(f'<load module="mod_{name}"/>' for name in self.MODULES), control=self.control, trunk=stage.trunk, host=stage.sip[0],
            port=stage.sip[1], redirect=self.redirect[1], ring=RING))
        self.run(
            "freeswitch", program, "-nf", "-np", "-nonat", "-nocal", *(word for folder in folders for word in (f"-{folder}", work / folder)), "-temp", work)

    async def ready(self):
        """Calls are taken some time after OPTIONS are."""
        await self.stage.eventually("FreeSWITCH is ready", lambda: "is ready" in subprocess.run(
            [pathlib.Path(self.installed) / "bin" / "fs_cli", "-H", "127.0.0.1", "-P", str(self.control), "-p", "of-these-tests", "-x", "status"],
            capture_output=True, text=True, timeout=20).stdout, 60)

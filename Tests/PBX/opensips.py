"""OpenSIPS as it is built into a folder, with etc/opensips/opensips.cfg as it is shipped but for its settings, and systemd's proxy as in the units."""

import pathlib
import re
import shutil
import subprocess

from stage import PBX as Base, free_port


class PBX(Base):
    name = "opensips"
    # A proxy passes REFER on to the caller.
    transfers = "caller"
    # Each side is asked anew after two seconds here; OpenSIPS waits 32 for an answer.
    ends_dead_calls_within = 60

    def start(self):
        program = pathlib.Path(self.installed) / "sbin" / "opensips" if self.installed else shutil.which("opensips", path="/usr/sbin:/usr/bin")
        self.version = re.search(r"\d[\d.]*", subprocess.run([program, "-V"], capture_output=True, text=True, check=True).stdout).group()
        stage, work = self.stage, self.stage.folder / "opensips"
        work.mkdir()
        host, port = stage.sip
        tcp = free_port()
        self.run(
            "proxy", "systemd-socket-activate", "-l", f"127.0.0.1:{tcp}", "/usr/lib/systemd/systemd-socket-proxyd", stage.majord.pbx_path)
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
        self.run("opensips", program, "-f", configuration, "-F", "-m", "256", "-M", "16", "-w", work)

    def modules(self):
        """Where a built OpenSIPS has its modules; an installed one knows that by itself."""
        folders = [*pathlib.Path(self.installed).glob("lib*/opensips/modules")] if self.installed else []
        return {'loadmodule "cfgutils.so"': f'mpath="{folders[0]}/"\nloadmodule "cfgutils.so"'} if folders else {}

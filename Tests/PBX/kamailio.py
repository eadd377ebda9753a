"""Kamailio as Debian has it, with etc/kamailio/kamailio.cfg as it is shipped: all settings are given on the command line."""

import pathlib
import shutil
import subprocess

from stage import PBX as Base, PROJECT


class PBX(Base):
    name = "kamailio"
    # A proxy passes REFER on to the caller.
    transfers = "caller"

    def start(self):
        program = pathlib.Path(self.installed) / "sbin" / "kamailio" if self.installed else shutil.which("kamailio", path="/usr/sbin:/usr/bin")
        self.version = subprocess.run([program, "-v"], capture_output=True, text=True, check=True).stdout.split()[2]
        stage, work = self.stage, self.stage.folder / "kamailio"
        work.mkdir()
        host, port = stage.sip
        settings = {
            "LISTEN": f"udp:{host}:{port}", "TRUNK": "^127\\.0\\.0\\.2$", "PHONES": "^127\\.0\\.0\\.3$",
            "EXTENSIONS": stage.phone_uri("EXT"), "ORDINARY": stage.ordinary_uri(), "MAJORD": stage.majord.pbx_path,
            **self.settings()}
        self.run(
            "kamailio", program, "-f", PROJECT / "etc" / "kamailio" / "kamailio.cfg", "-DD", "-E", "-m", "128", "-M", "8", "-Y", work, "-w", work,
            *(word for name, value in settings.items() for word in ("-A", f"{name}={value}")))

    def settings(self):
        return {}

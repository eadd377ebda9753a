"""An administrator installs the package"""

import gzip
import os
import pathlib
import stat
import unittest

import office
from system import CONTROL, PBX, SOCKETS, eventually, run, show, systemctl

USERS = {"jdevries": "", "mbakker": "", "stranger": "", "kamailio": "majord-pbx", "boss": "majord-admin"}


class Installation(unittest.TestCase):
    def test_install(self):
        "dpkg installs the package without a warning, and nothing has failed"
        done = run("dpkg", "-i", "/debs/majord.deb", seconds=120)
        self.assertNotRegex(done.stderr, "(?i)fail|warning|error|cannot|not found")
        self.assertEqual(systemctl("--failed", "--no-legend", "--plain").stdout, "")

    def test_dependencies(self):
        "every program and library of the package finds its libraries"
        files = [path for path in run("dpkg", "-L", "majord").stdout.split() if pathlib.Path(path).is_file()]
        for path in files:
            with open(path, "rb") as file:
                if file.read(4) != b"\x7fELF":
                    continue
            self.assertNotIn("not found", run("ldd", path, check=False).stdout, path)

    def test_documents(self):
        "manual pages, completions and an example directory without errors come with it"
        share = pathlib.Path("/usr/share")
        for path in ("man/man8/majord.8.gz", "man/man1/majorctl.1.gz", "man/man5/majord.yaml.5.gz"):
            self.assertGreater(len(gzip.decompress((share / path).read_bytes())), 1_000, path)
        for path in ("bash-completion/completions/majorctl", "zsh/vendor-completions/_majorctl",
                     "fish/vendor_completions.d/majorctl.fish"):
            self.assertIn("majorctl", (share / path).read_text(), path)
        run("majord", "--check", str(share / "doc/majord/examples/majord"))

    def test_versions(self):
        "majord --version and majorctl --version, which are one file, say the package's version"
        self.assertEqual(os.readlink("/usr/bin/majorctl"), "majord")
        version = run("dpkg-query", "-W", "-f", "${Version}", "majord").stdout.partition("-")[0]
        for program in ("majord", "majorctl"):
            self.assertEqual(run(program, "--version").stdout.strip(), version, program)

    def test_enabled(self):
        "the sockets are enabled and listen; FastAGI is shipped and off"
        for unit in SOCKETS:
            self.assertEqual(systemctl("is-enabled", unit, check=False).stdout.strip(), "enabled", unit)
            self.assertEqual(systemctl("is-active", unit, check=False).stdout.strip(), "active", unit)
        self.assertEqual(
            systemctl("is-enabled", "majord-fastagi.socket", check=False).stdout.strip(), "disabled")

    def test_modes(self):
        "pbx.sock is the PBXs' (0660, majord-pbx), control.sock everybody's (0666)"
        for path, mode, group in ((PBX, 0o660, "majord-pbx"), (CONTROL, 0o666, None)):
            found = os.stat(path)
            self.assertTrue(stat.S_ISSOCK(found.st_mode), path)
            self.assertEqual(oct(stat.S_IMODE(found.st_mode)), oct(mode), path)
            if group:
                self.assertEqual(pathlib.Path(path).group(), group, path)

    def test_conffiles(self):
        "what stands in /etc belongs to the administrator"
        conffiles = run("dpkg-query", "-W", "-f", "${Conffiles}", "majord").stdout.split()
        in_etc = [path for path in run("dpkg", "-L", "majord").stdout.split()
                  if path.startswith("/etc/") and pathlib.Path(path).is_file()]
        for path in in_etc:
            self.assertIn(path, conffiles)

    def test_answers(self):
        "with two clients put in, the first call is answered"
        for user, group in USERS.items():
            run("useradd", "--no-create-home", *(("-G", group) if group else ()), user)
        office.fresh()
        self.assertEqual(office.route(office.NOORD, "install-1")["extension"], "2101")

    def test_first_connection(self):
        "the first connection starts majord"
        systemctl("stop", "majord.service")
        eventually("majord stopped", lambda: show("majord.service", "ActiveState") == "inactive")
        for unit in SOCKETS:
            self.assertEqual(show(unit, "ActiveState"), "active", unit)
        self.assertEqual(office.route(office.DELTA, "install-2")["extension"], "2102")
        # Callers are answered before systemd is told that majord is ready.
        eventually("majord is ready", lambda: show("majord.service", "ActiveState") == "active")

    def test_first_majorctl(self):
        "so does the first majorctl"
        systemctl("stop", "majord.service")
        self.assertIn("2 of 2 clients covered", office.majorctl("status").stdout)


class Rights(unittest.TestCase):
    def ask_pbx(self, user):
        return run("python3", "/ci/pbx.py", "PING", user=user, check=False)

    def test_stranger(self):
        "a user of no group is kept from pbx.sock"
        self.assertIn("PermissionError", self.ask_pbx("stranger").stderr)
        self.assertIn("PermissionError", self.ask_pbx("jdevries").stderr)

    def test_pbx(self):
        "a user of majord-pbx is answered"
        self.assertEqual(self.ask_pbx("kamailio").stdout, "PONG\n")

    def test_stranger_status(self):
        "anybody sees the status without phone numbers; nobody else's business is done"
        shown = office.majorctl("status", user="stranger").stdout
        self.assertIn("2 of 2 clients covered", shown)
        self.assertNotIn("2101", shown)
        for refused in (("sick", "--agent", "jdevries"), ("reload",), ("explain", office.NOORD)):
            self.assertEqual(office.majorctl(*refused, user="stranger", check=False).returncode, 77, refused)

    def test_agent(self):
        "an agent changes his own availability and nobody else's"
        office.majorctl("pause", "10m", user="jdevries")
        self.assertEqual(office.route(office.NOORD, "rights-1")["extension"], "2102")
        office.majorctl("back", user="jdevries")
        self.assertEqual(office.route(office.NOORD, "rights-2")["extension"], "2101")
        self.assertEqual(office.majorctl("sick", "--agent", "mbakker", user="jdevries", check=False).returncode, 77)

    def test_manager(self):
        "a user of majord-admin does everything"
        office.majorctl("sick", "--agent", "mbakker", user="boss")
        office.majorctl("back", "--agent", "mbakker", user="boss")
        office.majorctl("reload", user="boss")

    def test_pbx_user(self):
        "a PBX's user asks how a call goes, and changes nothing"
        office.majorctl("explain", office.NOORD, user="kamailio")
        self.assertEqual(office.majorctl("sick", "--agent", "mbakker", user="kamailio", check=False).returncode, 77)

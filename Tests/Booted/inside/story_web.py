"""The office's pages, as an administrator has them"""

import pathlib
import stat
import unittest

import office
from system import eventually, run, show, systemctl

WEB = "/run/majord-web/web.sock"
PACKAGE = pathlib.Path("/debs/majord-web.deb")
# Asks a page as the Unix user who runs it: status, and what is on it.
ASK = """
import http.client, socket, sys
peer = socket.socket(socket.AF_UNIX)
peer.settimeout(10)
peer.connect("/run/majord-web/web.sock")
connection = http.client.HTTPConnection("majord.example.org")
connection.sock = peer
connection.request("GET", sys.argv[1], headers={"X-Remote-User": sys.argv[2]} if sys.argv[2] else {})
answer = connection.getresponse()
print(answer.status)
print(answer.read().decode())
"""


def ask(path, login="els", user="www-data"):
    done = run("python3", "-c", ASK, path, login, user=user, check=False)
    status, _, text = done.stdout.partition("\n")
    return status, text


@unittest.skipUnless(PACKAGE.exists(), "there is no majord-web_*.deb beside majord's")
class Web(unittest.TestCase):
    def test_install(self):
        "dpkg installs the package without a warning; it runs at once, as a user of its own"
        office.fresh()
        path = office.CONFIGURATION / "majord.yaml"
        path.write_text(path.read_text() + "managers: [{name: Els Mulder, login: els}]\nwalls: [{name: Hal, login: hal}]\n")
        systemctl("reload", "majord.service")
        done = run("dpkg", "-i", str(PACKAGE), seconds=120)
        self.assertNotRegex(done.stderr, "(?i)fail|warning|error|cannot|not found")
        eventually("majord-web runs", lambda: show("majord-web.service", "ActiveState") == "active")
        self.assertEqual(systemctl("--failed", "--no-legend", "--plain").stdout, "")
        self.assertEqual(systemctl("is-enabled", "majord-web.service").stdout.strip(), "enabled")
        self.assertIn("majord-web", run("id", "-nG", "majord-web").stdout)
        eventually("its socket is there", pathlib.Path(WEB).exists)
        self.assertTrue(stat.S_ISSOCK(pathlib.Path(WEB).stat().st_mode))

    def test_libraries(self):
        "it finds its libraries, and says the version of the package"
        self.assertNotIn("not found", run("ldd", "/usr/bin/majord-web").stdout)
        version = run("dpkg-query", "-W", "-f", "${Version}", "majord-web").stdout.partition("-")[0]
        self.assertEqual(run("majord-web", "--version").stdout.strip(), version)

    def test_exposure(self):
        "the unit's exposure is at most 1.2"
        done = run(
            "systemd-analyze", "security", "--offline=true", "--threshold=12", "--no-pager",
            "/usr/lib/systemd/system/majord-web.service", check=False)
        self.figures = next((line for line in done.stdout.splitlines() if "Overall exposure" in line), "").partition("for ")[2]
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_pages(self):
        "the proxy's user is believed, and nobody else at the socket"
        status, text = ask("/manage")
        self.assertEqual(status, "200", text)
        self.assertIn('class="visitor">Els Mulder<', text)
        self.assertEqual(ask("/manage", user="nobody")[0], "403")
        self.assertEqual(ask("/manage", "hal")[0], "403")
        self.assertEqual(ask("/?wall=1", "hal")[0], "200")
        self.assertIn("Joke de Vries", ask("/?wall=1", "hal")[1])
        self.assertNotIn("Joke", ask("/", "")[1])

    def test_whoami(self):
        "majorctl whoami tells who somebody is on the machine"
        self.assertIn("Joke de Vries", run("majorctl", "whoami", user="jdevries").stdout)

    def test_restart(self):
        "it survives majord's restart, and says so while majord is gone"
        before = show("majord-web.service", "MainPID")
        systemctl("restart", "majord.service")
        eventually("the page answers", lambda: ask("/manage")[0] == "200")
        systemctl("stop", "majord.service", "majord-control.socket", "majord-pbx.socket")
        status, text = ask("/manage")
        self.assertEqual(status, "503")
        self.assertIn("majord does not answer", text)
        office.start()
        eventually("the page answers again", lambda: ask("/manage")[0] == "200")
        self.assertEqual(show("majord-web.service", "MainPID"), before)

    def test_crash(self):
        "killed, it is back within seconds"
        systemctl("kill", "-s", "KILL", "majord-web.service")
        eventually("the page answers again", lambda: ask("/manage")[0] == "200")

    def test_removal(self):
        "purged, it leaves nothing that runs"
        run("dpkg", "--purge", "majord-web", seconds=60)
        self.assertFalse(pathlib.Path("/usr/bin/majord-web").exists())
        self.assertFalse(pathlib.Path(WEB).exists())

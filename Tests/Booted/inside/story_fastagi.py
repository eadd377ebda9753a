"""FastAGI, once its socket is enabled"""

import os
import pathlib
import pwd
import socket
import stat
import subprocess

import office
from office import NOORD
from system import run, show, systemctl


TOKEN = pathlib.Path("/etc/majord-pbx/fastagi-token")
AGENT = ("2101", "sick")


def ask(script, arguments=(NOORD, "+31880001234", "fastagi-1")):
    """Asks as Asterisk does; the variables that were set."""
    words = "".join(f"agi_arg_{number}: {word}\n" for number, word in enumerate(arguments, 1))
    variables = {}
    with socket.create_connection(("127.0.0.1", 4577), timeout=10) as connection:
        connection.sendall(f"agi_network: yes\nagi_network_script: {script}\nagi_request: agi://127.0.0.1/{script}\n"
                           f"{words}\n".encode())
        for line in connection.makefile(encoding="utf-8"):
            command, _, value = line.strip().partition(" MAJOR_")
            if command == "SET VARIABLE":
                name, _, quoted = value.partition(" ")
                variables[name] = quoted.strip('"')
            echoed = line.strip().partition("GET FULL VARIABLE ")[2]
            connection.sendall(f"200 result=1{f' ({echoed})' if echoed else ''}\n".encode())
    return variables


class FastAGI(office.Story):
    @classmethod
    def tearDownClass(cls):
        systemctl("disable", "--now", "majord-fastagi.socket")
        systemctl("restart", "majord.service")

    def test_enabled(self):
        "enabled and majord restarted, Asterisk is answered; the other sockets stay"
        systemctl("enable", "majord-fastagi.socket")
        systemctl("start", "majord-fastagi.socket", check=False)
        systemctl("restart", "majord.service")
        self.assertEqual(show("majord-fastagi.socket", "ActiveState"), "active")
        variables = ask("route")
        self.assertEqual((variables.get("ACTION"), variables.get("EXTENSION")), ("dial", "2101"), variables)
        self.answers("fastagi-2")

    def test_token(self):
        "the token was made at installation: the PBX's group reads it, strangers do not; reports and availability take it"
        status = TOKEN.stat()
        self.assertEqual(stat.S_IMODE(status.st_mode), 0o640)
        self.assertEqual((TOKEN.owner(), TOKEN.group()), ("root", "majord-pbx"))
        self.assertRegex(TOKEN.read_text(), r"\A[0-9a-f]{64}\Z")
        nobody = pwd.getpwnam("nobody")
        refused = subprocess.run(["cat", str(TOKEN)], user=nobody.pw_uid, group=nobody.pw_gid, extra_groups=[],
                                 capture_output=True, check=False)
        self.assertNotEqual(refused.returncode, 0)
        self.assertEqual(ask("agent", AGENT).get("STATE"), "refused")
        self.assertEqual(ask("agent?token=" + "0" * 64, AGENT).get("STATE"), "refused")
        self.assertEqual(ask("ended", ("fastagi-1", "CANCEL")).get("ACCEPTED"), "")
        query = f"?token={TOKEN.read_text()}"
        self.assertEqual(ask("agent" + query, AGENT).get("STATE"), "away")
        self.assertEqual(ask("agent" + query, ("2101", "back")).get("STATE"), "available")
        self.assertEqual(ask("ended" + query, ("fastagi-1", "CANCEL")).get("ACCEPTED"), "1")

    def test_without_token(self):
        "without the file majord starts, and answers questions alone"
        kept = TOKEN.with_suffix(".kept")
        os.rename(TOKEN, kept)
        try:
            systemctl("restart", "majord.service")
            self.assertEqual(ask("route").get("EXTENSION"), "2101")
            self.assertEqual(ask(f"agent?token={kept.read_text()}", AGENT).get("STATE"), "refused")
            self.assertEqual(ask("agent?token=none", AGENT).get("STATE"), "refused")
        finally:
            os.rename(kept, TOKEN)
            systemctl("restart", "majord.service")

    def test_restart(self):
        "it waits for a restart as the others do"
        run("systemctl", "restart", "majord.service")
        self.assertEqual(ask("route").get("EXTENSION"), "2101")

"""FastAGI, once its socket is enabled"""

import socket

import office
from office import NOORD
from system import run, show, systemctl


def ask(script):
    """Asks as Asterisk does; the variables that were set."""
    variables = {}
    with socket.create_connection(("127.0.0.1", 4573), timeout=10) as connection:
        connection.sendall(f"agi_network: yes\nagi_network_script: {script}\nagi_request: agi://127.0.0.1/{script}\n"
                           f"agi_arg_1: {NOORD}\nagi_arg_2: +31880001234\nagi_arg_3: fastagi-1\n\n".encode())
        for line in connection.makefile(encoding="utf-8"):
            command, _, value = line.strip().partition(" MAJOR_")
            if command == "SET VARIABLE":
                name, _, quoted = value.partition(" ")
                variables[name] = quoted.strip('"')
            connection.sendall(b"200 result=1\n")
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

    def test_restart(self):
        "it waits for a restart as the others do"
        run("systemctl", "restart", "majord.service")
        self.assertEqual(ask("route").get("EXTENSION"), "2101")

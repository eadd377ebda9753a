"""Lamps for Asterisk, installed as majord-lamps.service says"""

import pathlib
import socket
import threading

import office
from office import NOORD, majorctl
from pbx import PBX
from system import eventually, run, show, systemctl

EXAMPLES = pathlib.Path("/usr/share/doc/majord/examples/asterisk")
SECRET = pathlib.Path("/etc/asterisk/majord-lamps.secret")
UNIT = pathlib.Path("/etc/systemd/system/majord-lamps.service")
JOKE, CLIENT = "Custom:majord-agent-2101", "Custom:majord-client-noord"


class Asterisk:
    """A stand-in for its manager interface, which keeps device states."""

    def __init__(self):
        self.states = {}
        self.listener = socket.create_server(("127.0.0.1", 5038))
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.talk, args=(connection,), daemon=True).start()

    def talk(self, connection):
        with connection, connection.makefile("rw", newline="\r\n") as stream:
            stream.write("Asterisk Call Manager/11.0.0\r\n")
            stream.flush()
            while True:
                fields = {}
                for line in stream:
                    if not line.strip():
                        break
                    key, _, value = line.strip().partition(": ")
                    fields[key] = value
                if not fields:
                    return
                device = fields.get("Variable", "")[len("DEVICE_STATE("):-1]
                lines = ["Response: Success"]
                if fields["Action"] == "Login" and fields["Secret"] != SECRET.read_text().strip():
                    lines = ["Response: Error", "Message: Authentication failed"]
                elif fields["Action"] == "Setvar":
                    self.states[device] = fields["Value"]
                elif fields["Action"] == "Getvar":
                    lines.append(f"Value: {self.states.get(device, 'UNKNOWN')}")
                elif fields["Action"] == "DeviceStateList":
                    lines += ["", "Event: DeviceStateListComplete"]
                number = f"ActionID: {fields['ActionID']}"
                stream.write("\r\n".join([lines[0], number, *lines[1:], "", ""]))
                stream.flush()


class Lamps(office.Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        run("install", "-D", str(EXAMPLES / "majord-lamps"), "/usr/local/lib/majord/majord-lamps")
        run("install", "-m", "644", str(EXAMPLES / "majord-lamps.service"), str(UNIT))
        SECRET.parent.mkdir(exist_ok=True)
        SECRET.touch(mode=0o600)
        SECRET.write_text("of-this-story\n")
        systemctl("daemon-reload")
        cls.asterisk = Asterisk()

    @classmethod
    def tearDownClass(cls):
        systemctl("disable", "--now", "majord-lamps.service", check=False)
        UNIT.unlink()
        systemctl("daemon-reload")
        cls.asterisk.listener.close()

    def shows(self, device, state):
        eventually(f"{device} is {state}", lambda: self.asterisk.states.get(device) == state)

    def test_calls(self):
        "enabled, as a user of its own in the PBXs' group: a call lights the agent's lamp"
        systemctl("enable", "--now", "majord-lamps.service")
        self.shows(JOKE, "NOT_INUSE")
        self.shows(CLIENT, "NOT_INUSE")
        with PBX() as pbx:
            pbx.route(NOORD, "lamps-1")
            self.assertEqual(pbx.ask("ANSWERED", "lamps-1", "2101"), "OK")
            self.shows(JOKE, "INUSE")
            self.assertEqual(pbx.ask("ENDED", "lamps-1", "ANSWER"), "OK")
        self.shows(JOKE, "NOT_INUSE")
        owner = pathlib.Path(f"/proc/{show('majord-lamps.service', 'MainPID')}").stat().st_uid
        self.assertGreater(owner, 60000, "it does not run as a dynamic user")

    def test_nobody(self):
        "a client who has nobody"
        for agent in ("jdevries", "mbakker"):
            majorctl("sick", "--agent", agent)
        self.shows(CLIENT, "INUSE")
        self.shows(JOKE, "ONHOLD")
        for agent in ("jdevries", "mbakker"):
            majorctl("back", "--agent", agent)
        self.shows(CLIENT, "NOT_INUSE")

    def test_restart(self):
        "majord is restarted: it goes on with the new one, and was not restarted itself"
        systemctl("restart", "majord.service")
        majorctl("sick", "--agent", "jdevries")
        self.shows(JOKE, "ONHOLD")
        majorctl("back", "--agent", "jdevries")
        self.shows(JOKE, "NOT_INUSE")
        self.assertEqual(show("majord-lamps.service", "NRestarts"), "0")

    def test_stopped(self):
        "stopped, the lamps say that nothing is known"
        systemctl("stop", "majord-lamps.service")
        self.assertEqual(self.asterisk.states[JOKE], "ONHOLD")
        self.assertEqual(show("majord-lamps.service", "Result"), "success")

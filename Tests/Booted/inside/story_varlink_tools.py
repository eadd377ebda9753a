"""The control socket by varlinkctl (Debian 13)"""

import json
import unittest

import office
from control import call
from system import CONTROL, DEBIAN_13, run


@unittest.skipUnless(DEBIAN_13, "Debian 12 has no varlinkctl")
class VarlinkTools(office.Story):
    def varlinkctl(self, *arguments):
        return run("varlinkctl", *arguments).stdout

    def test_info(self):
        "varlinkctl info lists the interfaces"
        shown = self.varlinkctl("info", CONTROL)
        for interface in ("org.majord.Roster", "org.majord.Directory", "org.majord.Routing", "org.varlink.service"):
            self.assertIn(interface, shown)

    def test_introspect(self):
        "varlinkctl introspect understands each of them"
        for interface in self.varlinkctl("list-interfaces", CONTROL).split():
            if interface != "org.varlink.service":
                self.assertIn(f"interface {interface}", self.varlinkctl("introspect", CONTROL, interface))

    def test_call(self):
        "varlinkctl call gets the status, and errors by their names"
        reply = json.loads(self.varlinkctl("call", "--json=short", CONTROL, "org.majord.Roster.Status", "{}"))
        self.assertEqual((reply["clients"], reply["covered"]), (2, 2))
        done = run(
            "varlinkctl", "call", CONTROL, "org.majord.Roster.ReportSick", '{"agent":"nobody"}', check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("org.majord.Roster.UnknownAgent", done.stdout + done.stderr)


class Varlink(office.Story):
    def test_call(self):
        "a client of any language asks by JSON"
        self.assertEqual(call("org.majord.Roster.Status")["parameters"]["clients"], 2)
        self.assertEqual(call("org.majord.Roster.Nothing")["error"], "org.varlink.service.MethodNotFound")
        self.assertIn("org.majord.Routing", call("org.varlink.service.GetInfo")["parameters"]["interfaces"])

"""Figures for monitoring"""

import os
import pathlib
import re

import office
from office import majorctl
from pbx import PBX
from system import eventually, show, systemctl

FOLDER = pathlib.Path("/var/lib/prometheus/node-exporter")
NAME = r"[a-zA-Z_:][a-zA-Z0-9_:]*"
SAMPLE = re.compile(rf'{NAME}(\{{({NAME}="([^"\\]|\\.)*",?)*\}})? [-+0-9.eInfNa]+( [0-9.]+)?')


class Metrics(office.Story):
    def samples(self, text):
        return [line for line in text.splitlines() if line and not line.startswith("#")]

    def test_text(self):
        "majorctl metrics is OpenMetrics text: described, well-formed, with the decisions made"
        for number in range(3):
            self.answers(f"metrics-{number}")
        text = majorctl("metrics").stdout
        samples = self.samples(text)
        self.assertGreater(len(samples), 10)
        for line in samples:
            self.assertRegex(line, rf"\A{SAMPLE.pattern}\Z")
        kinds = re.findall(rf"^# TYPE ({NAME}) \w+$", text, re.MULTILINE)
        self.assertEqual(len(kinds), len(set(kinds)))
        for line in samples:
            self.assertTrue(any(line.startswith(kind) for kind in kinds), line)
        self.assertTrue(any(re.search(r'decisions.*reason="primary".* 3$', line) for line in samples), text)
        for word in ("generation", "connections", "covered", "absent", "reload", "ledger", "bucket"):
            self.assertTrue(any(word in line for line in samples), word)

    def test_file(self):
        "--output replaces the file as a whole"
        path = pathlib.Path("/root/majord.prom")
        path.write_text("old\n")
        before = os.stat(path).st_ino
        majorctl("metrics", "--output", str(path))
        self.assertNotEqual(os.stat(path).st_ino, before)
        self.assertGreater(len(self.samples(path.read_text())), 10)
        self.assertEqual([name for name in os.listdir("/root") if "majorctl-metrics" in name], [])
        done = majorctl("metrics", "--output", "/nowhere/majord.prom", check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("/nowhere", done.stderr)

    def test_service(self):
        "the timer writes for node_exporter once its folder is there, and nothing before"
        systemctl("start", "majord-metrics.service")
        self.assertEqual(show("majord-metrics.service", "ConditionResult"), "no")
        FOLDER.mkdir(parents=True)
        systemctl("start", "majord-metrics.service")
        path = FOLDER / "majord.prom"
        self.assertGreater(len(self.samples(path.read_text())), 10)
        # node_exporter runs as a user of its own.
        self.assertTrue(path.stat().st_mode & 0o004)
        path.unlink()
        systemctl("start", "majord-metrics.timer")
        eventually("the timer has written", path.exists, 30)
        systemctl("stop", "majord-metrics.timer")

    def test_info(self):
        "INFO on the PBX socket has the same decisions"
        with PBX() as pbx:
            self.assertIn("primary:3", pbx.ask("INFO"))

"""The whole play: machines, servers, majords, load, faults, the end, and the check."""

import pathlib
import shutil
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
# The small clients of the booted tests.
sys.path.append(str(HERE.parent / "Booted" / "inside"))

import control  # noqa: E402
import lines
import report
from evidence import Evidence
from faults import Faults
from network import Network, run
from records import Records
from servers import Cluster, eventually
from sites import BUILT, Site

NAMES = ["zwolle", "assen", "emmen", "almelo", "deventer"]


class Bed:
    def __init__(self, options):
        self.options = options
        run("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", "/run")
        self.folder = pathlib.Path("/run/sites")
        self.folder.mkdir()
        self.journals = self.folder / "journals"
        self.journals.mkdir()
        self.began = time.monotonic()
        # A copy, so that a build that goes on meanwhile changes nothing.
        self.programs = self.folder / "programs"
        self.programs.mkdir()
        shutil.copy(BUILT / "majord", self.programs)
        (self.programs / "majorctl").symlink_to("majord")
        network = Network()
        self.cluster = Cluster(network, self.folder)
        names = NAMES[:options.sites]
        clocks = {names[-1]: options.ahead} if options.ahead else {}
        if clocks:
            run(shutil.which("cc") or "clang", "-shared", "-fPIC", "-o", self.programs / "ahead.so", HERE / "ahead.c")
        self.sites = [Site(network, name, self.folder, self.cluster.servers, self.programs, clocks.get(name, 0)) for name in names]
        self.ahead = clocks

    def say(self, text):
        print(f"  {time.monotonic() - self.began:5.0f} s  {text}", file=sys.stderr, flush=True)

    def load(self):
        """The programs that call, enter and ask, each with a journal of its own."""
        shared = ["--run", "1", "--seed", self.options.seed, "--seconds", self.options.calm + self.options.seconds + 5]
        controls = [f"{site.name}={site.control}" for site in self.sites]
        pbxs = [f"{site.name}={site.pbx}" for site in self.sites]
        rate = self.options.calls / len(self.sites)
        programs = {
            f"calls-{site.name}": ["calls.py", "--site", site.name, "--socket", site.pbx, "--rate", rate] for site in self.sites}
        programs["changes"] = ["changes.py", "--rate", self.options.changes, "--sites", *controls]
        programs["probes"] = ["probes.py", "--rate", self.options.probes, "--sites", *controls, "--pbx", *pbxs]
        return {name: self.started(name, *words, *shared) for name, words in programs.items()}

    def started(self, name, program, *words):
        command = [sys.executable, HERE / program, "--journal", self.journals / f"{name}.jsonl", *words]
        with (self.folder / f"{name}.txt").open("w") as errors:
            return subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stderr=errors)

    def play(self):
        for site in self.sites:
            site.start()
        self.say(f"{len(self.sites)} majords on {self.cluster.primary.name}, clocks ahead: {self.ahead or 'none'}")
        programs = self.load()
        time.sleep(self.options.calm)
        faults = Faults(self.sites, self.cluster, self.options.seed, self.journals / "faults.jsonl")
        if self.options.faults is not None:
            given = self.options.faults
            faults.list = lambda: (name for _ in range(1_000_000) for name in given)
        if self.options.seconds and self.options.faults != []:
            thread = threading.Thread(target=faults.run, args=(self.options.every, self.options.seconds))
            thread.start()
            while thread.is_alive():
                thread.join(5)
                self.look()
        self.say("faults are over")
        self.await_load(programs)

    def look(self):
        for site in self.sites:
            if site.process.status not in (None, -9, 0):
                self.say(f"majord of {site.name} ended with {site.process.status}")

    def await_load(self, programs):
        deadline = time.monotonic() + 120
        for name, program in programs.items():
            try:
                status = program.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                program.kill()
                status = "no end: something is not answered"
            if status:
                self.say(f"{name}: {status}\n{(self.folder / f'{name}.txt').read_text()[-1500:]}")
                self.unanswered.append(name)

    unanswered = []

    def settle(self):
        """Nothing waits any more, and the standbys have all."""
        ended = time.monotonic()
        eventually("nothing waits on the sites' machines", lambda: all(self.is_settled(site) for site in self.sites), 120)
        # A call that was missed counts as that ten seconds after its end.
        time.sleep(max(0, ended + 12 - time.monotonic()))
        self.views = {site.name: view(site) for site in self.sites}
        for site in self.sites:
            site.ends.append((time.monotonic(), site.stop()))
        self.cluster.await_standbys()
        end = int(self.cluster.primary.ask("SELECT pg_current_wal_flush_lsn() - '0/0'::pg_lsn")[0][0])
        for standby in self.cluster.standbys:
            eventually(f"{standby.name} has all", lambda standby=standby: int(
                standby.ask("SELECT pg_last_wal_replay_lsn() - '0/0'::pg_lsn")[0][0]) >= end)

    def is_settled(self, site):
        figures = dict(line.rsplit(" ", 1) for line in site.ctl("metrics").splitlines() if line and line[0] != "#")
        waiting = [float(value) for name, value in figures.items() if "waiting" in name and name.split("_")[1] in ("ledger", "records", "wishes")]
        return float(figures["majord_ledger_available"]) == 1 and not any(waiting)

    def gather(self):
        """Journals and records into the results, with the logs."""
        shutil.rmtree(self.options.results, ignore_errors=True)
        self.options.results.mkdir(parents=True)
        for path in self.journals.iterdir():
            shutil.copy(path, self.options.results)
        for place in (*self.sites, *self.cluster.servers):
            if place.log.exists():
                shutil.copy(place.log, self.options.results / f"{place.name}.log")


def play(options):
    if not (BUILT / "majord").exists():
        print(f"Tests/Sites/run: there is no majord in {BUILT}: run make build, or name its folder with MAJORD_PROGRAMS=", file=sys.stderr)
        return 2
    bed = Bed(options)
    try:
        bed.play()
        bed.settle()
        records = [Records.read(server) for server in (bed.cluster.primary, *bed.cluster.standbys)]
    finally:
        bed.gather()
    evidence = Evidence(
        journal=[line for path in sorted(options.results.glob("*.jsonl")) for line in lines.read(path)],
        records=records[0], copies=records[1:], down={site.name: site.down for site in bed.sites}, views=bed.views,
        answer=options.answer / 1000, within=options.within / 1000, ahead=bed.ahead,
        hearing=20 if options.untimed else 1)
    return report.tell(bed, evidence)


def view(site):
    """How a site sees the roster."""
    def ask(method):
        return control.call(f"org.majord.Roster.{method}", path=site.control)["parameters"]

    return {"absences": ask("ListAbsences")["absences"], "busy": [agent["id"] for agent in ask("Status")["agents"] if agent["calls"]]}

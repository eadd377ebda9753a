"""A site: a machine with a majord that is started again whenever it ends, as systemd does, with sockets that outlive it."""

import grp
import os
import pathlib
import signal
import socket
import subprocess
import sys
import threading
import time

import people
from network import run
from servers import PASSWORD, eventually

HERE = pathlib.Path(__file__).resolve().parent
BUILT = pathlib.Path(os.environ.get("MAJORD_PROGRAMS") or HERE.parent.parent / ".build" / "debug").resolve()
FIRST_PORT = 6001


# Descriptors are put in their places by one at a time.
SPAWNING = threading.Lock()


class Site:
    """`ahead`: by how many seconds the clock of this machine is ahead of all others'."""

    def __init__(self, network, name, folder, servers, programs, ahead=0):
        self.machine, self.name, self.ahead = network.machine(name), name, ahead
        self.folder = pathlib.Path(folder) / name
        self.directory, self.state, self.runtime = (self.folder / part for part in ("directory", "state", "run"))
        for path in (self.state, self.runtime):
            path.mkdir(parents=True)
        people.write(self.directory)
        self.pbx, self.control = str(self.runtime / "pbx.sock"), str(self.runtime / "control.sock")
        self.log = self.folder / "log.txt"
        self.passwords = self.folder / "passwords"
        self.passwords.write_text(f"*:*:majord:majord:{PASSWORD}\n")
        self.passwords.chmod(0o600)
        self.listeners = [self.listener(path, mode) for path, mode in ((self.pbx, 0o660), (self.control, 0o666))]
        ports = [FIRST_PORT + place for place in range(len(servers))]
        self.words = (
            f"host={','.join('127.0.0.1' for _ in servers)} port={','.join(map(str, ports))} user=majord dbname=majord "
            f"passfile={self.passwords} target_session_attrs=read-write connect_timeout=2")
        targets = [f"{port}={server.machine.address}:5432" for port, server in zip(ports, servers)]
        self.proxy = subprocess.Popen(
            self.machine.inside(sys.executable, HERE / "proxy.py", *targets), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.proxy.stdout.readline()
        self.process, self.ends, self.down, self.wanted = None, [], [], False
        self.programs = programs

    def listener(self, path, mode):
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(path)
        os.chmod(path, mode)
        listener.listen(4096)
        return listener

    def slow(self, seconds):
        """Each part takes so much longer to the servers, and as long back."""
        self.proxy.stdin.write(f"{seconds}\n")
        self.proxy.stdin.flush()

    # majord.

    def start(self):
        """Starts it, and a keeper who starts it again; returns once it is ready."""
        self.wanted, self.keeper = True, threading.Thread(target=self.keep, daemon=True)
        self.spawn()
        eventually(f"majord of {self.name} is ready", self.is_ready, 60)
        self.keeper.start()

    def spawn(self):
        self.skip = self.log.stat().st_size if self.log.exists() else 0
        group = grp.getgrgid(os.getgid()).gr_name
        command = self.machine.inside(
            "sh", "-c", "LISTEN_PID=$$; export LISTEN_PID; exec \"$@\"", "sh", self.programs / "majord",
            "--configuration", self.directory, "--state", self.state, "--runtime", self.runtime, "--admin-group", group,
            "--pbx-group", group, "--records", self.words, "--site", self.name, "--log-level", "notice")
        environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no", "LISTEN_FDS": "2", "LISTEN_FDNAMES": "pbx:control"}
        environment.pop("NOTIFY_SOCKET", None)
        if self.ahead:
            environment |= {"LD_PRELOAD": str(self.programs / "ahead.so"), "AHEAD_SECONDS": str(self.ahead)}
        with SPAWNING:
            self.spawn_as(command, environment)

    def spawn_as(self, command, environment):
        log = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        null = os.open(os.devnull, os.O_RDWR)
        # Behind the descriptors that it is to have as 0 to 4.
        places = [(null, 0), (null, 1), (log, 2), (self.listeners[0].fileno(), 3), (self.listeners[1].fileno(), 4)]
        high = [(os.dup2(source, 200 + number, inheritable=False), number) for source, number in places]
        try:
            self.process = Spawned(os.posix_spawnp(
                command[0], command, environment, file_actions=[(os.POSIX_SPAWN_DUP2, source, number) for source, number in high],
                setsid=True))
        finally:
            for descriptor in [log, null, *(source for source, _ in high)]:
                os.close(descriptor)

    def is_ready(self):
        if self.process.status is not None:
            raise OSError(f"majord of {self.name} ended with {self.process.status}: {self.said()[-2000:]}")
        return self.has_said("is ready")

    def has_said(self, text):
        with self.log.open("rb") as file:
            file.seek(self.skip)
            return text.encode() in file.read()

    def said(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def keep(self):
        """As `Restart=always` with `RestartSec=100ms`; how each ended, and from when to when none was ready, is kept."""
        while self.wanted:
            status = self.process.wait()
            if not self.wanted:
                return
            ended = time.monotonic()
            self.ends.append((ended, status))
            time.sleep(0.1 if status in (0, -signal.SIGKILL) else 1)
            self.spawn()
            while not self.has_said("is ready") and self.process.status is None and self.wanted:
                time.sleep(0.01)
            self.down.append((ended, time.monotonic()))

    @property
    def is_down(self):
        return self.process.status is not None or not self.has_said("is ready")

    def kill(self):
        self.process.signal(signal.SIGKILL)

    def end(self):
        """As systemd ends it; the keeper starts it again."""
        self.process.signal(signal.SIGTERM)

    def stop(self):
        self.wanted = False
        self.process.signal(signal.SIGTERM)
        return self.process.wait()

    def ctl(self, *arguments):
        """What majorctl says here."""
        return run(self.programs / "majorctl", *arguments, "--socket", self.control)


class Spawned:
    """A child process, waited for by one thread and looked at by others."""

    def __init__(self, pid):
        self.pid, self.status = pid, None
        self.ended = threading.Event()
        threading.Thread(target=self.reap, daemon=True).start()

    def reap(self):
        self.status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        self.ended.set()

    def wait(self):
        self.ended.wait()
        return self.status

    def signal(self, number):
        if self.status is None:
            os.kill(self.pid, number)

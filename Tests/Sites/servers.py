"""PostgreSQL on machines of the network: one that is written, others that follow it by synchronous streaming replication."""

import os
import pathlib
import shutil
import signal
import subprocess
import time

from network import run

PROGRAMS = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), default=None)
AS_NOBODY = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
PASSWORD = "a-password-of-the-test"
ACCESS = """\
local all all trust
host all majord 10.77.0.0/24 scram-sha-256
host replication replicator 10.77.0.0/24 scram-sha-256
"""


def eventually(what, condition, seconds=30):
    """The first true value of the condition; polls, and is an error after so many seconds."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what}: not within {seconds} s")
        time.sleep(0.05)


def children(pid):
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(path.parent.name))
    return found


def is_gone(pid):
    """Whether a process has ended. Who has lost his parent here is the first process's, which is this one."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        pass
    return not pathlib.Path(f"/proc/{pid}").exists()


class Server:
    """One PostgreSQL; its name is that of its machine, and of its place in `synchronous_standby_names`."""

    def __init__(self, machine, folder, machines):
        self.machine, self.name = machine, machine.name
        self.folder = pathlib.Path(folder) / machine.name
        self.data, self.log = self.folder / "data", self.folder / "log.txt"
        self.folder.mkdir()
        self.passwords = self.folder / "passwords"
        self.passwords.write_text(f"*:*:*:*:{PASSWORD}\n")
        self.passwords.chmod(0o600)
        for path in (self.folder, self.passwords):
            shutil.chown(path, "nobody", "nogroup")
        self.process = None
        others = ",".join(other.address for other in machines)
        # The primary is whichever of all may be written, so that a standby finds the next one by itself.
        upstream = (f"host={others} user=replicator passfile={self.passwords} application_name={self.name} "
                    "target_session_attrs=read-write connect_timeout=2")
        self.settings = {
            "listen_addresses": "*", "unix_socket_directories": self.folder, "shared_buffers": "32MB", "max_connections": "60",
            "wal_level": "replica", "hot_standby": "on", "max_wal_senders": "10", "wal_keep_size": "512MB",
            "max_wal_size": "512MB", "synchronous_commit": "on",
            "synchronous_standby_names": f"ANY 1 ({','.join(other.name for other in machines)})",
            "primary_conninfo": upstream, "wal_retrieve_retry_interval": "200ms",
            "wal_sender_timeout": "2s", "wal_receiver_timeout": "2s", "wal_receiver_status_interval": "1s",
            "tcp_user_timeout": "4s", "tcp_keepalives_idle": "2", "tcp_keepalives_interval": "1", "tcp_keepalives_count": "3",
            "log_min_duration_statement": "2s", "log_line_prefix": "%m [%p] %u ", "log_connections": "off",
        }

    def program(self, name, *arguments):
        return self.machine.inside(*AS_NOBODY, PROGRAMS / name, *arguments)

    def initialise(self):
        run(*self.program("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-k"))
        (self.data / "pg_hba.conf").write_text(ACCESS)

    def follow(self, primary):
        """Becomes a standby of this server, with a copy of its data."""
        shutil.rmtree(self.data, ignore_errors=True)
        words = f"host={primary.machine.address} user=replicator passfile={self.passwords} connect_timeout=5"
        run(*self.program("pg_basebackup", "-D", self.data, "-d", words, "--checkpoint=fast", "-X", "stream"))
        (self.data / "standby.signal").touch()
        self.start()

    def start(self):
        options = [word for key, value in self.settings.items() for word in ("-c", f"{key}={value}")]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.program("postgres", "-D", self.data, *options), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True)
        eventually(f"{self.name} is ready", self.is_ready)

    def is_ready(self):
        if self.process.poll() is not None:
            raise OSError(f"{self.name} ended with {self.process.returncode}: {self.log.read_text()[-2000:]}")
        return subprocess.run(
            [PROGRAMS / "pg_isready", "-q", "-h", self.folder], stdin=subprocess.DEVNULL, check=False).returncode == 0

    @property
    def runs(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        """All its processes at once, as when its machine loses power."""
        if not self.runs:
            return
        os.kill(self.process.pid, signal.SIGSTOP)
        others = children(self.process.pid)
        for pid in [self.process.pid, *others]:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()
        # The next one must not find a shared memory that somebody still uses.
        eventually(f"{self.name} is gone", lambda: all([is_gone(pid) for pid in others]))

    def stop(self):
        """As an administrator restarts it: connections are ended, the log is written out."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(30)

    def ask(self, statement, database="postgres", seconds=60):
        """Rows of a statement, by the server's own shell; each is a list of texts."""
        out = run(
            PROGRAMS / "psql", "-X", "-q", "-A", "-t", "-F", "\x1f", "-v", "ON_ERROR_STOP=1", "-h", self.folder, "-U", "postgres", "-d", database,
            "-c", statement, seconds=seconds)
        return [line.split("\x1f") for line in out.splitlines()]

    def received(self):
        """How far the log has come here, in bytes."""
        return int(self.ask(
            "SELECT greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) - '0/0'::pg_lsn")[0][0].partition(".")[0])


class Cluster:
    """Three servers; who is the primary changes."""

    def __init__(self, network, folder, count=3):
        machines = [network.machine(f"db{number}") for number in range(1, count + 1)]
        self.servers = [Server(machine, folder, machines) for machine in machines]
        self.primary = self.servers[0]
        self.primary.initialise()
        self.primary.settings["synchronous_standby_names"], wanted = "", self.primary.settings["synchronous_standby_names"]
        self.primary.start()
        for role, words in (("replicator", "REPLICATION"), ("majord", "")):
            self.primary.ask(f"CREATE ROLE {role} LOGIN {words} PASSWORD '{PASSWORD}'")
        self.primary.ask("CREATE DATABASE majord OWNER majord TEMPLATE template0 ENCODING 'UTF8'")
        for server in self.servers[1:]:
            server.follow(self.primary)
        self.primary.settings["synchronous_standby_names"] = wanted
        self.primary.stop()
        self.primary.start()
        self.await_standbys()

    @property
    def standbys(self):
        return [server for server in self.servers if server is not self.primary]

    def streaming(self):
        """The names of those that follow the primary now."""
        return {row[0] for row in self.primary.ask("SELECT application_name FROM pg_stat_replication WHERE state = 'streaming'")}

    def await_standbys(self, seconds=30):
        names = {server.name for server in self.standbys}
        eventually("all standbys follow", lambda: names <= self.streaming(), seconds)

    def promote(self):
        """The standby that has most becomes the primary; the one before must have ended, and stays away until it follows."""
        if self.primary.runs:
            raise RuntimeError("the primary still runs: two could be written")
        best = max(self.standbys, key=Server.received)
        best.ask("SELECT pg_promote(true, 30)")
        before, self.primary = self.primary, best
        return before

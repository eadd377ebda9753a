"""Debian systems that are booted with systemd-nspawn, each in the network namespace of its machine; commands are run in them as root."""

import os
import pathlib
import shutil
import signal
import subprocess
import uuid

from network import Machine, run
from servers import children, eventually

ENVIRONMENT = {
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "USER": "root", "LANG": "C.UTF-8", "TERM": "dumb",
    "SYSTEMD_PAGER": "cat", "SYSTEMD_COLORS": "0", "SYSTEMD_URLIFY": "0",
}


class Booted:
    """One system over a root that others share; what it writes is in memory, and survives that it is switched off."""

    def __init__(self, name, address, root, folder, shared=()):
        self.machine, self.name, self.process, self.leader = Machine(name, address), name, None, None
        self.folder = pathlib.Path(folder) / name
        self.place, self.shared = self.folder / "merged", shared
        for part in ("up", "work", "merged"):
            (self.folder / part).mkdir(parents=True)
        run("mount", "-t", "overlay", "overlay", "-o",
            f"lowerdir={root},upperdir={self.folder}/up,workdir={self.folder}/work", self.place)
        self.write("etc/hostname", f"{name}\n")
        self.write("etc/machine-id", f"{uuid.uuid4().hex}\n")
        # Control groups of its own, so that its systemd and that of another one do not meet.
        group = f"majord-sites-{uuid.uuid4().hex[:8]}-{name}"
        self.groups = [path / group for path in cgroup_roots()]

    def write(self, path, text):
        path = self.place / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def boot(self):
        for group in self.groups:
            group.mkdir(exist_ok=True)

        def enter():
            for group in self.groups:
                (group / "cgroup.procs").write_text("0")

        console = (self.folder / "console.txt").open("ab")
        self.process = subprocess.Popen(
            ["systemd-nspawn", "-q", "-b", "-D", self.place, "-M", self.name, "--register=no", "--keep-unit", "--link-journal=no",
             f"--network-namespace-path=/run/netns/{self.name}", "--console=pipe", "--resolv-conf=off", "--timezone=off",
             *(f"--bind-ro={path}" for path in self.shared)],
            stdin=subprocess.DEVNULL, stdout=console, stderr=console, preexec_fn=enter,
            env={**os.environ, "SYSTEMD_NSPAWN_UNIFIED_HIERARCHY": "1"})
        self.leader = eventually(f"{self.name} is started", self.first_process)
        eventually(f"{self.name} is booted", lambda: self.run("systemctl is-system-running", check=False)[0].strip() in ("running", "degraded"), 60)

    def first_process(self):
        if self.process.poll() is not None:
            raise OSError(f"{self.name} ended: {(self.folder / 'console.txt').read_text()[-2000:]}")
        found = [pid for pid in children(self.process.pid) if pathlib.Path(f"/proc/{pid}/comm").read_text().strip() == "systemd"]
        return found[0] if found else None

    def run(self, command, check=True, seconds=60):
        """What a shell there prints, errors too, and its status."""
        done = subprocess.run(
            ["nsenter", "--target", str(self.leader), "--mount", "--uts", "--ipc", "--net", "--pid", "--root", "--wd",
             "timeout", str(seconds), "bash", "-c", command],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=ENVIRONMENT, check=False)
        if check and done.returncode:
            raise OSError(f"{self.name}# {command}\n{done.stdout}(exit status {done.returncode})")
        return done.stdout, done.returncode

    @property
    def is_on(self):
        return self.process is not None and self.process.poll() is None

    def switch_off(self):
        """As when its power fails."""
        os.kill(self.leader or self.process.pid, signal.SIGKILL)
        self.process.wait(30)

    def end(self):
        if self.is_on:
            self.switch_off()
        for group in self.groups:
            remove(group)


def remove(group):
    """The kernel takes a moment until it is empty."""
    def is_removed():
        try:
            for path in [*sorted((path for path in group.rglob("*") if path.is_dir()), reverse=True), group]:
                path.rmdir()
            return True
        except OSError:
            return not group.exists()

    eventually(f"{group} is empty", is_removed)


def cgroup_roots():
    """Where systemd keeps its groups: one hierarchy, or version 2 beside those of version 1."""
    top = pathlib.Path("/sys/fs/cgroup")
    if (top / "cgroup.procs").exists():
        return [top]
    return [path for path in (top / "systemd", top / "unified") if path.exists()]


def copy_program(program, system):
    """A program of this machine with its libraries, for a system of the same release that has it not."""
    program = pathlib.Path(shutil.which(program))
    for line in run("ldd", program).splitlines():
        library = line.partition("=>")[2].split(" (")[0].strip()
        if library and not (system.place / library.lstrip("/")).exists():
            shutil.copy(library, system.place / library.lstrip("/"))
    shutil.copy(program, system.place / "usr/bin")

"""Machines as network namespaces, each with a cable to one bridge: a cable is pulled by setting down its end at the bridge."""

import pathlib
import subprocess


def run(*command, seconds=60, **options):
    """Runs a program to its end; its output is text, and a failure an error with all that it said."""
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, timeout=seconds, stdin=subprocess.DEVNULL, **options)
    if done.returncode:
        raise OSError(f"{' '.join(str(word) for word in command)} ended with {done.returncode}: {done.stdout}{done.stderr}")
    return done.stdout


class Machine:
    """A network namespace with one address."""

    def __init__(self, name, address):
        self.name, self.address = name, address
        self.cable = f"to-{name}"
        run("ip", "netns", "add", name)
        run("ip", "link", "add", self.cable, "type", "veth", "peer", "name", "eth0", "netns", name)
        run("ip", "link", "set", self.cable, "master", "bridge", "up")
        run("ip", "-n", name, "address", "add", f"{address}/24", "dev", "eth0")
        for device in ("eth0", "lo"):
            run("ip", "-n", name, "link", "set", device, "up")

    def inside(self, *command):
        """The command that runs another one there; the process stays the same one."""
        return ["nsenter", f"--net=/run/netns/{self.name}", *(str(word) for word in command)]

    def cut(self):
        """Nothing goes in or out any more, and nobody is told."""
        run("ip", "link", "set", self.cable, "down")

    def join(self):
        run("ip", "link", "set", self.cable, "up")


class Network:
    """The bridge, in the namespaces that `run` has made for the whole test."""

    def __init__(self):
        pathlib.Path("/run/netns").mkdir(exist_ok=True)
        run("ip", "link", "set", "lo", "up")
        # Without learning time, so that a cable that was pulled carries again at once.
        run("ip", "link", "add", "bridge", "type", "bridge", "stp_state", "0", "forward_delay", "0")
        run("ip", "link", "set", "bridge", "up")
        self.machines = {}

    def machine(self, name):
        address = f"10.77.0.{11 + len(self.machines)}"
        self.machines[name] = Machine(name, address)
        return self.machines[name]

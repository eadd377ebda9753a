"""What goes wrong: a list made from a seed, one fault after the other, each undone after a while; when each began and ended is in the journal."""

import random
import time

from lines import Journal


class Faults:
    """A fault is a method: it does its harm, `hold`s for some seconds, and puts things right. Its arguments are chosen by `list`."""

    def __init__(self, sites, cluster, seed, journal, settle=2.0):
        self.sites, self.cluster, self.settle = sites, cluster, settle
        self.random, self.journal = random.Random(f"{seed} faults"), Journal(journal)
        self.stopped = False

    def one_of(self, things):
        return [self.random.choice(list(things))]

    def kinds(self):
        """Each with whom it may strike; those that the issue names come as often as each other."""
        everyone = self.sites
        return {
            "kill-majord": lambda: self.one_of(everyone),
            "kill-all-majords": lambda: everyone,
            "restart-majords-in-turn": lambda: everyone,
            "kill-primary": lambda: [],
            "kill-standby": lambda: [],
            "kill-both-standbys": lambda: [],
            "kill-all-servers": lambda: [],
            "restart-primary": lambda: [],
            "promote-standby": lambda: [],
            "cut-site": lambda: self.one_of(everyone),
            "cut-all-sites": lambda: everyone,
            "cut-primary": lambda: [],
            "cut-standby": lambda: [],
            "slow-site": lambda: self.one_of(everyone),
            "slow-all-sites": lambda: everyone,
            "restart-while-cut": lambda: self.one_of(everyone),
            "kill-everything": lambda: everyone,
        }

    def list(self):
        """Kinds without end: all in an order of the seed's, then in another."""
        while True:
            names = list(self.kinds())
            self.random.shuffle(names)
            yield from names

    def run(self, every, seconds):
        """A fault every so many seconds, where the one before has ended; later else."""
        began, names = time.monotonic(), self.list()
        due = began
        while due < began + seconds and not self.stopped:
            time.sleep(max(0, due - time.monotonic()))
            self.strike(next(names), limit=every)
            due = max(due + every, time.monotonic() + 0.5)

    def strike(self, name, limit=5.0):
        self.targets, self.limit = self.kinds()[name](), limit
        began, error = time.monotonic(), None
        try:
            getattr(self, name.replace("-", "_"))()
        except (OSError, TimeoutError, RuntimeError, IndexError) as failure:
            error = f"{type(failure).__name__}: {failure}"
        ended = time.monotonic()
        # All of them use the servers; majords and links are one site's own.
        own = name in ("kill-majord", "cut-site", "slow-site", "restart-while-cut")
        struck = [site.name for site in (self.targets if own else self.sites)]
        self.journal.write(what="fault", name=name, sites=struck, began=began, ended=ended, error=error)

    def hold(self, least=0.3, most=None):
        time.sleep(self.random.uniform(least, most or self.limit * 0.6))

    # majords.

    def kill_majord(self):
        for site in self.targets:
            site.kill()
        self.await_majords()

    kill_all_majords = kill_majord

    def restart_majords_in_turn(self):
        for site in self.targets:
            site.end()
            self.await_majords([site])

    def await_majords(self, sites=None):
        deadline = time.monotonic() + 60
        time.sleep(0.05)
        while any(site.is_down for site in sites or self.targets):
            if time.monotonic() > deadline:
                raise TimeoutError("majord does not come back")
            time.sleep(0.02)

    # Servers.

    def again(self, *servers):
        for server in servers:
            server.start()
        self.cluster.await_standbys()

    def kill_primary(self):
        self.cluster.primary.kill()
        self.hold()
        self.again(self.cluster.primary)

    def kill_standby(self):
        [standby] = self.one_of(self.cluster.standbys)
        standby.kill()
        self.hold()
        self.again(standby)

    def kill_both_standbys(self):
        for standby in self.cluster.standbys:
            standby.kill()
        self.hold()
        self.again(*self.cluster.standbys)

    def kill_all_servers(self):
        for server in self.cluster.servers:
            server.kill()
        self.hold()
        self.again(self.cluster.primary, *self.cluster.standbys)

    def restart_primary(self):
        self.cluster.primary.stop()
        self.again(self.cluster.primary)

    def promote_standby(self):
        """The primary is gone, a standby is promoted, and the one that was the primary comes back as a standby."""
        self.cluster.primary.kill()
        time.sleep(self.random.uniform(0, 1))
        before = self.cluster.promote()
        self.hold(0.3, 2)
        before.follow(self.cluster.primary)
        self.cluster.await_standbys()

    # Links.

    def cut(self, machines):
        for machine in machines:
            machine.cut()
        try:
            self.hold()
        finally:
            for machine in machines:
                machine.join()

    def cut_site(self):
        self.cut([site.machine for site in self.targets])

    cut_all_sites = cut_site

    def cut_primary(self):
        self.cut([self.cluster.primary.machine])
        self.cluster.await_standbys()

    def cut_standby(self):
        self.cut([standby.machine for standby in self.one_of(self.cluster.standbys)])
        self.cluster.await_standbys()

    def slow_site(self):
        for site in self.targets:
            site.slow(self.random.uniform(0.03, 0.4))
        self.hold()
        for site in self.targets:
            site.slow(0)

    slow_all_sites = slow_site

    def restart_while_cut(self):
        """majord is killed while the servers cannot be reached, and starts without them."""
        for site in self.targets:
            site.machine.cut()
        self.hold(1, 2)
        for site in self.targets:
            site.kill()
        try:
            self.await_majords()
            self.hold(0.5, 1.5)
        finally:
            for site in self.targets:
                site.machine.join()

    def kill_everything(self):
        for server in self.cluster.servers:
            server.kill()
        for site in self.targets:
            site.kill()
        self.hold()
        self.again(self.cluster.primary, *self.cluster.standbys)
        self.await_majords()

"""Who works at the office, and for whom: groups of pairs, so that each part of the load has agents of its own."""

SETTINGS = """\
region: NL
time_zone: Europe/Amsterdam
exclusive_numbers: [+31880001234]
ring: 20s
overflow: {default: 2000, uncovered: 2050}
levels:
  always: {hours: {mon-sun: "00:00-24:00"}}
"""
CLIENT = """\
id: %(id)s
name: Scholengroep %(id)s
size: small
schools: 18
primary: %(primary)s
backup: %(backup)s
introduced: 2026-01-12
agreement: {title: Afspraken, start: 2020-01-01, level: always}
numbers: [%(number)s]
"""


class Pair:
    """A client with a primary and a backup who work for nobody else."""

    def __init__(self, group, number, place):
        self.id = f"{group}-{number}"
        self.primary, self.backup = f"{self.id}-p", f"{self.id}-b"
        self.number = f"+31505{place:06d}"
        self.extensions = {self.primary: str(2200 + 2 * place), self.backup: str(2201 + 2 * place)}


# calls: nobody is ever away. sick: the primary is sick, pauses, and comes back. guard: two managers want leave for both at once.
# probe: what one site knows of another is measured, one pair a probe.
GROUPS = {"calls": 300, "sick": 30, "guard": 12, "probe": 12}


def pairs():
    found, place = {}, 0
    for group, count in GROUPS.items():
        found[group] = []
        for number in range(count):
            found[group].append(Pair(group, number, place))
            place += 1
    return found


PAIRS = pairs()
EVERYONE = [pair for group in PAIRS.values() for pair in group]


def write(folder):
    """The directory's files, the same at every site."""
    (folder / "clients.d").mkdir(parents=True)
    (folder / "majord.yaml").write_text(SETTINGS)
    (folder / "agents.yaml").write_text("agents:\n" + "".join(
        f"  - {{id: {agent}, name: Agent {agent}, extension: {extension}}}\n"
        for pair in EVERYONE for agent, extension in pair.extensions.items()))
    for pair in EVERYONE:
        values = dict(id=pair.id, primary=pair.primary, backup=pair.backup, number=pair.number)
        (folder / "clients.d" / f"{pair.id}.yaml").write_text(CLIENT % values)

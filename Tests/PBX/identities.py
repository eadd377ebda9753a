"""Plays the table of identities: what a trunk may send as caller and as called number, and who that is."""

import pathlib

import sip
from stage import EXCLUSIVE, Fault, OVERFLOW, PRIMARY, expect

TABLE = pathlib.Path(__file__).with_name("identities.tsv")


def rows():
    """The table's rows: what they show, the called number, From, further header lines, who calls, and why it goes where it goes."""
    for line in TABLE.read_text().splitlines():
        if line and not line.startswith("#"):
            what, called, origin, lines, caller, reason = line.split("\t")
            yield what, called, origin, [each for each in lines.split("\\n") if each], caller, reason


async def play(stage):
    wrong, count = [], 0
    # Its numbers may have called before; now there are more records of them.
    stage.checked = [each for each in stage.checked if each[0] not in {row[4] for row in rows()}]
    for what, called, origin, lines, caller, reason in rows():
        count += 1
        stage.reset()
        stage.ordinary.calls.clear()
        before = stage.majord.newest()
        host, port = stage.sip
        call = stage.caller.call(stage.sip, f"sip:{called}@{host}:{port}" if ":" not in called else called, what, *lines, origin=origin)
        try:
            response = await call.outcome()
            if response.status >= 300:
                wrong.append(f"{what}: the caller got {response.status} {response.reason}")
                continue
            phone = stage.ordinary if reason == "pass" else stage.phones[PRIMARY if reason == "primary" else OVERFLOW]
            ended = await call.hang_up()
            expect(ended.status == 200, f"BYE was answered with {ended.status} {ended.reason}")
            if not phone.calls:
                got = [other.extension for other in [*stage.phones.values(), stage.ordinary] if other.calls]
                wrong.append(f"{what}: {', '.join(got)} got the call instead of {phone.extension}")
            elif reason != "pass":
                row = await stage.eventually("the record", lambda: next((
                    row for row in stage.majord.records(before) if row["ended"]), None))
                if (row["caller"], row["reason"]) != (caller, reason):
                    wrong.append(f"{what}: should be {caller} ({reason}), is {row['caller']} ({row['reason']})")
        except (Fault, sip.Unanswered) as fault:
            wrong.append(f"{what}: {fault}")
    expect(not wrong, f"{len(wrong)} of {count} are wrong:\n      " + "\n      ".join(wrong))
    return f"{count} of {count} header sets are read as the table says"

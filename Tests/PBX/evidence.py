"""The cases about what is kept of calls: missed ones, call backs, cases, phones that cannot be reached. Each record is read back by majorctl."""

import asyncio
import json

from cases import answered_by, case
from stage import BACKUP, OVERFLOW, PRIMARY, TARGETS, expect, picks_up, refuses, rings

# Seconds after a call's end for which it is waited for late reports (`CallRecord.settling`), and some more.
SETTLED_WITHIN = 30


async def says(stage, words, *wanted, but=(), seconds=SETTLED_WITHIN):
    """Waits until majorctl says all of that in one line, and none of what it must not; the line."""
    def line():
        return next((line.strip() for line in stage.majorctl(*words).splitlines()
                     if all(text in line for text in wanted) and not any(text in line for text in but)), None)

    try:
        return await stage.eventually("", line, seconds)
    except Exception:
        expect(False, f"`majorctl {' '.join(words)}` should say {' … '.join(wanted)}:\n{stage.majorctl(*words)}")


async def is_not_missed(stage, number, seconds=SETTLED_WITHIN):
    await stage.eventually(f"nobody has to call {number} back", lambda: number not in stage.majorctl("missed"), seconds)


def told(stage, call):
    """Everything that majorctl tells about a call: its lines by their first word."""
    row = stage.records_by_caller()[call.caller][-1]
    lines = [line.strip() for line in stage.majorctl("call", row["call_id"]).splitlines()]
    return {line.split("  ")[0]: " ".join(line.split()[1:]) for line in lines if line}, "\n".join(lines)


@case
async def missed(stage):
    """Abandoned while a phone rings, nobody answers, the overflow does, both are on the phone: all four are missed, each in its way."""
    ways = {}
    stage.primary.does = rings()
    call = stage.call()
    await call.progress()
    await call.cancel()
    await stage.recorded(call, rang=PRIMARY, ended="cancelled")
    ways[call] = "hung up before answer"

    stage.reset()
    stage.primary.does = stage.backup.does = rings()
    stage.overflow.does = refuses(486)
    call = stage.call()
    response = await call.outcome()
    expect(response.status >= 400, f"nobody answers, and the caller got {response.status}")
    await stage.recorded(call, rang=f"{PRIMARY},{BACKUP},({OVERFLOW})", ended="busy|no-answer|unavailable|failed")
    ways[call] = "nobody answered"

    stage.reset()
    stage.primary.does = stage.backup.does = refuses(486)
    call = stage.call()
    await answered_by(stage, call, stage.overflow)
    await call.hang_up()
    await stage.recorded(call, rang=f"({PRIMARY}),({BACKUP}),{OVERFLOW}", by=OVERFLOW, ended="answered")
    ways[call] = "overflow answered"

    stage.reset()
    first, second = stage.call(), None
    await answered_by(stage, first, stage.primary)
    await stage.is_busy(PRIMARY)
    second = stage.call()
    await answered_by(stage, second, stage.backup)
    await stage.is_busy(BACKUP)
    stage.overflow.does = rings()
    call = stage.call()
    await stage.overflow.call()
    await call.cancel()
    for other in (second, first):
        await other.hang_up()
    await stage.recorded(call, rang=f"({OVERFLOW})", ended="cancelled", reason="busy")
    ways[call] = "nobody was there"

    lines = [await says(stage, ["missed"], f"({call.caller}): {way}", "call back before") for call, way in ways.items()]
    for other in (first, second):
        expect(other.caller not in stage.majorctl("missed"), "a call that was answered is missed")
    for line in lines:
        stage.majorctl("missed", "done", line.split()[0])
    return "; ".join(line.split("): ")[1].split(";")[0] for line in lines)


@case
async def called_back(stage):
    """The backup dials a client whose call was missed: in vain, then he is answered, and it is done. The client's next call comes to him."""
    stage.primary.does = rings()
    call = stage.call()
    await call.progress()
    await call.cancel()
    await stage.recorded(call, rang=PRIMARY, ended="cancelled", again=False)
    line = await says(stage, ["missed"], f"({call.caller}): hung up before answer")
    number = line.split()[0]

    stage.reset()
    stage.ordinary.does = rings()
    back = await stage.pbx.dial_out(BACKUP, call.caller)
    await stage.ordinary.call()
    await stage.is_busy(BACKUP)
    await back.cancel()
    await stage.nobody_busy()
    await says(stage, ["missed"], f"({call.caller})", "called once, not reached")

    stage.ordinary.does = picks_up()
    back = await stage.pbx.dial_out(BACKUP, call.caller)
    await back.answer()
    leg = await stage.ordinary.call(2)
    await leg.acknowledged()
    expect(leg.extension == call.caller, f"{leg.extension} was called")
    await says(stage, ["missed", "--closed"], f"({call.caller})", "called back by mbakker")
    expect(f"({call.caller})" not in stage.majorctl("missed"), "it is still open")
    await stage.is_busy(BACKUP)
    await back.hang_up()
    await leg.over()
    await stage.nobody_busy()

    # A call that is nobody's business leaves nothing.
    before = stage.majord.newest()
    other = await stage.pbx.dial_out(BACKUP, "+31201112299")
    await other.answer()
    await (await stage.ordinary.call(3)).acknowledged()
    await other.hang_up()

    again = stage.call(call.caller)
    await answered_by(stage, again, stage.backup)
    await again.hang_up()
    expect(not stage.primary.calls, "the primary's phone rang")
    await stage.nobody_busy()
    rows = await stage.eventually("the record of the call back", lambda: [row for row in stage.majord.records(before) if row["ended"]])
    expect([row["reason"] for row in rows] == ["callback"], f"the records behind the call back: {[stage.text_of(row) for row in rows]}")
    expect("(for Joke)" in stage.backup.calls[0].shown, f"the display: {stage.backup.calls[0].shown}")
    words, text = told(stage, again)
    expect("callback" in words.get("decided", "") and "Mark Bakker" in words.get("answered", ""), text)
    return f"missed call {number}: called once, not reached, then called back; `{words['answered']}`"


@case
async def case_by_phone(stage):
    """The backup opens a case during a call: the client's next call comes to him, with its reference, until he closes it."""
    codes = stage.pbx.codes
    number = stage.number()
    said = []

    async def dial(code, wanted):
        sentence, state = await stage.pbx.dial(code, BACKUP)
        said.append(sentence)
        expect(wanted in sentence, f"{code} should say `{wanted}`: {sentence} ({state})")
        return state

    stage.primary.does = refuses(486)
    stage.backup.lines = 2
    first = stage.call(number)
    await answered_by(stage, first, stage.backup)
    await stage.is_busy(BACKUP)
    reference = f"20{stage.callers:04d}"
    await dial(f"{codes['open']}{reference}", f"Case {reference} of Scholengroep Noord is open")
    await dial(f"{codes['open']}{reference}", f"Case {reference} of Scholengroep Noord was open already")
    await dial(f"{codes['open']}abc", "A case's reference is dialled in digits")
    await first.hang_up()
    await stage.nobody_busy()
    await says(stage, ["case", "list"], reference, "Mark Bakker")

    stage.reset()
    second = stage.call(number)
    leg = await answered_by(stage, second, stage.backup)
    await second.hang_up()
    expect(not stage.primary.calls, "the primary's phone rang")
    expect("(for Joke)" in leg.shown, f"the display: {leg.shown}")
    passed = leg.invite.get("X-Majord-Case")
    expect(passed == reference, f"the phone is told the case {passed!r}")
    await stage.nobody_busy()
    rows = await stage.eventually("both records", lambda: len(found := [
        row for row in stage.majord.records(stage.last) if row["caller"] == number and row["ended"]]) == 2 and found)
    expect([row["reason"] for row in rows] == ["primary", "case"], f"the reasons are {[row['reason'] for row in rows]}")
    words, text = told(stage, second)
    expect("case" in words.get("decided", ""), text)

    await dial(codes["close"], f"Case {reference} of Scholengroep Noord is closed")
    await dial(codes["close"], "You hold no case of Scholengroep Noord")
    third = stage.call(number)
    await answered_by(stage, third, stage.primary)
    await third.hang_up()
    # Nobody is busy before it is told that somebody was: its end is waited for.
    await stage.eventually("the third record", lambda: len([
        row for row in stage.majord.records(stage.last) if row["caller"] == number and row["ended"]]) == 3)
    return ", ".join(repr(sentence) for sentence in said)


@case
async def phone_not_there(stage):
    """A phone that answers that it is not there comes last for a minute."""
    for status in stage.pbx.not_there:
        stage.reset()
        stage.primary.does = refuses(status)
        first = stage.call()
        await answered_by(stage, first, stage.backup)
        await first.hang_up()
        await stage.recorded(first, rang=f"({PRIMARY}),{BACKUP}", by=BACKUP, ended="answered")
        second = stage.call()
        await answered_by(stage, second, stage.backup, 2)
        await second.hang_up()
        text = await stage.recorded(second, rang=BACKUP, by=BACKUP, ended="answered", reason="backup")
        expect(len(stage.primary.calls) == 1, "a phone that is not there was tried again")
    return f"the second call went to {BACKUP} at once: {text}"


@case
async def registered(stage):
    """A phone that is registered no more comes last, until it is again."""
    await stage.pbx.register(PRIMARY, 3600)
    await stage.pbx.register(PRIMARY, 0)

    async def call_until(reason):
        for _ in range(30):
            call = stage.call()
            await call.answer()
            await call.hang_up()
            row = await stage.eventually("the record", lambda: next(iter(
                row for row in stage.records_by_caller().get(call.caller, []) if row["ended"]), None))
            await stage.nobody_busy()
            if row["reason"] == reason:
                return row
            await asyncio.sleep(1)
        expect(False, f"no call was decided because of {reason}: {stage.text_of(row)}")

    row = await call_until("backup")
    expect(row["answered_by"] == BACKUP, f"{row['answered_by']} answered")
    targets = [target["extension"] for target in json.loads(row["targets"])]
    expect(targets == [BACKUP, PRIMARY, OVERFLOW], f"the targets are {targets}")
    await stage.pbx.register(PRIMARY, 3600)
    row = await call_until("primary")
    expect(row["answered_by"] == PRIMARY, f"{row['answered_by']} answered")
    return f"{', '.join(targets)} while it is not registered, then {TARGETS}"

"""The cases: each plays one story with a PBX, and says in one line what came of it. What does not hold is a Fault."""

import asyncio
import contextlib
import itertools
import re
import time

import identities
import sip
import stage as stages
from stage import (
    BACKUP, CLIENT, COLLEAGUE, CONTACT, OVERFLOW, PRIMARY, SHOWN, STRANGER, TARGETS, answers_the_cancel, expect, picks_up, refuses,
    rings, says_nothing)

# name: (function, whether agents on the phone are skipped or rung), in the order in which they are played.
CASES = {}
# Refusals from 400 on, without 401 and 407, which a PBX may take as a request for its password.
REFUSALS = [
    400, 403, 404, 405, 406, 408, 410, 415, 480, 481, 482, 483, 484, 485, 486, 487, 488, 491, 500, 501, 502, 503, 504, 505, 513, 580, 600, 603,
    604, 606]


def case(function=None, *, when_busy="backup", proxies=False):
    """Adds a case; some are only for proxies, where the caller carries out a transfer."""
    def add(function):
        CASES[function.__name__.replace("_", "-")] = function, when_busy
        function.proxies = proxies
        return function
    return add(function) if function else add


async def answered_by(stage, call, phone, number=1):
    """The caller is answered by this phone, and both hear each other: the phone has got its ACK."""
    await call.answer()
    leg = await phone.call(number)
    await leg.acknowledged()
    return leg


@case
async def answered(stage):
    """The agent answers; either of the two hangs up."""
    call = stage.call()
    await answered_by(stage, call, stage.primary)
    await stage.is_busy(PRIMARY)
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered", reason="primary", targets=TARGETS)
    await stage.nobody_busy()
    second = stage.call()
    leg = await answered_by(stage, second, stage.primary, 2)
    await leg.hang_up()
    await second.over()
    await stage.recorded(second, rang=PRIMARY, by=PRIMARY, ended="answered")
    return f"the caller talked to {PRIMARY}: {text}"


@case
async def cancel(stage):
    """The caller gives up while a phone rings, and at the second one."""
    stage.primary.does = rings()
    call = stage.call()
    await call.progress()
    response = await call.cancel()
    expect(response.status == 487, f"the caller who gave up got {response.status}")
    leg = await stage.primary.call()
    await leg.cancelled()
    text = await stage.recorded(call, rang=PRIMARY, ended="cancelled")
    await stage.nobody_busy()
    stage.backup.does = rings()
    second = stage.call()
    await stage.backup.call()
    with contextlib.suppress(sip.Unanswered):
        # Not each PBX tells the caller once more that it rings.
        await second.invite.news.until(
            "a second 180", lambda: sum(response.status == 180 for response in second.invite.responses) > 1, 0.5)
    await second.cancel()
    await stage.recorded(second, rang=f"{PRIMARY},{BACKUP}", ended="cancelled")
    return f"487 to the caller: {text}"


@case
async def cancel_before_ringing(stage):
    """The caller gives up before a phone has said anything."""
    async def hesitates(call):
        call.respond(100)
    stage.primary.does = hesitates
    call = stage.call()
    await stage.primary.call()
    response = await call.cancel()
    expect(response.status == 487, f"the caller who gave up got {response.status}")
    text = await stage.recorded(call, rang=f"({PRIMARY})", ended="cancelled")
    return f"487 to the caller: {text}"


@case
async def forwarded(stage):
    """The agent's phone answers 302 with another number: nobody is called there, the next one of the pair is."""
    stage.primary.does = refuses(302, [("Contact", f"<{stage.phone_uri(COLLEAGUE)}>")])
    call = stage.call()
    await answered_by(stage, call, stage.backup)
    await call.hang_up()
    text = await stage.recorded(call, rang=f"({PRIMARY}),{BACKUP}", by=BACKUP, ended="answered")
    expect(not stage.phones[COLLEAGUE].calls, "the phone's 302 was followed")
    return f"not followed, {BACKUP} answered: {text}"


@case
async def refused(stage):
    """The agent's phone refuses with each status of 400 to 606; the next one of the pair answers."""
    wrong = []
    for place, status in enumerate(REFUSALS):
        stage.reset()
        rings_first = place % 2 == 1
        stage.primary.does = refuses(status, rings_first=rings_first)
        call = stage.call()
        response = await call.outcome()
        if response.status != 200 or not stage.backup.calls:
            wrong.append(f"{status}: the caller got {response.status}")
            if response.status < 300:
                await call.hang_up()
            continue
        await call.hang_up()
        try:
            await stage.recorded(
                call, rang=f"{PRIMARY if rings_first else f'({PRIMARY})'},{BACKUP}", by=BACKUP, ended="answered", seconds=10)
        except stages.Fault as fault:
            wrong.append(f"{status}: {fault}")
    expect(not wrong, "; ".join(wrong))
    return f"{len(REFUSALS)} of {len(REFUSALS)} refusals led to {BACKUP}"


@case
async def silence(stage):
    """Both ring, nobody answers; the overflow does."""
    stage.primary.does = stage.backup.does = rings()
    began = time.monotonic()
    call = stage.call()
    await answered_by(stage, call, stage.overflow)
    took = time.monotonic() - began
    expect(2 * stages.RING - stage.pbx.ends_ringing_early_by < took < 2 * stages.RING + 5, f"two phones that ring {stages.RING} s each took {took:.1f} s")
    await call.hang_up()
    text = await stage.recorded(call, rang=f"{PRIMARY},{BACKUP},{OVERFLOW}", by=OVERFLOW, ended="answered")
    return f"{OVERFLOW} answered after {took:.1f} s: {text}"


@case
async def dead_phone(stage):
    """The agent's phone is not there at all: the next one rings soon."""
    stage.primary.does = says_nothing()
    began = time.monotonic()
    call = stage.call()
    await answered_by(stage, call, stage.backup)
    took = time.monotonic() - began
    expect(took < stage.pbx.gives_up_dead_phones_within, f"a phone that is not there was waited for {took:.1f} s")
    await call.hang_up()
    text = await stage.recorded(call, rang=f"({PRIMARY}),{BACKUP}", by=BACKUP, ended="answered")
    return f"{BACKUP} answered after {took:.1f} s: {text}"


@case
async def both_busy(stage):
    """Both agents are on the phone: the overflow, with the reason busy, and neither phone rings. Then both phones say busy by themselves."""
    first = stage.call()
    await answered_by(stage, first, stage.primary)
    await stage.is_busy(PRIMARY)
    second = stage.call()
    await answered_by(stage, second, stage.backup)
    await stage.is_busy(BACKUP)
    third = stage.call()
    await answered_by(stage, third, stage.overflow)
    expect((len(stage.primary.calls), len(stage.backup.calls)) == (1, 1), "a phone rang whose agent is on a call")
    for call in (third, second, first):
        await call.hang_up()
    text = await stage.recorded(third, rang=OVERFLOW, by=OVERFLOW, ended="answered", reason="busy", targets=f"{OVERFLOW}:0")
    await stage.recorded(second, rang=BACKUP, by=BACKUP, ended="answered")
    await stage.recorded(first, rang=PRIMARY, by=PRIMARY, ended="answered")
    await stage.nobody_busy()
    stage.reset()
    stage.primary.does = stage.backup.does = refuses(486)
    fourth = stage.call()
    await answered_by(stage, fourth, stage.overflow)
    await fourth.hang_up()
    await stage.recorded(fourth, rang=f"({PRIMARY}),({BACKUP}),{OVERFLOW}", by=OVERFLOW, ended="answered", targets=TARGETS)
    return f"{OVERFLOW} answered: {text}"


@case
async def all_fail(stage):
    """Nobody can take it, the overflow neither: the caller is told, and the call is over."""
    got = []
    for statuses in ((486, 480, 503), (603, 404, 486), (500, 486, 480), (480, 480, 603)):
        stage.reset()
        for phone, status in zip((stage.primary, stage.backup, stage.overflow), statuses):
            phone.does = refuses(status)
        call = stage.call()
        response = await call.outcome()
        expect(response.status >= 400, f"nobody was there, and the caller got {response.status}")
        expect([len(phone.calls) for phone in (stage.primary, stage.backup, stage.overflow)] == [1, 1, 1], "not each was tried once")
        got.append(str(response.status))
        text = await stage.recorded(call, rang=f"({PRIMARY}),({BACKUP}),({OVERFLOW})", ended="busy|no-answer|unavailable|failed")
    return f"the callers got {', '.join(got)}: {text}"


@case
async def two_and_three(stage):
    """Calls close behind each other: each goes to somebody else, and no phone rings twice."""
    stage.primary.does = stage.backup.does = picks_up(after=1)
    calls, known = [], []
    for extension in (PRIMARY, BACKUP, None):
        calls.append(stage.call())
        await calls[-1].progress()
        if extension:
            began = time.monotonic()
            await stage.is_busy(extension)
            known.append(f"{time.monotonic() - began:.2f}")
    await asyncio.gather(*(call.answer() for call in calls))
    counts = [len(phone.calls) for phone in (stage.primary, stage.backup, stage.overflow)]
    expect(counts == [1, 1, 1], f"{PRIMARY}, {BACKUP} and {OVERFLOW} got {counts} calls")
    for call in calls:
        await call.hang_up()
    texts = [
        await stage.recorded(call, rang=phone, by=phone, ended="answered") for call, phone in zip(calls, (PRIMARY, BACKUP, OVERFLOW))]
    return f"one each, majord knew of a ringing phone after {' and '.join(known)} s: " + "; ".join(texts)


@case
async def at_the_same_moment(stage):
    """Three calls in the same millisecond, at phones with one line: each is answered by somebody else, and the records say by whom."""
    stage.primary.does = stage.backup.does = picks_up(after=0.2)
    calls = [stage.call() for _ in range(3)]
    await asyncio.gather(*(call.answer() for call in calls))
    spoke = []
    for call in calls:
        extensions = await stage.eventually("who answered", lambda: [
            extension for extension, leg in stage.came(call) if leg.is_up and leg.is_acknowledged])
        spoke.append(extensions[0])
    expect(sorted(spoke) == [OVERFLOW, PRIMARY, BACKUP], f"the callers talked to {spoke}")
    for call in calls:
        await call.hang_up()
    for call, phone in zip(calls, spoke):
        tried = [extension for extension, _ in stage.came(call)]
        await stage.recorded(call, rang=",".join(x if x == phone else f"({x})" for x in tried), by=phone, ended="answered")
    return f"the callers talked to {', '.join(spoke)}"


@case(when_busy="ring")
async def gone_at_once(stage):
    """200 callers hang up at once after the answer."""
    count, at_once = stage.count(200), 10
    lanes, calls = asyncio.Semaphore(at_once), []
    stage.primary.lines = None
    stage.primary.does = picks_up(ring=180)

    async def one():
        async with lanes:
            call = stage.call()
            calls.append(call)
            await call.answer()
            await call.hang_up()

    await asyncio.gather(*(one() for _ in range(count)))
    for call in calls:
        await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered", seconds=60)
    return f"{count} of {count} records: answered {PRIMARY}, ended answered"


@case(when_busy="ring")
async def glare(stage):
    """The agent answers in the very moment in which the ring time ends, 20 times; and around it, 20 times."""
    stage.primary.lines = stage.backup.lines = None
    spoke = {}
    # The backup is picked up before the first phone repeats its answer, and behind it.
    pauses = itertools.cycle((0.2, 0.9))

    async def backup(call):
        await picks_up(after=next(pauses))(call)

    stage.primary.does, stage.backup.does = answers_the_cancel(), backup

    async def one():
        call = stage.call()
        await call.answer()
        leg = await stage.eventually("who answered", lambda: next(
            ((extension, leg) for extension, leg in stage.came(call) if leg.is_up and leg.is_acknowledged), None))
        # Meanwhile a phone that was picked up in vain hangs up; that ends nothing.
        await asyncio.sleep(1)
        rows = stage.records_by_caller().get(call.caller, [])
        expect(call.is_up and all(row["ended"] is None for row in rows), "a phone that has not got the call ended it")
        await call.hang_up()
        extension = leg[0]
        spoke[extension] = spoke.get(extension, 0) + 1
        tried = [phone for phone, _ in stage.came(call)]
        await stage.recorded(call, rang=",".join(tried), by=extension, ended="answered", seconds=60)

    count = stage.count(20)
    for _ in range(0, count, 10):
        await asyncio.gather(*(one() for _ in range(min(10, count))))
    exact = dict(spoke)

    # The second twenty are picked up by themselves, from 150 ms before the end to 40 ms behind it: timers of PBXs are that coarse.
    shifts = itertools.cycle(milliseconds / 1000 for milliseconds in range(-150, 41, 10))

    async def about_the_end(call):
        call.at_cancel = call.pick_up
        call.ring()
        await asyncio.sleep(stages.RING + next(shifts))
        if not call.is_cancelled:
            call.pick_up()
        await stages.gives_up_without_ack(call)

    stage.primary.does = about_the_end
    for _ in range(0, count, 10):
        await asyncio.gather(*(one() for _ in range(min(10, count))))
    told = ", ".join(f"{extension} {number}" for extension, number in sorted(exact.items()))
    around = ", ".join(f"{extension} {number - exact.get(extension, 0)}" for extension, number in sorted(spoke.items()))
    return f"all {2 * count} records name who talked: at the CANCEL {told}; around it {around}"


@case(when_busy="ring")
async def cancel_glare(stage):
    """The caller gives up in the very moment in which the agent answers, 20 times: the record says what the caller got."""
    stage.primary.lines = None
    stage.primary.does = answers_the_cancel()
    got = {}

    async def one():
        call = stage.call()
        await call.progress()
        status = (await call.cancel()).status
        got[status] = got.get(status, 0) + 1
        if status < 300:
            await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
        else:
            await stage.recorded(call, rang=PRIMARY, ended="cancelled")

    await asyncio.gather(*(one() for _ in range(stage.count(20))))
    return "the callers got " + ", ".join(f"{number} × {status}" for status, number in sorted(got.items()))


@case(when_busy="ring")
async def cancel_between(stage):
    """The caller gives up around the moment in which the first phone's time is over and the second one is called, 20 times: nothing rings on."""
    stage.primary.lines = stage.backup.lines = None
    stage.primary.does = stage.backup.does = rings()
    shifts = itertools.cycle(milliseconds / 1000 for milliseconds in range(-150, 41, 10))
    second = 0

    async def one():
        nonlocal second
        shift = next(shifts)
        call = stage.call()
        await call.progress()
        await asyncio.sleep(stages.RING + shift)
        response = await call.cancel()
        expect(response.status == 487, f"the caller who gave up got {response.status}")
        await stage.recorded(call, rang=f"{PRIMARY},({BACKUP})", ended="cancelled")
        for extension, leg in stage.came(call):
            await leg.news.until(f"{extension} stops ringing", lambda: leg.is_cancelled or leg.status)
            second += extension == BACKUP

    await asyncio.gather(*(one() for _ in range(stage.count(20))))
    return f"all got 487, {second} after the second phone was called; no phone rings on"


async def transferred(stage, refer):
    """The agent's phone gives the call away; he is free while it goes on, and the record keeps his name."""
    call = stage.call()
    leg = await answered_by(stage, call, stage.primary)
    await stage.is_busy(PRIMARY)
    response = await refer(leg)
    expect(response.status in (200, 202), f"REFER was answered with {response.status} {response.reason}")
    if stage.pbx.transfers == "caller":
        request = await call.news.until("REFER at the caller", lambda: next((
            request for request in call.requests if request.method == "REFER"), None))
        number = sip.user_in(request.get("Refer-To"))
        onwards = stage.call(call.caller, called=number)
        await onwards.answer()
        await stage.nobody_busy()
        call.request("NOTIFY", [("Event", "refer"), ("Subscription-State", "terminated;reason=noresource"),
                                ("Content-Type", "message/sipfrag")], "SIP/2.0 200 OK\r\n")
        await leg.news.until("NOTIFY at the agent's phone", lambda: any(request.method == "NOTIFY" for request in leg.requests))
        await leg.hang_up()
        await call.over()
        await onwards.hang_up()
    else:
        colleague = await stage.phones[COLLEAGUE].call()
        await colleague.acknowledged()
        await stage.nobody_busy()
        if leg.is_up:
            await leg.hang_up()
        # A PBX joins the two after it has let the agent go.
        await asyncio.sleep(0.5)
        expect(call.is_up and colleague.is_up, "the caller and the colleague were not left together")
        await call.hang_up()
        await colleague.over()
    # Over a transfer a PBX reports what it sees; that a phone rang which is no agent's is no fault.
    text = await stage.recorded(call, rang=f"{PRIMARY},({COLLEAGUE})", by=PRIMARY, ended="answered")
    return f"the caller talked to the colleague, {PRIMARY} was free meanwhile: {text}"


@case
async def blind_transfer(stage):
    """The agent transfers the call by his phone's blind transfer (REFER)."""
    host, port = stage.sip
    return await transferred(stage, lambda leg: leg.refer(f"sip:{COLLEAGUE}@{host}:{port}"))


@case
async def attended_transfer(stage):
    """The agent asks a colleague first, then joins the two (REFER with Replaces)."""
    async def refer(leg):
        host, port = stage.sip
        if stage.pbx.transfers == "caller":
            # A proxy between trunk and PBX does not see the consultation.
            consultation = stage.primary.endpoint.call(
                (stage.phones_at, stage.ordinary.endpoint.port), COLLEAGUE, PRIMARY)
        else:
            stage.primary.lines = None
            consultation = stage.primary.endpoint.call(stage.sip, COLLEAGUE, PRIMARY, origin=f"<sip:{PRIMARY}@pbx.example>")
        await consultation.answer()
        here, there = sip.parameter(consultation.local, "tag"), sip.parameter(consultation.remote, "tag")
        replaces = f"{consultation.call_id}%3Bto-tag%3D{there}%3Bfrom-tag%3D{here}".replace("@", "%40")
        return await leg.refer(f"sip:{COLLEAGUE}@{host}:{port}?Replaces={replaces}")
    return await transferred(stage, refer)


@case(proxies=True)
async def transfer_that_fails(stage):
    """The other side agrees to a transfer, and then cannot reach anybody: the agent goes on with the call, and is on the phone again."""
    call = stage.call()
    leg = await answered_by(stage, call, stage.primary)
    await stage.is_busy(PRIMARY)
    host, port = stage.sip
    await leg.refer(f"sip:{COLLEAGUE}@{host}:{port}")
    await stage.nobody_busy()
    call.request("NOTIFY", [("Event", "refer"), ("Subscription-State", "terminated;reason=noresource"),
                            ("Content-Type", "message/sipfrag")], "SIP/2.0 486 Busy Here\r\n")
    await stage.is_busy(PRIMARY)
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    return f"{PRIMARY} was on the phone again: {text}"


@case
async def retransmissions(stage):
    """The caller's INVITE, the phone's 180 and its 200 come three times, and once more when they are late."""
    legs = []

    async def stutters(call):
        legs.append(call)
        for _ in range(3):
            call.ring()
        await asyncio.sleep(0.1)
        call.pick_up()
        call.repeat()
        call.repeat()

    stage.primary.does = stutters
    call = stage.call()
    call.repeat()
    call.repeat()
    await call.answer()
    leg = await stage.primary.call()
    await leg.acknowledged()
    leg.repeat()
    leg.endpoint.send(leg.responses[0], leg.address)
    await stage.is_busy(PRIMARY)
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    # Late repetitions after the end.
    leg.repeat()
    leg.endpoint.send(leg.responses[0], leg.address)
    expect(len(stage.primary.calls) == 1, f"an INVITE that came three times rang {len(stage.primary.calls)} times")
    await stage.nobody_busy()
    return text


@case
async def majord_stopped(stage):
    """majord hangs for two seconds (SIGSTOP): calls go to the overflow, calls that stand go on, and all is told afterwards."""
    standing = stage.call()
    await answered_by(stage, standing, stage.primary)
    await stage.is_busy(PRIMARY)
    stage.backup.does = rings()
    ringing = stage.call()
    await ringing.progress()
    began = time.monotonic()
    async with stage.stopped(2):
        call = stage.call()
        await answered_by(stage, call, stage.overflow)
        took = time.monotonic() - began
        (await stage.backup.call()).pick_up()
        await ringing.answer()
        for each in (call, standing, ringing):
            await each.hang_up()
    expect(took < 5, f"the caller waited {took:.1f} s for a majord that hangs")
    await stage.recorded(standing, rang=PRIMARY, by=PRIMARY, ended="answered")
    await stage.recorded(ringing, rang=BACKUP, by=BACKUP, ended="answered")
    row = await stage.unasked(call)
    await stage.nobody_busy()
    return f"{OVERFLOW} answered after {took:.1f} s, all is told afterwards: {row}"


@case
async def majord_killed_while_ringing(stage):
    """majord is killed while a phone rings: the call goes on, and is in the ledger when majord is back."""
    stage.primary.does = rings()
    call = stage.call()
    await call.progress()
    await stage.is_written(call, "rang")
    stage.majord.kill()
    leg = await stage.primary.call()
    leg.pick_up()
    await call.answer()
    stage.majord.open()
    await stage.is_busy(PRIMARY)
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    await stage.nobody_busy()
    return text


@case
async def majord_killed_during_the_call(stage):
    """majord is killed during a call, and is back before its end, or behind it; who calls meanwhile gets the overflow."""
    call = stage.call()
    await answered_by(stage, call, stage.primary)
    await stage.is_written(call, "answered_by")
    stage.majord.kill()
    stage.majord.open()
    await stage.is_busy(PRIMARY)
    await call.hang_up()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    await stage.nobody_busy()
    second = stage.call()
    await answered_by(stage, second, stage.primary, 2)
    await stage.is_written(second, "answered_by")
    stage.majord.kill()
    meanwhile = stage.call()
    await answered_by(stage, meanwhile, stage.overflow)
    await meanwhile.hang_up()
    await second.hang_up()
    stage.majord.open()
    await stage.recorded(second, rang=PRIMARY, by=PRIMARY, ended="answered")
    await stage.unasked(meanwhile)
    await stage.nobody_busy()
    return f"{text}; who called while it was away talked to {OVERFLOW}"


@case(when_busy="ring")
async def load(stage):
    """50 calls a second for 30 seconds: most are answered, each tenth is refused by the first phone, each tenth is given up while it rings."""
    rate, seconds = 50, stage.count(30)
    plans, calls, callers = {}, [], []

    async def primary(call):
        plan = plans.get(call.caller)
        if plan == "refused":
            call.respond(486)
            return
        call.ring()
        if plan == "answered":
            await asyncio.sleep(0.05)
            call.pick_up()

    for phone in (stage.primary, stage.backup):
        phone.lines = None
    stage.primary.does = primary

    async def one(call, plan):
        if plan == "cancelled":
            await call.progress()
            await call.cancel()
            return
        await call.answer()
        await asyncio.sleep(0.3)
        await call.hang_up()

    began = asyncio.get_running_loop().time()
    for place in range(rate * seconds):
        await asyncio.sleep(max(0, began + place / rate - asyncio.get_running_loop().time()))
        number = stage.number()
        plans[number] = {0: "refused", 5: "cancelled"}.get(place % 10, "answered")
        call = stage.call(number)
        calls.append(call)
        callers.append(asyncio.create_task(one(call, plans[number])))
    outcomes = await asyncio.gather(*callers, return_exceptions=True)
    lost = [
        f"{outcome} ({call.call_id}); it got {[response.status for response in call.invite.responses]}, tried were "
        f"{[(extension, leg.status, leg.is_acknowledged) for extension, leg in stage.came(call)]}"
        for call, outcome in zip(calls, outcomes) if outcome]
    expect(not lost, f"{len(lost)} of {len(calls)} callers were not served: " + "; ".join(lost[:3]))
    behind = time.monotonic()
    await stage.eventually("all records are complete", lambda: all(
        row["ended"] for row in stage.majord.records()), 120)
    behind = time.monotonic() - behind
    # Each record says what the phones and the caller saw; on a machine that stands still for a while that is not what was planned.
    planned = {"answered": ([PRIMARY], PRIMARY, "answered"), "cancelled": ([PRIMARY], None, "cancelled"),
               "refused": ([PRIMARY, BACKUP], BACKUP, "answered")}
    rows, seen, wrong, unplanned = stage.records_by_caller(), stage.calls_by_caller(), [], 0
    for call in calls:
        legs = seen.get(call.caller, [])
        tried = [extension for extension, _ in legs]
        spoke = next((extension for extension, leg in legs[::-1] if leg.is_acknowledged and leg.status == 200), None)
        ended = "answered" if call.invite.final.status < 300 else "cancelled"
        unplanned += (tried, spoke, ended) != planned[plans[call.caller]]
        rang = ",".join(extension if leg.has_rung else f"({extension})" for extension, leg in legs)
        fault = stage.fault_of(call.caller, rows, rang=rang, by=spoke, ended=ended)
        if fault or tried != [PRIMARY, BACKUP, OVERFLOW][:len(tried)]:
            wrong.append(f"{call.caller} ({plans[call.caller]}, tried {tried}): {fault}")
    expect(not wrong, f"{len(wrong)} of {len(calls)} records are wrong: " + "; ".join(wrong[:3]))
    expect(unplanned < len(calls) / 10, f"{unplanned} of {len(calls)} calls did not go as the phones had it")
    return f"{len(calls)} of {len(calls)} records are right, {unplanned} calls went otherwise than planned, the last record {behind:.1f} s behind the last call"


@case
async def shown(stage):
    """What the phone's display is told: the client and the contact; and for whom it is where another gets the call."""
    call = stage.call("anonymous", f"P-Asserted-Identity: <sip:{CONTACT}@trunk.example>", origin='"Anonymous" <sip:anonymous@anonymous.invalid>')
    await call.answer()
    leg = await stage.primary.call()
    await call.hang_up()
    wanted = SHOWN.replace(": ", stage.pbx.separator)
    expect(f'"{wanted}"' in leg.shown, f"the display should be told `{wanted}`: {leg.shown}")
    await stage.recorded(CONTACT, rang=PRIMARY, by=PRIMARY, ended="answered", again=False)
    await stage.pbx.dial(stage.pbx.codes["pause"], PRIMARY)
    second = stage.call()
    await answered_by(stage, second, stage.backup)
    await second.hang_up()
    shown = stage.backup.calls[0].shown
    expect(f'"{stages.NAME} (for Joke)"' in shown, f"the backup's display should be told for whom it is: {shown}")
    await stage.recorded(second, rang=BACKUP, by=BACKUP, ended="answered")
    await stage.pbx.dial(stage.pbx.codes["back"], PRIMARY)
    third = stage.call(stages.QUOTED)
    await third.answer()
    await third.hang_up()
    found = re.match(r'"((?:[^"\\]|\\.)*)" *<sip:[+0-9]+@[^>"]*>', stage.primary.calls[-1].shown)
    # A PBX escapes quotes, or leaves them out.
    quoted = " ".join(re.sub(r'["\\]', " ", found.group(1) if found else "").split())
    wanted_of_quoted = f"{stages.NAME}: A. Ed Yılmaz".replace(": ", stage.pbx.separator)
    expect(quoted == wanted_of_quoted, f"the display should be told `{wanted_of_quoted}`: {stage.primary.calls[-1].shown}")
    await stage.recorded(stages.QUOTED, rang=PRIMARY, by=PRIMARY, ended="answered", again=False)
    stranger = stage.call(STRANGER)
    await answered_by(stage, stranger, stage.overflow)
    await stranger.hang_up()
    await stage.recorded(STRANGER, rang=OVERFLOW, by=OVERFLOW, ended="answered", reason="unknown-caller", again=False)
    return f"`{wanted}`; a stranger's call goes to {OVERFLOW} without a name"


@case
async def feature_codes(stage):
    """The codes at the agents' phones, with majord as usual, stopped, and away."""
    codes = stage.pbx.codes
    said = []

    async def dial(code, wanted, extension=PRIMARY):
        sentence, state = await stage.pbx.dial(code, extension)
        said.append(f"{code}: {sentence}")
        expect(wanted in sentence, f"{code} at {extension} should say `{wanted}`: {sentence} ({state})")
        return state

    await dial(codes["tell"], "Joke de Vries takes calls")
    await dial(codes["sick"], "Joke de Vries is away")
    call = stage.call()
    await answered_by(stage, call, stage.backup)
    await call.hang_up()
    await dial(codes["back"], "Joke de Vries takes calls")
    for code, minutes in ((codes["pause"], 45), (codes["pause"] + "90", 90)):
        began = time.time()
        await dial(code, "Joke de Vries is away until")
        absence = next(row for row in stage.majord.call("Roster.ListAbsences")["absences"] if row["agent"] == "jdevries")
        length = (stages.instant(absence["until"]) - began) / 60
        expect(abs(length - minutes) < 1.5, f"{code} is a pause of {length:.1f} minutes")
        await dial(codes["back"], "Joke de Vries takes calls")
    await dial(codes["tell"], "belongs to no agent", OVERFLOW)
    # A call whose end is lost: nobody else frees the agent.
    stage.majord.ask("ANSWERED", "a-lost-call", PRIMARY)
    await stage.is_busy(PRIMARY)
    await dial(codes["tell"], "on the phone since")
    await dial(codes["free"], "Joke de Vries")
    await stage.nobody_busy()
    # While majord hangs, what is said must be true: it is not known, or nothing has changed, neither now nor later.
    async with stage.stopped(1):
        # A PBX that asked majord beforehand whether it is there knows that nothing was done; any other does not.
        sentence, state = await stage.pbx.dial(codes["sick"], PRIMARY)
        said.append(f"{codes['sick']}: {sentence}")
        certain = "nothing has changed" in sentence
        expect(certain or f"Not known whether it was done: dial {codes['tell']}" in sentence, f"a code that timed out said {sentence}")
        expect(state in ("", "unknown"), f"the state of a code that timed out is {state}")
    await dial(codes["tell"], "Joke de Vries takes calls" if certain else "Joke de Vries")
    await stage.pbx.dial(codes["back"], PRIMARY)
    await dial(codes["tell"], "Joke de Vries takes calls")
    stage.majord.kill()
    try:
        await dial(codes["sick"], stage.pbx.away)
    finally:
        stage.majord.open()
    await dial(codes["tell"], "Joke de Vries takes calls")
    return f"{len(said)} codes, such as {said[-3]!r}, {said[-2]!r}"


@case
async def caller_identities(stage):
    """Who calls, and whom: the header sets of identities.tsv."""
    return await identities.play(stage)


@case
async def lost_call(stage):
    """Caller and phone are gone without a word in the middle of a call: it is over by itself. Another call stands, and majord hears so."""
    up, limit = stage.pbx.says_up, stage.pbx.ends_dead_calls_within
    call = stage.call()
    leg = await answered_by(stage, call, stage.primary)
    await stage.is_busy(PRIMARY)
    standing = None
    if up:
        standing = stage.call()
        await answered_by(stage, standing, stage.backup)
    began = time.monotonic()
    call.vanish()
    leg.vanish()
    text = await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered|no-answer|failed", seconds=limit)
    took = time.monotonic() - began
    if standing:
        busy = stage.majord.busy()
        expect(len(busy) == 1 and busy[0].startswith(stages.AGENTS[BACKUP]) and standing.is_up, f"the other call was ended, too; busy are {busy}")
        expect(up in stage.pbx.log(), f"`{up}` is not in the log")
        await standing.hang_up()
        await stage.recorded(standing, rang=BACKUP, by=BACKUP, ended="answered")
    return f"over by itself after {took:.0f} s: {text}"

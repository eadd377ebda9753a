"""Asterisk as FreePBX sets it up: extensions_custom.conf as it is shipped, majord.conf with the lines changed that it names, between contexts of
FreePBX's names. It is no FreePBX: its web interface, and what it generates, are not part of this."""

import re

import asterisk
from cases import answered_by
from stage import BACKUP, EXCLUSIVE, PROJECT, expect

# An inbound route to a custom destination, one for a number that is none of majord's, one for any number, and the extensions.
GENERATED = """
[from-pstn]
include => from-pstn-custom
include => ext-did
include => ext-did-catchall

[ext-did]
{routes}exten => s,1,Dial(PJSIP/${{FROM_DID}}@ordinary)
 same => n,Hangup()

[ext-did-catchall]
exten => _.,1,Set(__FROM_DID=${{EXTEN}})
 same => n,Goto(ext-did,s,1)

[customdests]
exten => dest-1,1,Gosub(majord-freepbx,s,1)
 same => n,Goto(ext-did,s,1)

[from-internal]
include => from-internal-custom
exten => _2XXX,1,Dial(PJSIP/${{EXTEN}})
 same => n,Hangup(${{HANGUPCAUSE}})
; An outbound route.
exten => _[0+]X.,1,Gosub(macro-dialout-trunk,s,1(1,${{EXTEN}}))
 same => n,Hangup()

[macro-dialout-trunk]
exten => s,1,Set(DIAL_NUMBER=${{ARG2}})
 same => n,Set(DIAL_TRUNK_OPTIONS=T)
 same => n,Set(OUTNUM=${{DIAL_NUMBER}})
 same => n,Gosub(macro-dialout-trunk-predial-hook,s,1())
 same => n,Dial(PJSIP/${{OUTNUM}}@ordinary,300,${{DIAL_TRUNK_OPTIONS}})
 same => n,Return()
"""
ROUTE = """\
exten => {number},1,Set(__FROM_DID=${{EXTEN}})
 same => n,Set(CALLERID(pres)=allowed_not_screened)
 same => n,Goto(customdests,dest-1,1)
"""


async def do_not_disturb(stage):
    """FreePBX's Do Not Disturb of an agent: his phone does not ring, and is not said to have rung."""
    stage.pbx.command("database put DND 2101 YES")
    call = stage.call()
    await answered_by(stage, call, stage.backup)
    expect(not stage.primary.calls, "it rang")
    await call.hang_up()
    text = await stage.recorded(call, rang=BACKUP, by=BACKUP, ended="answered")
    stage.pbx.command("database del DND 2101")
    return text


async def passed_back(stage):
    """A call that majord passes on goes where the custom destination returns to, and is none of majord's records; so does one of another inbound route."""
    for called in ("+31880009999", "+31880007777"):
        stage.ordinary.calls.clear()
        newest = stage.majord.newest()
        call = stage.call(called=called)
        await call.answer()
        leg = await stage.ordinary.call()
        expect(leg.extension == called, f"{called} became {leg.extension}")
        await call.hang_up()
        await leg.over()
        expect(stage.majord.newest() == newest, "it is in the ledger")
    return "both are answered by the ordinary dial plan"


class PBX(asterisk.PBX):
    name = "freepbx"
    cases = {**asterisk.PBX.cases, "passed-back": (passed_back, "backup"), "do-not-disturb": (do_not_disturb, "backup")}
    codes = {"tell": "*9970", "sick": "*9971", "back": "*9972", "pause": "*9973", "free": "*9974", "open": "*9975", "close": "*9976"}
    skipped = {
        "caller-identities": "an inbound route has the called number as it is sent; who calls is read as in asterisk.py",
        "no-numbers": "what is done with any other number is up to the inbound routes"}
    contexts = {"context=from-trunk": "context=from-pstn", "context=agents": "context=from-internal"}

    def dial_plan(self):
        etc = self.work / "etc"
        custom = (PROJECT / "etc/asterisk/extensions_custom.conf").read_text()
        # The lines that it names, each in the place of what the shipped majord.conf has there.
        changed = {"Set(MAJORD_TELL=*70)": "Set(MAJORD_TELL=*9970)"}
        for context in ("majord-overflow", "majord-pass", "majord-transfer", "majord-phone"):
            lines = re.search(rf"^;   \[{context}\] +(exten => .*(?:\n; {{9,}}(?:same|exten) => .*)*)", custom, re.MULTILINE)
            expect(lines, f"extensions_custom.conf names no line for {context}")
            shipped = re.search(rf"^\[{context}\]\n(exten => .*(?:\n.+)*)$", (PROJECT / "etc/asterisk/majord.conf").read_text(), re.MULTILINE)
            changed[f"[{context}]\n{shipped.group(1)}"] = f"[{context}]\n" + re.sub(r"\n; +", "\n", lines.group(1))
        self.majord_conf(changed)
        self.shipped("asterisk/extensions_custom.conf", {}, etc / "extensions_custom.conf")
        routes = "".join(ROUTE.format(number=number) for number in (EXCLUSIVE, "+31880009999"))
        (etc / "extensions.conf").write_text("#include \"extensions_custom.conf\"\n" + GENERATED.format(routes=routes))

"""Asterisk with all that is off at the top of majord.conf: a prefix, a ring of its own, a language, the whisper, and transfers by DTMF."""

import asyncio
import time
import wave

import asterisk
from cases import answered_by
from stage import BACKUP, NAME, PRIMARY, expect, refuses

PREFIX = "MA: "
# What the agent hears: `majord/client-…` and `majord/for-…`, a second each, and what a transfer by DTMF says.
SOUNDS = {"majord/client-scholengroep-noord": 1, "majord/for-jdevries": 1, "pbx-transfer": 0.1}


async def hints(stage):
    """The first phone is told the prefix and the ring, and says whose call it is; the second one also for whom it is."""
    call = stage.call()
    leg = await stage.primary.call()
    expect(f'"{PREFIX}{NAME}"' in leg.shown, f"the display is told {leg.shown}")
    expect(leg.invite.all("Alert-Info") == ["<http://127.0.0.1>;info=Bellcore-dr2"], f"Alert-Info is {leg.invite.all('Alert-Info')}")
    began = time.monotonic()
    await call.answer()
    first = time.monotonic() - began
    await call.hang_up()
    await stage.recorded(call, rang=PRIMARY, by=PRIMARY, ended="answered")
    stage.primary.does = refuses(486)
    call = stage.call()
    await stage.backup.call()
    began = time.monotonic()
    await call.answer()
    second = time.monotonic() - began
    await call.hang_up()
    await stage.recorded(call, rang=f"{PRIMARY},{BACKUP}", by=BACKUP, ended="answered")
    expect(0.8 < first < 1.8 < second < 2.8, f"the whispers took {first:.1f} and {second:.1f} s")
    return f"`{leg.shown}`; whispers of {first:.1f} s, and of {second:.1f} s with whom the client wanted"


async def transfer_by_keys(stage):
    """The agent presses # and the other agent's extension (features.conf's blindxfer)."""
    call = stage.call()
    leg = await answered_by(stage, call, stage.primary)
    await stage.is_busy(PRIMARY)
    await stage.eventually("the two are joined", lambda: stage.pbx.is_bridged("PJSIP/trunk-"))
    for key in "#" + BACKUP:
        await leg.request("INFO", [("Content-Type", "application/dtmf-relay")], f"Signal={key}\r\nDuration=100\r\n").outcome()
        await asyncio.sleep(0.5 if key == "#" else 0.1)
    await stage.is_busy(BACKUP)
    await stage.eventually(f"{PRIMARY} is free", lambda: not any(text.startswith("jdevries ") for text in stage.majord.busy()))
    await call.hang_up()
    return await stage.recorded(call, rang=f"{PRIMARY},({BACKUP})", by=PRIMARY, ended="answered")


class PBX(asterisk.PBX):
    name = "asterisk with hints"
    cases = {"hints": (hints, "backup"), "transfer-by-keys": (transfer_by_keys, "backup")}
    settings = {
        "Set(MAJORD_OPTIONS=i)": "Set(MAJORD_OPTIONS=it)", "Set(MAJORD_PREFIX=)": f"Set(MAJORD_PREFIX={PREFIX})",
        "Set(__MAJORD_ALERT=)": "Set(__MAJORD_ALERT=<http://127.0.0.1>\\;info=Bellcore-dr2)",
        "Set(__MAJORD_LANGUAGE=)": "Set(__MAJORD_LANGUAGE=nl)", "Set(__MAJORD_WHISPER=no)": "Set(__MAJORD_WHISPER=yes)"}
    contexts = {"send_pai=yes\n": "send_pai=yes\ndtmf_mode=info\n"}

    def configuration(self, modules):
        super().configuration(modules)
        with (self.work / "etc" / "modules.conf").open("a") as file:
            file.write("load=res_pjsip_dtmf_info.so\nload=codec_resample.so\n")
        with (self.work / "etc" / "features.conf").open("a") as file:
            file.write("[featuremap]\nblindxfer=#\n")
        for name, seconds in SOUNDS.items():
            path = self.work / "var" / "sounds" / "en" / f"{name}.wav"
            path.parent.mkdir(parents=True, exist_ok=True)
            with wave.open(str(path), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(8000)
                file.writeframes(b"\0\1" * int(8000 * seconds))

import freepbx
class PBX(freepbx.PBX):
    def run(self, name, *command, **k):
        return super().run(name, *["-vvv" if str(c) == "-vv" else c for c in command], **k)

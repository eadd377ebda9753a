"""Types lines in an interactive shell on a terminal of its own, has the last word completed, and prints what the line has become.

    completion.py bash|zsh SCRIPT PROGRAMS FOLDER LINE ...

SCRIPT is the shell's completion for majorctl, PROGRAMS the folder with majorctl, FOLDER the one in which the shell stands. A line that ends with `*` has all completions put in
(bash only); any other has what TAB makes of it.
"""

import os
import pty
import select
import sys
import time

PATIENCE = 30


class Shell:
    def __init__(self, words, environment):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execvpe(words[0], words, environment)
        self.shown = b""

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def line(self, beginning):
        """The next line of output that begins so; what was typed stands behind a prompt."""
        deadline = time.monotonic() + PATIENCE
        while True:
            *lines, self.shown = self.shown.replace(b"\r", b"").split(b"\n")
            for index, line in enumerate(lines):
                if line.startswith(beginning.encode()):
                    self.shown = b"\n".join(lines[index + 1 :] + [self.shown])
                    return line.decode(errors="replace")
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.terminal], [], [], left)[0]:
                sys.exit(f"the shell did not say {beginning}: {self.shown!r}")
            try:
                self.shown += os.read(self.terminal, 65536)
            except OSError:
                sys.exit(f"the shell has ended: {self.shown!r}")


def main():
    name, script, programs, folder, *lines = sys.argv[1:]
    os.chdir(folder)
    environment = dict(os.environ, PATH=f"{programs}:{os.environ['PATH']}", TERM="dumb", PS1="> ", HISTFILE="")
    if name == "bash":
        shell = Shell(["bash", "--noprofile", "--norc", "-i"], environment)
        shell.type(f"bind 'set enable-bracketed-paste off'; bind 'set bell-style none'; source '{script}'; echo READY=\n")
    else:
        shell = Shell(["zsh", "-f", "-i"], environment)
        shell.type("PS1='> '; unsetopt zle_bracketed_paste; autoload -Uz compinit && compinit -u -D; ")
        shell.type(f"source '{script}'; compdef _majorctl majorctl; bindkey -e; setopt no_beep; echo READY=\n")
    shell.line("READY=")
    for line in lines:
        takes_all = line.endswith("*")
        # Completed, then made the words of an echo: the shell itself tells what stands there.
        shell.type((line[:-1] + "\x1b*" if takes_all else line + "\t") + "\x01echo GOT= \x05\n")
        print(shell.line("GOT=")[len("GOT=") :].strip())
    shell.type("exit\n")
    os.waitpid(shell.child, 0)


main()

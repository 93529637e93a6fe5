"""An app that is none, for the guard's sake: it beats, and then does what it is told, life after life.

usage: python -m tests.guarding.frail COUNT FATE…

Each life adds a letter to the file COUNT and meets the fate of its number, the last one again and again.
"""

import os
import signal
import sys
import time
from pathlib import Path

from kiosk.guarding.beats import AGAIN, BEAT, EVERY_S, LEAVE, LineToGuard


def main(count: str, *fates: str) -> None:
    """Live once."""
    with Path(count).open("a") as file:
        file.write("x")
    lives = len(Path(count).read_text())
    fate = fates[min(lives, len(fates)) - 1]
    line = LineToGuard()
    line.say(BEAT)
    match fate:
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "stop":
            os.kill(os.getpid(), signal.SIGSTOP)
        case "loop":
            while True:
                pass
        case "end":
            sys.exit(0)
        case "leave":
            line.say(LEAVE)
        case "again":
            line.say(AGAIN)
        case "live":
            while True:
                line.say(BEAT)
                time.sleep(EVERY_S)


if __name__ == "__main__":
    main(*sys.argv[1:])

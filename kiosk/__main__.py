"""Starts the command line: ``python -m kiosk``."""

import gc
import sys


def main() -> int:
    """Run the command line with this process's arguments and return its exit status."""
    # Starting makes a hundred thousand objects that all stay: looking through them for garbage
    # again and again cost a command a tenth of its time.
    gc.set_threshold(400_000, 20, 20)
    arguments = sys.argv[1:]
    try:
        curtain = None
        if "run" in arguments and "--help" not in arguments:
            from kiosk.ui.patron.curtain import raise_curtain

            curtain = raise_curtain(arguments)
        from kiosk.bootstrap import start

        return start(arguments, curtain)
    except KeyboardInterrupt:
        # Before the command began or after it ended; within it an interruption is told in words.
        return 1


if __name__ == "__main__":
    sys.exit(main())

"""Starts the command line: ``python -m kiosk``."""

import sys


def main() -> int:
    """Run the command line with this process's arguments and return its exit status."""
    try:
        from kiosk.bootstrap import start

        return start(sys.argv[1:])
    except KeyboardInterrupt:
        # Before the command began or after it ended; within it an interruption is told in words.
        return 1


if __name__ == "__main__":
    sys.exit(main())

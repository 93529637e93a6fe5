"""Starts the command line: ``python -m kiosk``."""

import sys

from kiosk.bootstrap import start


def main() -> int:
    """Run the command line with this process's arguments and return its exit status."""
    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())

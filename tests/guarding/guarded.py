"""Runs a guard over a frail app: `python -m tests.guarding.guarded FOLDER FATE…`; its page leaves a mark."""

import sys
from pathlib import Path

from kiosk.guarding.guard import Guard, Guarded


def main(folder: str, *fates: str) -> int:
    """Guard until it ends; the supervisor's messages go to a file."""
    here = Path(folder)
    mark = f"import pathlib, time; pathlib.Path({str(here / 'page')!r}).touch(); time.sleep(600)"
    guarded = Guarded(
        app=[sys.executable, "-m", "tests.guarding.frail", str(here / "lives"), *fates],
        page=lambda _seconds: [sys.executable, "-c", mark],
        hang_s=1.0,
    )

    def tell(message: str) -> None:
        with (here / "told").open("a") as file:
            file.write(f"{message}\n")

    return Guard(guarded, tell).run()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

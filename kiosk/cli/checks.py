"""Shows a list of checks; one that fails makes the status 1."""

from collections.abc import Sequence

import typer

from kiosk.cli.context import CommandContext


def show_checks(run: CommandContext, checks: Sequence[tuple[str, bool, str]]) -> None:
    """Print name, whether it is well, and the detail of each."""
    ok = all(well for _name, well, _detail in checks)
    document = {
        "ok": ok,
        "checks": [{"name": name, "ok": well, "detail": detail} for name, well, detail in checks],
    }
    words = run.words()
    lines = [
        f"{words('check.ok' if well else 'check.bad')}  {name}: {detail}" for name, well, detail in checks
    ]
    run.result(document, "\n".join(lines))
    if not ok:
        raise typer.Exit(1)

"""Runs the command line, in this process or as one of its own, and takes apart what it says."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.bootstrap import start

ROOT = Path(__file__).parents[2]
NOON = "2026-03-02T12:00"

LIBRARY = """
[library]
name = "Town Library"
time_zone = "Europe/Berlin"
currency = "EUR"
languages = ["en", "de", "pl"]
[[branch]]
code = "MAIN"
name = "Main Library"
[[branch]]
code = "NORTH"
[[branch]]
code = "ISLAND"
time_zone = "Atlantic/Azores"
[[patron_category]]
code = "adult"
[[patron_category]]
code = "child"
[[item_type]]
code = "book"
[[item_type]]
code = "dvd"
[[rule]]
loan_period = "28 days"
max_loans = 3
renewals = 1
fine_per_day = "0.20"
replacement_fee = "15.00"
minimum_age = 3
[[rule]]
patron_category = "child"
item_type = "dvd"
loan_period = "7 days"
loan_fee = "1.50"
"""
PATRONS = """card,first_name,last_name,category,birth_date
R1,Ewa,Nowak,adult,1980-05-17
R2,Jan,Kowal,adult,
K1,Ola,Kowal,child,2018-01-01
"""
CATALOGUE = """title,author,year,isbn,barcode,branch,item_type
Emma,"Austen, Jane",1815,,B1,MAIN,book
Emma,"Austen, Jane",1815,,B2,NORTH,book
Solaris,"Lem, Stanisław",1961,,B3,ISLAND,book
Metropolis,"Lang, Fritz",1927,,D1,MAIN,dvd
"""


@dataclass(frozen=True)
class Said:
    """What a command left: its exit status, what it wrote, and on which stream."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output; fails when there is anything else."""
        return json.loads(self.out)

    @property
    def outcomes(self) -> list[dict[str, Any]]:
        outcomes = self.json["outcomes"]
        assert isinstance(outcomes, list)
        return outcomes

    @property
    def reasons(self) -> list[list[str]]:
        return [[reason["code"] for reason in outcome["reasons"]] for outcome in self.outcomes]


@dataclass(frozen=True)
class Cli:
    """The command line over one library folder."""

    home: Path

    def __call__(self, *words: str, at: str | None = None) -> Said:
        """Run a command in this process, with JSON."""
        return self.plain(*words, *(("--at", at) if at else ()), "--json")

    def plain(self, *words: str) -> Said:
        out, err = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            status = start(["--home", str(self.home), *words])
        return Said(status, out.getvalue(), err.getvalue())

    def circulation(self, *words: str, at: str = NOON) -> Said:
        return self("circulation", *words, at=at)

    def process(self, *words: str, **options: Any) -> Said:
        """Run a command as a process of its own, with JSON."""
        done = subprocess.run(
            self.arguments(*words), capture_output=True, text=True, check=False, env=environment(), **options
        )
        return Said(done.returncode, done.stdout, done.stderr)

    def arguments(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "kiosk", "--home", str(self.home), *words, "--json"]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "KIOSK_LANGUAGE": "en"}


def furnish(home: Path) -> Cli:
    """Make a small library with three patrons and four items."""
    cli = Cli(home)
    parts = home.parent / f"{home.name}-parts"
    parts.mkdir()
    for name, text in (("library.toml", LIBRARY), ("patrons.csv", PATRONS), ("catalogue.csv", CATALOGUE)):
        (parts / name).write_text(text, encoding="utf-8")
    for words in (
        ("init",),
        ("library", "load", str(parts / "library.toml")),
        ("patrons", "import", str(parts / "patrons.csv")),
        ("catalog", "import", str(parts / "catalogue.csv")),
    ):
        said = cli(*words)
        assert said.status == 0, said.err
    return cli

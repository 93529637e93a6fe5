"""A library of four branches in two time zones, run by nothing but the commands."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.command import Cli

_MAIN_DAYS = ", ".join(f'{day} = ["10:00-19:00"]' for day in ("mon", "tue", "wed", "thu", "fri"))
_ISLAND_DAYS = ", ".join(f'{day} = ["09:00-17:00"]' for day in ("mon", "tue", "wed", "thu", "fri"))
BRANCHES = f"""
[library]
name = "Town Library"
time_zone = "Europe/Berlin"
currency = "EUR"
languages = ["en"]
[library.joining]
category = "adult"
days_valid = 30
[[branch]]
code = "MAIN"
name = "Main Library"
hours = {{ {_MAIN_DAYS}, sat = ["10:00-14:00"] }}
#closure MAIN
[[branch]]
code = "WEST"
name = "West Branch"
hours = {{ tue = ["14:00-18:00"], thu = ["14:00-18:00"] }}
#closure WEST
[[branch]]
code = "ISLAND"
name = "Island Branch"
time_zone = "Atlantic/Azores"
hours = {{ {_ISLAND_DAYS} }}
[[branch]]
code = "NIGHT"
name = "Night Station"
[[patron_category]]
code = "adult"
name = "Adults"
card_valid_months = 12
[[patron_category]]
code = "child"
name = "Children"
[[item_type]]
code = "book"
name = "Book"
[[item_type]]
code = "laptop"
name = "Laptop"
[[item_type]]
code = "dvd"
name = "DVD"
"""
RULES = """
[[rule]]
loan_period = "28 days"
max_loans = 5
renewals = 2
fine_per_day = "0.20"
replacement_fee = "15.00"
hold_shelf_days = 2
[[rule]]
item_type = "laptop"
loan_period = "3 hours"
fine_per_day = "1.00"
[[rule]]
patron_category = "child"
loan_period = "14 days"
fine_per_day = "0.05"
max_loans = 1
"""
PATRONS = """card,last_name,category,birth_date,expires_on
R1,Nowak,adult,1980-05-17,
R2,Kowal,adult,1975-01-01,
R3,Weber,adult,1990-01-01,
R4,Lang,adult,1991-01-01,
LEAP,Feb,adult,2012-02-29,
YEAR,Jahr,adult,1970-01-01,2028-02-29
"""
# One title each, but for the last: a copy of it stands in each of three branches.
CATALOGUE = """title,year,barcode,branch,item_type
Emma,1815,B-MAIN,MAIN,book
Solaris,1961,B-ISLAND,ISLAND,book
Kim,1901,B-WEST,WEST,book
Day machine,2020,L-MAIN,MAIN,laptop
Night machine,2021,L-NIGHT,NIGHT,laptop
West machine,2022,L-WEST,WEST,laptop
Metropolis,1927,D-MAIN,MAIN,dvd
Momo,1973,M-MAIN,MAIN,book
Momo,1973,M-WEST,WEST,book
Momo,1973,M-ISLAND,ISLAND,book
"""


@dataclass(frozen=True)
class Town:
    """The commands over one folder of the town's library."""

    cli: Cli

    def load(self, rules: str = RULES, closures: str = "", branch: str = "MAIN") -> None:
        """Make the library's configuration these rules and closures, as staff would on that day."""
        text = BRANCHES.replace(f"#closure {branch}", closures) + rules
        self._file("library.toml", text, "library", "load")

    def people(self, rows: str) -> None:
        """Add patrons or change those there are."""
        self._file("patrons.csv", rows, "patrons", "import")

    def stock(self, rows: str) -> None:
        """Add titles and items."""
        self._file("catalogue.csv", rows, "catalog", "import")

    def lend(self, card: str, barcode: str, at: str, branch: str = "MAIN") -> dict[str, Any]:
        """Lend an item; it must be done."""
        return self._done(self.act("checkout", card, barcode, at=at, branch=branch))

    def give_back(self, barcode: str, at: str, branch: str = "MAIN") -> dict[str, Any]:
        """Take an item back; it must be done."""
        return self._done(self.act("return", barcode, at=at, branch=branch))

    def hold(self, card: str, record: str, pickup: str, at: str) -> None:
        """Place a hold; it must be done."""
        self._done(self.act("hold", card, record, "--pickup", pickup, at=at, branch="MAIN"))

    def refused(self, *words: str, at: str, branch: str = "MAIN") -> list[str]:
        """Try something; return the codes of all reasons against it."""
        outcome = self.act(*words, at=at, branch=branch)
        assert outcome["done"] is False, outcome
        return [reason["code"] for reason in outcome["reasons"]]

    def act(self, *words: str, at: str, branch: str = "MAIN") -> dict[str, Any]:
        """Do something of circulation; return its one outcome."""
        (outcome,) = self.cli.circulation(*words, "--branch", branch, at=at).outcomes
        return dict(outcome)

    def account(self, card: str, at: str) -> Any:
        """Return what the card's account shows."""
        return self.cli.circulation("account", card, at=at).json

    def line(self, card: str, at: str) -> dict[str, Any]:
        """Return the one hold of a card."""
        (hold,) = self.account(card, at)["holds"]
        return dict(hold)

    def night(self, at: str) -> Any:
        """Do the night's work."""
        return self.cli("nightly", at=at).json

    def _done(self, outcome: dict[str, Any]) -> dict[str, Any]:
        assert outcome["done"] is True, outcome["reasons"]
        return outcome

    def _file(self, name: str, text: str, *words: str) -> None:
        path = Path(self.cli.home.parent / name)
        path.write_text(text, encoding="utf-8")
        said = self.cli(*words, str(path))
        assert said.status == 0, said.err


def found(home: Path) -> Town:
    """Make the town's library."""
    town = Town(Cli(home))
    assert town.cli("init").status == 0
    town.load()
    town.people(PATRONS)
    town.stock(CATALOGUE)
    return town

"""Reads what My account shows; runs on worker threads."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiosk.membership.account import Statement
from kiosk.model.outcome import ActBy
from kiosk.services import Services
from kiosk.ui.patron.code_reading import thing
from kiosk.ui.patron.flows.codes import Thing


@dataclass(frozen=True, slots=True)
class AccountRead:
    """A card's statement with its titles by record."""

    statement: Statement
    things: Mapping[int, Thing] = field(default_factory=dict)

    def shown(self) -> tuple[Thing, ...]:
        """Return every title on the card as it is shown."""
        loans = tuple(self.thing(line.record_id, line.title) for line in self.statement.loans)
        return loans + tuple(self.thing(line.record_id, line.title) for line in self.statement.holds)

    def thing(self, record_id: int, title: str) -> Thing:
        """Return a title as it is shown; one no longer in the catalogue has its name alone."""
        return self.things.get(record_id) or Thing("", record_id, title)


def read_account(services: Services, card: str, by: ActBy) -> AccountRead:
    """Read the account as it is now; raises CardUnknown."""
    statement = services.accounts.statement(card, by.at, by.branch, by.functions)
    ids = {loan.record_id for loan in statement.loans} | {hold.record_id for hold in statement.holds}
    with services.database.read() as view:
        listed = view.records.listing(sorted(ids))
    zone = statement.library.time_zone
    things = {
        one.id: thing(services, one.description, "", one.id, zone, one.control_number) for one in listed
    }
    return AccountRead(statement, things)

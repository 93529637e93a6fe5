"""Who a card belongs to and everything open on it, as staff see it at the desk."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.decisions import Decider
from kiosk.membership.account import Accounts, Statement
from kiosk.model.errors import CardUnknown
from kiosk.model.patron import Guardian, Patron
from kiosk.rules.ages import age_on
from kiosk.rules.calendar import calendar_of, local_day
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database, Restriction, View


@dataclass(frozen=True, slots=True)
class Relative:
    """Somebody of the same family with a card of their own."""

    card: str
    name: str


@dataclass(frozen=True, slots=True)
class DeskCard:
    """A card as it was scanned; ``replaced`` when it was lost and its owner has another one since.

    ``age`` is None for an unknown birth date, ``expired`` tells whether its last day is over here.
    """

    scanned: str
    statement: Statement
    age: int | None
    expired: bool
    replaced: bool
    restrictions: tuple[Restriction, ...]
    family: tuple[Relative, ...]
    guardian: Guardian | None

    @property
    def patron(self) -> Patron:
        """Whose it is."""
        return self.statement.patron

    @property
    def name(self) -> str:
        """The full name, which staff may read."""
        return full_name(self.patron)

    @property
    def is_valid(self) -> bool:
        """Whether the card itself would let its owner borrow."""
        return not (self.expired or self.replaced or self.patron.card_lost or self.restrictions)


def full_name(patron: Patron) -> str:
    """Return the family name first, as lists are sorted."""
    return f"{patron.last_name}, {patron.first_name}" if patron.first_name else patron.last_name


class DeskCards:
    """Reads cards; changes nothing."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self._database = database
        self._accounts = Accounts(database, decider)

    @needs(Right.DESK)
    def open(self, by: SignedIn, card: str, *, at: datetime) -> DeskCard:
        """Return the card, of a lost one that was replaced its owner's; raises CardUnknown."""
        with self._database.read() as view:
            former = view.patrons.former.find(card)
            owner = view.patrons.get(former.patron_id) if former else view.patrons.by_card(card)
            if owner is None:
                raise CardUnknown(card=card.strip())
            restrictions = tuple(one for one in view.patrons.restrictions(owner.id) if one.lifted_at is None)
            family = _family(view, owner)
            guardian = view.patrons.guardians.of(owner.id)
        statement = self._accounts.statement(owner.card, at, by.branch)
        today = local_day(calendar_of(statement.library, by.branch), at)
        return DeskCard(
            scanned=former.card if former else owner.card,
            statement=statement,
            age=None if owner.birth_date is None else age_on(today, owner.birth_date),
            expired=owner.expires_on is not None and owner.expires_on < today,
            replaced=former is not None,
            restrictions=restrictions,
            family=family,
            guardian=guardian,
        )


def _family(view: View, owner: Patron) -> tuple[Relative, ...]:
    """Return the guardian, the wards, and the other wards of the guardian, whoever has a card."""
    guardians = view.patrons.guardians
    guardian = guardians.of(owner.id)
    head = guardian.patron_id if guardian is not None else None
    numbers = [] if head is None else [head, *guardians.wards(head)]
    numbers += guardians.wards(owner.id)
    others = dict.fromkeys(number for number in numbers if number != owner.id)
    found = (view.patrons.get(number) for number in others)
    return tuple(Relative(patron.card, full_name(patron)) for patron in found if patron is not None)

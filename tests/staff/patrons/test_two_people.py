"""Whether two cards that are to become one seem to be of two people."""

from datetime import date

import pytest

from kiosk.model.patron import Patron
from kiosk.staff.patrons.merging import Merge
from kiosk.storage import Moved

BORN, LATER = date(1987, 4, 12), date(1979, 9, 3)


def person(last: str, first: str | None, born: date | None = None) -> Patron:
    return Patron(0, "20000017", last, "adult", first, birth_date=born)


@pytest.mark.parametrize(
    ("stays", "goes", "two"),
    [
        (person("Krause", "Anna", BORN), person("Krause", "Anna", BORN), False),
        (person("Krause", "Anna", BORN), person("Krause", "Anna"), False),
        (person("Krause", "Anna", BORN), person("Krause-Weber", "ANNA", BORN), False),
        (person("Krause", "Anna"), person("Anna", "Krause"), False),
        (person("Krause", "Anna", BORN), person("Krause", "Anna", LATER), True),
        (person("Krause", "Anna", BORN), person("Wiśniewski", "Tomasz", BORN), True),
        (person("Krause", None), person("Nowak", None), True),
    ],
)
def test_other_birthdays_or_no_name_in_common_are_two_people(stays: Patron, goes: Patron, two: bool) -> None:
    assert Merge(stays, goes, Moved(0, 0, 0, 0, 0)).doubtful is two

"""What happens at the desk and at kiosks, as reports count it: never with a patron."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Happening(StrEnum):
    """What is counted."""

    LOAN = "loan"
    RENEWAL = "renewal"
    RETURN = "return"


class Facet(StrEnum):
    """By what it is counted beside its day, branch and category of patron."""

    HOUR = "hour"
    ITEM_TYPE = "item_type"
    LOCATION = "location"


class Dimension(StrEnum):
    """What a report has a line for."""

    DAY = "day"
    HOUR = "hour"
    BRANCH = "branch"
    CATEGORY = "category"
    ITEM_TYPE = "item_type"
    LOCATION = "location"


@dataclass(frozen=True, slots=True)
class Happened:
    """One event; texts that nobody knows are empty. ``by_patron`` is a patron's own act, without staff."""

    kind: Happening
    at: datetime
    branch: str
    patron_category: str
    item_type: str
    location: str
    by_patron: bool = False


@dataclass(frozen=True, slots=True)
class DaySum:
    """How often something happened on a local day; ``value`` is the facet's, an hour as two digits."""

    facet: Facet
    day: date
    branch: str
    kind: Happening
    patron_category: str
    value: str
    times: int
    by_patrons: int

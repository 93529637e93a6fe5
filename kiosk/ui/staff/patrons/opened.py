"""Everything that a person's page shows, read in one go."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.staff.patrons.account import PatronAccount
from kiosk.staff.patrons.pages import PatronPage
from kiosk.staff.patrons.trail import TrailLine
from kiosk.storage import PatronRequest
from kiosk.ui.staff.drafts import Draft
from kiosk.ui.staff.patrons.person_drafts import draft_of
from kiosk.ui.staff.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Opened:
    """The person, the account, the trail, what waits, the photo, and what was typed last time."""

    page: PatronPage
    account: PatronAccount
    trail: tuple[TrailLine, ...]
    requests: tuple[PatronRequest, ...]
    photo: bytes | None
    draft: Draft | None


def reading(place: Workplace, card: str) -> Callable[[], Opened]:
    """Return the work that reads it all; CardUnknown for a card that is nobody's."""
    services, by, now = place.services.patrons, place.by, place.now()
    language, drafts = place.words.language, place.drafts

    def look() -> Opened:
        number = services.records.number_of(by, card)
        page = services.records.open(by, number, language=language)
        return Opened(
            page,
            services.accounts.open(by, number, at=now),
            services.trail.of(by, number),
            services.waiting.requests(by, number),
            services.photos.of(by, number),
            drafts.of(draft_of(page.patron.card)),
        )

    return look

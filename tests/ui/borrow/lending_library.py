"""A small library to lend from: titles, and patrons with loans, holds and debts, one Tuesday at 14:32."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from sqlalchemy import make_url

from kiosk.catalog.folding import fold
from kiosk.library_folder import LibraryFolder
from kiosk.model.charge import ChargeKind
from kiosk.model.clock import FixedClock
from kiosk.model.item import Item
from kiosk.model.library import KioskProfile, Library
from kiosk.model.money import Money
from kiosk.model.outcome import ActBy
from kiosk.model.patron import Patron
from kiosk.model.record import Description, Form
from kiosk.services import Services
from kiosk.settings import write_default_settings
from kiosk.staff.library_file import read_library_file
from kiosk.storage import NewCharge, NewMessage, NewRecord

DATA = Path(__file__).parents[3] / "data"
NOW = datetime(2026, 11, 24, 14, 32, tzinfo=ZoneInfo("Europe/Berlin"))
ANNA, BEN, CHILD, LOST, OWING = "20000017", "20000025", "20000033", "20000041", "20000058"
PIN = "2468"

# Barcode, title, author, form, item type, branch.
TITLES = (
    ("40000011", "Project Hail Mary", "Weir, Andy", "book", "book", "MAIN"),
    ("40000022", "Klara and the Sun", "Ishiguro, Kazuo", "book", "book", "MAIN"),
    ("40000033", "The Dispossessed", "Le Guin, Ursula K.", "book", "book", "MAIN"),
    ("40000044", "Arrival", "Villeneuve, Denis", "film", "dvd", "MAIN"),
    ("40000055", "Piranesi", "Clarke, Susanna", "book", "book", "MAIN"),
    ("40000066", "Der Name der Rose", "Eco, Umberto", "book", "book", "MAIN"),
    ("40000077", "Das Leben der Anderen", "Henckel von Donnersmarck, Florian", "film", "dvd", "MAIN"),
    ("40000088", "Die Verwandlung", "Kafka, Franz", "audiobook", "audiobook", "MAIN"),
    ("40000099", "Im Westen nichts Neues", "Remarque, Erich Maria", "book", "book", "MAIN"),
    ("40000100", "Die unendliche Geschichte", "Ende, Michael", "book", "book", "MAIN"),
    ("40000111", "Kairos", "Erpenbeck, Jenny", "book", "book", "MAIN"),
    ("40000122", "Lichtspiel", "Kehlmann, Daniel", "book", "book", "MAIN"),
    ("40000133", "Solaris", "Lem, Stanisław", "book", "book", "MAIN"),
    ("40000144", "Prowadź swój pług przez kości umarłych", "Tokarczuk, Olga", "book", "book", "MAIN"),
    ("40000155", "Zimna wojna", "Pawlikowski, Paweł", "film", "dvd", "WEST"),
    ("40000166", "Brockhaus Enzyklopädie", "", "book", "reference", "MAIN"),
    ("40000177", "Catan", "Teuber, Klaus", "game", "game", "MAIN"),
    ("40000199", "Bohrmaschine", "", "kit", "kit", "MAIN"),
    ("40000188", "Momo", "Ende, Michael", "book", "book", "MAIN"),
)
BARCODES = {title: barcode for barcode, title, *_rest in TITLES}
PARTS = {BARCODES["Die Verwandlung"]: "2 CDs, booklet"}


# The database of the library as it is at first: made once, since each takes a fifth of a second.
_made: list[bytes] = []


def lending_library(folder: Path, **profile: object) -> Services:
    """Make the library; `profile` changes this kiosk's own row, such as `pin_for`."""
    services = Services(LibraryFolder(folder), FixedClock(NOW))
    services.folder.create(services.settings)
    write_default_settings(services.folder.settings_file)
    file = Path(str(make_url(services.folder.database_url(services.settings)).database))
    if _made:
        file.write_bytes(_made[0])
    else:
        _make(services)
        services.close()
        _made.append(file.read_bytes())
        services = Services(LibraryFolder(folder), FixedClock(NOW))
    if profile:
        with services.database.act() as work:
            work.library.replace(_library(**profile))
            work.commit()
    return services


def _make(services: Services) -> None:
    services.upgrade()
    with services.database.act() as work:
        work.library.replace(_library())
        for patron in _patrons():
            work.patrons.add(patron)
        work.commit()
    _stock(services)


def _library(**profile: object) -> Library:
    library = read_library_file(DATA / "library.toml")
    own = KioskProfile("kiosk-1", "MAIN", ("en", "de", "pl"))
    own = replace(own, **profile)  # type: ignore[arg-type]
    others = tuple(kiosk for kiosk in library.kiosks if kiosk.name != own.name)
    return replace(library, kiosks=(own, *others))


def _patrons() -> tuple[Patron, ...]:
    anna = Patron(0, ANNA, "Krause", "adult", "Anna", branch="MAIN")
    return (
        replace(anna, expires_on=date(2027, 3, 14)),
        Patron(0, BEN, "Nowak", "adult", "Ben"),
        Patron(0, CHILD, "Weber", "child", "Carla", birth_date=date(2017, 5, 2)),
        replace(Patron(0, LOST, "Vogel", "adult", "Lara"), card_lost=True),
        Patron(0, OWING, "Lang", "adult", "Otto"),
    )


def _stock(services: Services) -> None:
    with services.database.act() as work:
        for barcode, title, author, form, item_type, branch in TITLES:
            described = Description(
                title=title,
                filing_title=fold(title),
                form=Form(form),
                authors=(author,) if author else (),
                names=(author,) if author else (),
            )
            digest = sha256(barcode.encode()).hexdigest()
            record = work.records.add(NewRecord(barcode, "T", described, "{}", digest), NOW)
            work.items.add(Item(0, record.id, barcode, branch, item_type, parts=PARTS.get(barcode)))
        work.commit()


def lend(services: Services, card: str, title: str, days_ago: int = 0) -> None:
    """Lend a title on a card some days ago."""
    by = ActBy(NOW - timedelta(days=days_ago), "MAIN")
    outcome = services.acts.checkout(card, BARCODES[title], by)
    assert outcome.done, outcome.reasons


def queue(services: Services, card: str, title: str, days_ago: int = 0) -> None:
    """Put a card into a title's queue."""
    with services.database.read() as view:
        item = view.items.by_barcode(BARCODES[title])
    assert item is not None
    by = ActBy(NOW - timedelta(days=days_ago), "MAIN")
    outcome = services.acts.place_hold(card, item.record_id, by)
    assert outcome.done, outcome.reasons


def give_back(services: Services, title: str, days_ago: int = 0) -> None:
    """Take a title back."""
    assert services.acts.checkin(BARCODES[title], ActBy(NOW - timedelta(days=days_ago), "MAIN")).done


def keep_for(services: Services, card: str, title: str) -> None:
    """Have a title lie on the hold shelf for a card."""
    lend(services, LENDER, title, days_ago=3)
    queue(services, card, title, days_ago=2)
    give_back(services, title, days_ago=1)


LENDER = CHILD


def charge(
    services: Services, card: str, minor: int, kind: ChargeKind = ChargeKind.OTHER, title: str | None = None
) -> None:
    """Book a charge on a card."""
    with services.database.act() as work:
        patron = work.patrons.by_card(card)
        assert patron is not None
        identity = str(uuid5(NAMESPACE_URL, f"{card}{minor}{kind}"))
        work.ledger.book(NewCharge(identity, patron.id, kind, Money(minor, "EUR"), NOW, title=title))
        work.commit()


def answer(services: Services, card: str, asked: str, reply: str) -> None:
    """Have staff answer what the card's owner asked."""
    with services.database.act() as work:
        patron = work.patrons.by_card(card)
        assert patron is not None
        message = work.messages.leave(NewMessage(f"ask {asked}", asked, "de", NOW, patron_id=patron.id))
        work.messages.reply(message.id, reply, by="desk", at=NOW)
        work.commit()


def set_pin(services: Services, card: str) -> None:
    """Give a card its PIN."""
    services.pins.set_pin(card, PIN)


def holds_of(services: Services, card: str) -> set[str]:
    """Return the titles a card waits for."""
    with services.database.read() as view:
        patron = view.facts.gather(card=card).patron
        assert patron is not None
        return {hold.title for hold in patron.holds}


def due_on(services: Services, card: str, title: str) -> date:
    """Return the local day on which a card's loan is due."""
    with services.database.read() as view:
        patron = view.patrons.by_card(card)
        assert patron is not None
        loans = {loan.title: loan.loan for loan in view.loans.of_patron(patron.id)}
    return loans[title].due_at.astimezone(NOW.tzinfo).date()


def loans_of(services: Services, card: str) -> set[str]:
    """Return the titles on a card."""
    with services.database.read() as view:
        patron = view.patrons.by_card(card)
        assert patron is not None
        return {loan.title for loan in view.loans.of_patron(patron.id)}

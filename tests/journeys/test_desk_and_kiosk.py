"""What a librarian does at the desk is what the next patron meets at the kiosk beside it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication, QTableView

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.json_records import read_back
from kiosk.catalog.marc.record import DEFAULT_LEADER, MarcRecord
from kiosk.library_folder import LibraryFolder
from kiosk.model.outcome import ActBy
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.copies.fields import fields_of
from scripts.desk_hands import DeskHands
from scripts.hands import Hands, telling_barcodes
from tests.journeys.conftest import NOW, Kiosk, OpenKiosk
from tests.journeys.ways import ANNA, EMILY, WAYS, start_afresh
from tests.ui.staff.copies.shelf_hands import BOB

_ASKED = {
    "en": "How long can I borrow a book?",
    "de": "Wie lange darf ich ein Buch behalten?",
    "pl": "Na jak długo mogę wypożyczyć książkę?",
}
_NEWS = {
    "en": "Over the holidays you may keep everything a week longer.",
    "de": "Über die Feiertage dürfen Sie alles eine Woche länger behalten.",
    "pl": "W święta wszystko można zatrzymać o tydzień dłużej.",
}
_TWIN = "X-TWIN"


@contextmanager
def desk_beside(kiosk: Kiosk) -> Iterator[DeskHands]:
    """Open the workspace over the library of a kiosk, as on the machine beside it."""
    services = Services(LibraryFolder(kiosk.folder), kiosk.services.clock)
    hands = DeskHands.over(services)
    try:
        yield hands
    finally:
        hands.close()
        services.close()


def _answer_in(kiosk: Kiosk, language: str) -> list[str]:
    hands = kiosk.hands
    start_afresh(hands)
    if hands.counter.visit.language != language:
        hands.touch(f"dock.language.{language}")
    WAYS["ask"](hands)
    hands.type(_ASKED[language])
    hands.enter()
    assert hands.page == "answer", hands.texts
    return hands.texts


def test_an_article_published_in_three_languages_is_what_the_kiosk_answers_in_each(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("de")
    for language, news in _NEWS.items():
        assert news not in " ".join(_answer_in(kiosk, language))
    with desk_beside(kiosk) as desk:
        desk.go("policies/article/loan-periods")
        for language, news in _NEWS.items():
            desk.focus(f"body-{language}")
            desk.press("Ctrl+Home")
            desk.write(news)
            desk.press("Return", "Return")
        desk.settle()
        assert desk.page.unsaved() == 1
        desk.press("Ctrl+S")
        desk.settle()
        assert desk.page.unsaved() == 0, desk.shell.wrong.text
    for language, news in _NEWS.items():
        assert news in " ".join(_answer_in(kiosk, language))


def _describe_twice(services: Services) -> None:
    """Describe a title once more, with a copy of its own that Anna has and for which Emily waits."""
    barcode = telling_barcodes(services).free[0]
    with services.database.act() as work:
        item, record = work.items.by_barcode(barcode), work.records.by_barcode(barcode)
        assert item is not None
        assert record is not None
        unnumbered = [field for field in read_back(record.marc).fields if field.tag != "001"]
        other = work.records.add(new_record(MarcRecord(DEFAULT_LEADER, tuple(unnumbered))), NOW)
        work.commit()
    StaffServices(services).copies.editing.add(BOB, other.id, fields_of(item), [_TWIN])
    at_desk = ActBy(NOW, "MAIN")
    assert services.acts.checkout(ANNA, _TWIN, at_desk).done
    assert services.acts.place_hold(EMILY, other.id, at_desk).done
    services.finder.refresh()


def test_titles_merged_at_the_desk_are_one_at_the_kiosk_with_their_loan_and_their_hold(
    open_kiosk: OpenKiosk,
) -> None:
    kiosk = open_kiosk("en", prepare=_describe_twice)
    title, record = kiosk.aside(lambda services: _title_of(services, kiosk.barcodes.free[0]))
    assert kiosk.aside(lambda services: _title_of(services, _TWIN)) != (title, record)
    apart = _titles_found(kiosk.hands, title)
    with desk_beside(kiosk) as desk:
        desk.go("catalogue/duplicates")
        desk.settle()
        view, rows = desk.one(QTableView, "duplicates"), desk.rows("duplicates")
        while rows[view.currentIndex().row()][0] != title:
            desk.press("Down")
        desk.press("Return")
        desk.wait(lambda: desk.seen("do") and desk.find("do").isEnabled())
        assert "1 open loan and 1 hold" in desk.texts(), desk.texts()
        desk.press("Ctrl+S")
        desk.wait(lambda: QApplication.activeModalWidget() is None)
        desk.settle()
    assert kiosk.aside(lambda services: _title_of(services, _TWIN)) == (title, record)
    hands = kiosk.hands
    kiosk.aside(lambda services: services.finder.catch_up())
    assert _titles_found(hands, title) == apart - 1
    for card in (ANNA, EMILY):
        start_afresh(hands)
        hands.touch("home.account")
        hands.scan(card)
        assert hands.reads(title), hands.texts


def _titles_found(hands: Hands, title: str) -> int:
    start_afresh(hands)
    WAYS["find"](hands)
    hands.type(title)
    hands.enter()
    assert hands.page == "find"
    return hands.texts.count(title)


def _title_of(services: Services, barcode: str) -> tuple[str, int]:
    with services.database.read() as view:
        record = view.records.by_barcode(barcode)
    assert record is not None
    return record.description.title, record.id

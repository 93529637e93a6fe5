"""The catalogue is searched as one types, filtered, sorted; titles are merged, deleted, changed in bulk."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QTableView

from kiosk.catalog.import_units import new_record
from kiosk.catalog.marc.record import DEFAULT_LEADER, MarcRecord, data_field
from kiosk.services import Services
from kiosk.services_of_staff import StaffServices
from kiosk.staff.copies.fields import fields_of
from scripts.desk_hands import DeskHands
from tests.ui.borrow.lending_library import BARCODES
from tests.ui.staff.conftest import OpenDesk
from tests.ui.staff.copies.shelf_hands import BOB, catalogue, known, opened, search, stored, to_copies


def titles(hands: DeskHands) -> list[str]:
    return [row[0] for row in hands.rows("titles")]


def test_titles_are_found_as_one_types_and_by_filters(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    everything = len(titles(hands))
    hands.focus("catalogueSearch")
    hands.write("solar")
    hands.wait(lambda: titles(hands) == ["Solaris"])
    hands.press("Ctrl+A", "Backspace")
    hands.wait(lambda: len(titles(hands)) == everything)
    box = hands.one(QComboBox, "catalogue_form")
    box.setCurrentIndex(box.findData("film"))
    hands.wait(lambda: len(titles(hands)) == 3)
    assert "3 titles with these filters" in hands.texts()
    hands.click("clearFilters")
    hands.wait(lambda: len(titles(hands)) == everything)


def test_titles_are_sorted_both_ways(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    table = hands.page.table  # type: ignore[attr-defined]  # the catalogue's
    table.sort("title")
    hands.settle()
    up = titles(hands)
    table.sort("title", descending=True)
    hands.settle()
    assert titles(hands) == up[::-1] != up


def test_the_field_at_the_head_searches_the_catalogue(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    hands.focus("findAnything")
    hands.write("lem stanisl")
    hands.press("Return")
    hands.wait(lambda: titles(hands) == ["Solaris"])


def test_a_misspelt_word_offers_what_was_meant(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    hands.focus("catalogueSearch")
    hands.write("pirannesi")
    hands.wait(lambda: titles(hands) == ["Piranesi"])


def test_all_copies_of_a_search_are_changed_at_once(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    search(hands, "ende michael", "")
    hands.click("change_copies")
    hands.wait(lambda: hands.seen("batchPlace"))
    hands.one(QComboBox, "batchPlace").setEditText("Classics")
    hands.click("preview")
    hands.wait(lambda: len(hands.rows("batchPreview")) == 2)
    hands.press("Ctrl+S")
    hands.wait(lambda: QApplication.activeModalWidget() is None)
    assert {known(hands, BARCODES[title]).location for title in ("Momo", "Die unendliche Geschichte")} == {
        "Classics"
    }


def test_copies_are_named_by_the_scanner_and_an_unknown_number_is_told(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    hands.click("scanCopies")
    opened(hands)
    for code in (BARCODES["Momo"], "nobody's"):
        hands.scan(code)
    hands.press("Ctrl+S")
    hands.wait(lambda: "nobody's" in hands.texts())
    hands.press("Ctrl+S")
    hands.wait(lambda: hands.seen("batchPlace"))
    hands.press("Esc")


NEW = MarcRecord(DEFAULT_LEADER, (data_field("245", "10", ("a", "Der Zweitgarten")),))
SOLARIS = MarcRecord(
    DEFAULT_LEADER,
    (data_field("100", "1 ", ("a", "Lem, Stanisław")), data_field("245", "10", ("a", "Solaris"))),
)


def twin(services: Services) -> None:
    """Describe the same title once more, with a copy of its own."""
    with services.database.act() as work:
        item = work.items.by_barcode(BARCODES["Solaris"])
        assert item is not None
        described, now = new_record(SOLARIS), services.clock.now()
        work.records.update(item.record_id, described, now, edited_here=False)
        other = work.records.add(described, now)
        work.commit()
    StaffServices(services).copies.editing.add(BOB, other.id, fields_of(item), ["X-TWIN"])


def test_two_records_of_one_title_become_one(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk, prepare=twin)
    search(hands, "solaris", "Solaris")
    hands.wait(lambda: len(titles(hands)) == 2)
    hands.one(QTableView, "titles").selectAll()
    hands.settle()
    hands.click("merge")
    hands.wait(lambda: hands.find("do").isEnabled())
    hands.click("do")
    hands.wait(lambda: titles(hands) == ["Solaris"])
    assert known(hands, "X-TWIN").record_id == known(hands, BARCODES["Solaris"]).record_id


def test_a_merge_is_taken_back_by_the_keyboard(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk, prepare=twin)
    search(hands, "solaris", "Solaris")
    hands.wait(lambda: len(titles(hands)) == 2)
    hands.one(QTableView, "titles").selectAll()
    hands.settle()
    apart = known(hands, "X-TWIN").record_id
    hands.click("merge")
    hands.wait(lambda: hands.find("do").isEnabled())
    hands.press("Ctrl+S")
    hands.wait(lambda: titles(hands) == ["Solaris"])
    hands.settle()
    hands.focus(hands.one(QTableView, "titles"))
    hands.press("Ctrl+Z")
    hands.wait(lambda: titles(hands) == ["Solaris", "Solaris"])
    assert known(hands, "X-TWIN").record_id == apart != known(hands, BARCODES["Solaris"]).record_id
    assert "1 title stands on its own again" in hands.texts()


def test_duplicates_are_found_through_the_whole_catalogue(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk, prepare=twin)
    hands.go("catalogue/duplicates")
    hands.wait(lambda: [row[0] for row in hands.rows("duplicates")] == ["Solaris"])


def test_a_title_is_deleted_after_asking_and_found_no_more(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk, prepare=twin)
    search(hands, "momo", "Momo")
    table = hands.page.table  # type: ignore[attr-defined]  # the catalogue's
    assert table.marked[0].description.title == "Momo"

    asked = QTimer(hands.window)
    asked.timeout.connect(lambda: hands.click("do") if hands.seen("do") else None)
    asked.start(20)
    hands.click("delete")
    hands.wait(lambda: stored(hands, BARCODES["Momo"]) is None)
    asked.stop()
    hands.wait(lambda: "Momo" not in titles(hands))
    hands.settle()
    assert not hands.shell.wrong.isVisible()


def delete_momo(hands: DeskHands) -> None:
    """Delete a title with its copy, as asked twice."""
    search(hands, "momo", "Momo")
    asked = QTimer(hands.window)
    asked.timeout.connect(lambda: hands.click("do") if hands.seen("do") else None)
    asked.start(20)
    hands.click("delete")
    hands.wait(lambda: stored(hands, BARCODES["Momo"]) is None)
    asked.stop()
    hands.wait(lambda: "Momo" not in titles(hands))
    hands.settle()


def test_what_was_not_there_yet_is_found_once_it_is(open_desk: OpenDesk) -> None:
    def add(services: Services) -> None:
        with services.database.act() as work:
            work.records.add(new_record(NEW), services.clock.now())
            work.commit()

    hands = catalogue(open_desk)
    hands.focus("catalogueSearch")
    hands.write("zweitgarten")
    hands.wait(lambda: titles(hands) == [])
    hands.settle()
    hands.aside(add)
    hands.go("catalogue/duplicates")
    hands.go("catalogue")
    hands.wait(lambda: titles(hands) == ["Der Zweitgarten"])


def test_a_deletion_is_taken_back_by_the_keyboard(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    before = known(hands, BARCODES["Momo"])
    delete_momo(hands)
    hands.focus(hands.one(QTableView, "titles"))
    hands.press("Ctrl+Z")
    hands.wait(lambda: "Momo" in titles(hands))
    assert known(hands, BARCODES["Momo"]) == before
    assert "“Momo” is back, with all that belonged to it" in hands.texts()


def test_a_deletion_that_cannot_be_taken_back_says_why(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    taken = BARCODES["Momo"]
    delete_momo(hands)

    def give_anew(services: Services) -> None:
        with services.database.read() as view:
            solaris = view.items.by_barcode(BARCODES["Solaris"])
        assert solaris is not None
        StaffServices(services).copies.editing.add(BOB, solaris.record_id, fields_of(solaris), [taken])

    hands.aside(give_anew)
    hands.focus(hands.one(QTableView, "titles"))
    hands.press("Ctrl+Z")
    hands.wait(lambda: f"another copy has the barcode {taken}" in hands.texts())
    assert "Momo" not in titles(hands)


def test_the_copies_below_are_those_of_the_title_the_keyboard_is_on(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    search(hands, "piranesi", "Piranesi")
    to_copies(hands)
    assert [row[0] for row in hands.rows("copies")] == [BARCODES["Piranesi"]]


def test_a_change_of_copies_shows_in_the_list_and_leaves_it_where_it_was(open_desk: OpenDesk) -> None:
    hands = catalogue(open_desk)
    search(hands, "piranesi", "Piranesi")
    hands.press("Ctrl+F")
    hands.press("Ctrl+A", "Backspace")
    hands.wait(lambda: len(titles(hands)) > 5)
    hands.settle()
    place = titles(hands).index("Piranesi")
    hands.one(QTableView, "titles").selectRow(place)
    hands.wait(lambda: [row[0] for row in hands.rows("copies")] == [BARCODES["Piranesi"]])
    hands.settle()
    piranesi = known(hands, BARCODES["Piranesi"])
    hands.aside(
        lambda services: StaffServices(services).copies.editing.add(
            BOB, piranesi.record_id, fields_of(piranesi), ["X-2"]
        )
    )
    hands.page.copies.changed.emit()  # type: ignore[attr-defined]  # the catalogue's
    hands.wait(lambda: hands.rows("titles")[place][6] == "2 of 2")
    assert hands.one(QTableView, "titles").currentIndex().row() == place

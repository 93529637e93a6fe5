"""What others borrow and return shows on the Find page: at once on rows read, soon on those in sight."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.outcome import ActBy
from kiosk.services import Services
from scripts.hands import Hands
from tests.ui.finding import Finding, OpenFinding
from tests.ui.sample_library import CARD, NOW


def lend_elsewhere(home: Path, record: str) -> None:
    """Lend a title's first copy at another kiosk, with connections of its own."""

    def act() -> None:
        services = Services(LibraryFolder(home), FixedClock(NOW))
        try:
            with services.database.read() as view:
                known = view.records.find(record)
                assert known is not None
                copies = [copy for copy in view.items.of_record(known.id) if str(copy.status) == "available"]
            for copy in copies:
                assert services.acts.checkout(CARD, copy.item.barcode, ActBy(NOW, "MAIN")).done
        finally:
            services.close()

    with ThreadPoolExecutor(1) as desk:
        desk.submit(act).result()


def lend(kiosk: Finding, title: str) -> None:
    row = next(row for row in kiosk.rows("find") if row.title == title)
    lend_elsewhere(kiosk.services.folder.path, row.record)


def catch_up(kiosk: Finding) -> None:
    """Do what the kiosk does twice a second."""
    assert kiosk.aside(lambda services: services.finder.catch_up()).applied
    kiosk.pages.find.refresh()
    kiosk.settle()


def state(kiosk: Finding, title: str) -> str:
    return next(str(row.state) for row in kiosk.rows("find") if row.title == title)


def available(kiosk: Finding) -> int:
    return int(kiosk.rows("find", "available")[0].count)


@pytest.fixture
def at_moon(open_finding: OpenFinding) -> Finding:
    kiosk = open_finding("en", 1920, 1080)
    kiosk.search("moon")
    kiosk.settle()
    assert state(kiosk, "Moon Tiger") == "Available"
    return kiosk


def test_a_row_tells_of_a_loan_elsewhere_the_moment_it_is_read(at_moon: Finding) -> None:
    counted = available(at_moon)
    lend(at_moon, "Moon Tiger")
    at_moon.pages.find.search("moon")
    at_moon.settle()
    assert state(at_moon, "Moon Tiger").startswith("Back on")
    assert available(at_moon) == counted, "the index has not heard of it yet, so this is the database's word"


def test_a_row_that_comes_into_sight_is_read_anew(at_moon: Finding) -> None:
    lend(at_moon, "Moon Tiger")
    at_moon.desk.find.lookAt(0, len(at_moon.rows("find")))
    at_moon.settle()
    assert state(at_moon, "Moon Tiger").startswith("Back on")


def test_rows_in_sight_and_counts_follow_a_loan_elsewhere(at_moon: Finding) -> None:
    counted, rows = available(at_moon), len(at_moon.rows("find"))
    lend(at_moon, "Moon Tiger")
    catch_up(at_moon)
    assert state(at_moon, "Moon Tiger").startswith("Back on")
    assert available(at_moon) == counted - 1
    assert len(at_moon.rows("find")) == rows


def test_counts_follow_while_filters_are_set(at_moon: Finding) -> None:
    at_moon.touch("find.filter.form.book")
    at_moon.settle()
    counted, books = available(at_moon), at_moon.rows("find", "forms")
    lend(at_moon, "Moon Tiger")
    catch_up(at_moon)
    assert available(at_moon) == counted - 1
    assert at_moon.rows("find", "forms") == books


def test_counts_follow_while_one_types(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1920, 1080)
    kiosk.search("moon tiger")
    record = kiosk.rows("find")[0].record
    kiosk.touch("find.field.clear")
    kiosk.type("moon")
    kiosk.wait(lambda: kiosk.shown("find", "answered") == "moon")
    counted = available(kiosk)
    lend_elsewhere(kiosk.services.folder.path, record)
    catch_up(kiosk)
    assert available(kiosk) == counted - 1


def test_the_app_itself_hears_of_a_loan_elsewhere(at_moon: Finding) -> None:
    home = at_moon.services.folder.path
    services = Services(LibraryFolder(home), FixedClock(NOW))
    hands = Hands.over(services, "en", (1920, 1080), still=True)
    try:
        hands.touch("home.find")
        hands.type("moon tiger")
        hands.enter()
        page = hands.counter.desk.find
        row = page.rows.rows[0]  # type: ignore[attr-defined]
        assert row.state == "Available"
        before = page.available.rows[0].count  # type: ignore[attr-defined]
        lend_elsewhere(home, row.record)
        hands.wait(lambda: page.rows.rows[0].state != "Available", "the row says so")  # type: ignore[attr-defined]
        hands.wait(lambda: [c.count for c in page.available.rows] != [before], "the count says so")  # type: ignore[attr-defined]
    finally:
        hands.close()
        services.close()

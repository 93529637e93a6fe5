"""A title in use: real touches on the real page over a real library."""

import pytest

from kiosk.model.hold import HoldState
from kiosk.services import Services
from kiosk.ui.patron.view_models.record_hold import RecordHoldViewModel
from tests.ui.finding import Finding, OpenFinding
from tests.ui.sample_library import CARD

KEHLMANN = "Die Vermessung der Welt"


def holds(services: Services) -> list[tuple[str, str]]:
    with services.database.read() as view:
        patron = view.patrons.by_card(CARD)
        assert patron is not None
        return [(hold.state, hold.pickup_branch) for hold in view.holds.of_patron(patron.id)]


def holding(kiosk: Finding) -> RecordHoldViewModel:
    found: RecordHoldViewModel = kiosk.shown("record", "holding")
    return found


def slips(kiosk: Finding) -> list[bytes]:
    folder = kiosk.services.folder.within(kiosk.services.settings.receipt.folder)
    return [file.read_bytes() for file in folder.glob("*.pdf")]


def test_a_title_says_until_when_it_would_be_yours_and_where_it_stands(open_finding: OpenFinding) -> None:
    kiosk = open_finding("de")
    kiosk.open_title(KEHLMANN)
    assert kiosk.shown("record", "author") == "Daniel Kehlmann"
    assert kiosk.shown("record", "answer") == "Ihres bis Di., 22. Dezember"
    assert (kiosk.shown("record", "weekday"), kiosk.shown("record", "day")) == ("Di.", "22")
    chosen = [copy for copy in kiosk.rows("record", "copies") if copy.chosen]
    assert len(chosen) == 1
    assert chosen[0].state == "Da"
    assert kiosk.shown("record", "map").title.startswith("1. Stock – Regal")
    assert "Schritte" in kiosk.shown("record", "map").remark


def test_a_loan_made_meanwhile_is_seen_when_the_title_is_opened(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.search("Moon Palace")
    row = next(row for row in kiosk.rows("find") if row.title == "Moon Palace")
    kiosk.touch(f"find.title.{row.record}")
    kiosk.wait(lambda: kiosk.shown("record", "title") == "Moon Palace")
    assert kiosk.shown("record", "answer") == "Back on Thu 3 December"
    assert kiosk.shown("record", "holdFirst")


def test_choosing_a_copy_turns_the_map_to_its_place(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1080, 1920)
    kiosk.open_title("Die Verwandlung")
    copies = kiosk.rows("record", "copies")
    other = next(copy for copy in copies if not copy.chosen and copy.mapped)
    before = kiosk.shown("record", "map").spoken
    kiosk.touch(f"record.copy.{other.barcode}")
    assert [copy.barcode for copy in kiosk.rows("record", "copies") if copy.chosen] == [other.barcode]
    assert kiosk.shown("record", "map").spoken != before


def test_a_neighbour_on_the_shelf_is_opened_in_place(open_finding: OpenFinding) -> None:
    kiosk = open_finding("de")
    kiosk.open_title(KEHLMANN)
    spines = kiosk.rows("record", "spines")
    assert sum(spine.current for spine in spines) == 1
    assert len(spines) > 3
    other = next(spine for spine in spines if not spine.current)
    kiosk.touch(f"record.spine.{other.record}")
    kiosk.wait(lambda: kiosk.shown("record", "key") == other.record)
    kiosk.settle()
    kiosk.touch("dock.back")
    assert kiosk.page == "find"


def test_the_author_leads_to_everything_by_that_author(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.open_title(KEHLMANN)
    kiosk.touch("record.author")
    kiosk.wait(lambda: kiosk.page == "find" and kiosk.shown("find", "remark") == "Daniel Kehlmann")


def test_a_slip_is_printed_with_the_call_number(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.open_title(KEHLMANN)
    kiosk.touch("record.print")
    kiosk.wait(lambda: kiosk.shown("shell", "toast") != "")
    assert kiosk.shown("shell", "toast") == "Your slip is being printed."
    assert len(slips(kiosk)) == 1


def test_a_slip_that_cannot_be_printed_says_what_to_do(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.open_title(KEHLMANN)
    folder = kiosk.services.folder.within(kiosk.services.settings.receipt.folder)
    folder.rmdir()
    folder.write_text("in the way")
    kiosk.touch("record.print")
    kiosk.wait(lambda: kiosk.shown("shell", "toast") != "")
    assert "could not be printed" in kiosk.shown("shell", "toast")


def test_the_code_for_the_phone_opens_and_closes(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.open_title(KEHLMANN)
    kiosk.touch("record.phone")
    kiosk.wait(lambda: kiosk.seen("record.qr"))
    assert kiosk.shown("record", "qrSize") > 20
    kiosk.touch("record.dialog.close")
    kiosk.wait(lambda: not kiosk.seen("record.qr"))


def test_a_hold_asks_where_to_collect_and_can_be_undone(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.sign_in()
    kiosk.open_title("Moon Palace")
    kiosk.touch("record.hold")
    assert holding(kiosk).prospect == "You would be the first in the queue."
    kiosk.touch("record.pickup.WEST")
    kiosk.settle()
    assert kiosk.aside(holds) == [(HoldState.QUEUED, "WEST")]
    assert "Moon Palace" in kiosk.shown("shell", "toast")
    assert [(row.chip, row.where) for row in holding(kiosk).held.rows] == [  # type: ignore[attr-defined]
        ("No. 1 in the queue", "West Branch")
    ]
    kiosk.touch("toast.action")
    kiosk.settle()
    assert kiosk.aside(holds) == []
    assert holding(kiosk).held.rows == ()  # type: ignore[attr-defined]


def test_one_certain_copy_is_waited_for_by_keys(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1920, 1080)
    kiosk.sign_in()
    kiosk.open_title("Die Verwandlung")
    kiosk.reach("record.hold")
    kiosk.type("\n")
    kiosk.wait(lambda: holding(kiosk).selectable)
    kiosk.reach("record.hold.one")
    kiosk.type("\n")
    wanted = holding(kiosk).copies.rows[0]  # type: ignore[attr-defined]
    kiosk.reach(f"record.hold.copy.{wanted.barcode}")
    kiosk.type("\n")
    assert wanted.place in holding(kiosk).one
    other = "WEST" if wanted.place.startswith("Main") else "MAIN"
    kiosk.reach(f"record.pickup.{other}")
    kiosk.type("\n")
    kiosk.settle()
    (row,) = holding(kiosk).held.rows  # type: ignore[attr-defined]
    assert row.where.endswith(f"copy {wanted.barcode} only")
    assert kiosk.aside(holds) == [(HoldState.QUEUED, other)]


def test_a_hold_without_a_card_goes_by_the_sign_in_page_and_comes_back(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.open_title("Moon Palace")
    kiosk.touch("record.hold")
    kiosk.wait(lambda: kiosk.page == "sign_in")
    assert kiosk.pages.sign_in.scanned(CARD)
    kiosk.wait(lambda: kiosk.page == "record" and holding(kiosk).dialog == "hold")
    kiosk.settle()
    kiosk.touch("record.pickup.MAIN")
    kiosk.settle()
    assert kiosk.aside(holds) == [(HoldState.QUEUED, "MAIN")]


def test_a_refused_hold_says_why_and_what_to_do(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.sign_in()
    kiosk.open_title(KEHLMANN)
    kiosk.touch("record.hold")
    kiosk.touch("record.pickup.MAIN")
    kiosk.wait(lambda: holding(kiosk).dialog == "refused")
    assert holding(kiosk).whyNot
    assert holding(kiosk).whatToDo
    assert kiosk.aside(holds) == []
    kiosk.touch("record.dialog.close")
    assert holding(kiosk).dialog == ""


def test_placing_a_hold_twice_places_it_once(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.sign_in()
    kiosk.open_title("Moon Palace")
    for _ in range(2):
        kiosk.touch("record.hold")
        kiosk.touch("record.pickup.MAIN")
        kiosk.settle()
    assert len(kiosk.aside(holds)) == 1
    assert holding(kiosk).dialog == "refused"


def test_an_item_scanned_while_a_hold_is_asked_about_shows_that_item_and_asks_no_more(
    open_finding: OpenFinding,
) -> None:
    kiosk = open_finding()
    kiosk.sign_in()
    kiosk.open_title("Moon Palace")
    kiosk.touch("record.hold")
    assert kiosk.seen("record.pickup.MAIN")
    kiosk.pages.record.open_record(kiosk.rows("record", "copies")[0].barcode)
    kiosk.wait(lambda: not kiosk.seen("record.pickup.MAIN"))
    assert holding(kiosk).dialog == ""
    kiosk.settle()
    kiosk.touch("record.phone")
    kiosk.desk.shell.home()
    kiosk.wait(lambda: not kiosk.seen("record.qr"))


def test_an_unknown_title_says_so(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.pages.record.open_record("r999999")
    kiosk.wait(lambda: kiosk.shown("record", "trouble") != "")
    assert "no longer in the catalogue" in kiosk.shown("record", "trouble")


def test_nothing_of_a_title_is_left_for_the_next_patron(open_finding: OpenFinding) -> None:
    kiosk = open_finding()
    kiosk.open_title(KEHLMANN)
    kiosk.visit.end()
    assert (kiosk.shown("record", "title"), kiosk.rows("record", "copies")) == ("", ())
    kiosk.settle()
    assert kiosk.shown("record", "title") == ""


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (1920, 1080), (1280, 800), (3840, 2160)])
@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_every_size_and_language_shows_a_title_without_a_warning(
    open_finding: OpenFinding, width: int, height: int, language: str
) -> None:
    kiosk = open_finding(language, width, height)
    kiosk.open_title(KEHLMANN)
    assert kiosk.seen("record.print")


def test_titles_like_it_are_shown_once_and_opened_in_place(open_finding: OpenFinding) -> None:
    kiosk = open_finding("en", 1080, 1920)
    kiosk.open_title("The Last Man on the Moon")
    kiosk.wait(lambda: len(kiosk.rows("record", "like")) > 0)
    like = kiosk.rows("record", "like")
    by_author = {row.record for row in kiosk.rows("record", "more")}
    assert "The Last Man on the Moon" not in {row.title for row in like}
    assert not by_author & {row.record for row in like}
    assert len({row.title for row in like}) == len(like)
    page = kiosk.item("record.flick")
    page.setProperty("contentY", page.property("contentHeight") - page.height())
    kiosk.settle()
    kiosk.touch(f"record.like.{like[0].record}")
    kiosk.wait(lambda: kiosk.shown("record", "title") == like[0].title)
    assert kiosk.page == "record"


def test_an_edition_of_the_same_work_is_neither_more_by_its_author_nor_like_it(
    open_finding: OpenFinding,
) -> None:
    kiosk = open_finding("de")
    kiosk.open_title(KEHLMANN)
    kiosk.wait(lambda: len(kiosk.rows("record", "more")) > 0)
    for name in ("more", "like"):
        assert KEHLMANN not in {row.title for row in kiosk.rows("record", name)}

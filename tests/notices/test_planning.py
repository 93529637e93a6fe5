"""What is told is told once, on its day or late, and never what is no more so."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kiosk.model.hold import HoldState
from kiosk.model.item import Item
from kiosk.notices.outbox import Outbox, Sent
from kiosk.notices.planning import Planner
from kiosk.notices.wordings import Wordings
from kiosk.settings import NoticeSettings
from kiosk.storage import Act, Notice, Template
from tests.notices.mail_server import MailServer, text_of
from tests.notices.test_outbox import smtp
from tests.storage.builders import TERMS, Town, act, description, library

DAY = timedelta(days=1)
DUE = datetime(2026, 3, 20, 22, 59, 59, tzinfo=UTC)  # the end of the day in Berlin
MORNING = datetime(2026, 3, 20, 3, 0, tzinfo=UTC)  # of the day on which it is due
LENT = DUE - 28 * DAY


def planner(town: Town, **chosen: Any) -> Planner:
    return Planner(town.database, library, NoticeSettings(**chosen))


def lend(town: Town, **patron: Any) -> int:
    who = town.patron(**{"email": "ewa@example.org", "language": "de", **patron})
    return town.loan(who, town.item(), lent_at=LENT, due_at=DUE).id


def told(town: Town) -> list[Notice]:
    with town.database.read() as view:
        return sorted(view.notices.latest(1000), key=lambda notice: notice.id)


def kinds(town: Town) -> list[str]:
    return [notice.kind for notice in told(town)]


@pytest.mark.parametrize(
    ("days", "kind"),
    [(-4, []), (-3, ["courtesy"]), (-1, ["courtesy"]), (0, ["courtesy"]), (1, ["overdue1"]),
     (7, ["overdue1"]), (8, ["overdue2"]), (14, ["overdue2"]), (15, ["overdue3"]), (90, ["overdue3"])],
)  # fmt: skip
def test_a_first_night_tells_what_is_so_on_that_day_alone(town: Town, days: int, kind: list[str]) -> None:
    lend(town)
    assert planner(town).make(MORNING + days * DAY) == len(kind)
    assert kinds(town) == kind


def test_night_after_night_each_is_told_once(town: Town) -> None:
    lend(town)
    for days in range(-10, 60):
        for _twice in range(2):
            planner(town).make(MORNING + days * DAY)
    assert kinds(town) == ["courtesy", "overdue1", "overdue2", "overdue3"]
    assert [(notice.queued_at - MORNING).days for notice in told(town)] == [-3, 1, 8, 15]


def test_never_two_on_one_day_and_none_milder_after_a_sterner(town: Town) -> None:
    lend(town)
    planner(town).make(MORNING + 9 * DAY)
    planner(town, overdue_days=(1, 5, 9)).make(MORNING + 9 * DAY + timedelta(hours=3))
    assert kinds(town) == ["overdue2"]
    planner(town, overdue_days=(1, 20)).make(MORNING + 10 * DAY)
    assert kinds(town) == ["overdue2"]


def test_a_renewed_loan_is_told_of_again(town: Town) -> None:
    loan = lend(town)
    planner(town).make(MORNING)
    with town.database.act() as work:
        assert work.loans.renew(loan, act_id=act(), at=MORNING, due_at=DUE + 28 * DAY, terms=TERMS)
        work.commit()
    planner(town).make(MORNING + DAY)
    assert kinds(town) == ["courtesy"]
    planner(town).make(MORNING + 26 * DAY)
    assert kinds(town) == ["courtesy", "courtesy"]


@pytest.mark.parametrize(
    "patron", [{"email": None}, {"notices_by": "none"}], ids=["no address", "wants none"]
)
def test_who_cannot_or_will_not_be_written_to_is_not(town: Town, patron: dict[str, Any]) -> None:
    lend(town, **patron)
    assert planner(town).make(MORNING + DAY) == 0


def test_what_was_lent_today_and_what_is_due_this_hour_is_not_reminded_of(town: Town) -> None:
    who = town.patron(email="ewa@example.org")
    town.loan(who, town.item(), lent_at=MORNING, due_at=MORNING + timedelta(hours=3))
    town.loan(who, town.item(), lent_at=MORNING - 5 * DAY, due_at=MORNING - timedelta(hours=1))
    assert planner(town).make(MORNING + timedelta(hours=1)) == 0


def test_the_day_is_the_branch_s_own(town: Town) -> None:
    who = town.patron(email="ewa@example.org")
    town.loan(who, town.item(), lent_at=LENT, due_at=DUE)
    just_before, just_after = (
        datetime(2026, 3, 20, 22, 59, tzinfo=UTC),
        datetime(2026, 3, 20, 23, 1, tzinfo=UTC),
    )
    planner(town, courtesy_days=0).make(just_before)
    assert kinds(town) == []
    planner(town, courtesy_days=0).make(just_after)
    assert kinds(town) == ["overdue1"]


def test_reminders_may_be_switched_off(town: Town) -> None:
    lend(town)
    for days in range(-5, 40):
        planner(town, courtesy_days=0, overdue_days=()).make(MORNING + days * DAY)
    assert kinds(town) == []


def test_more_loans_than_are_read_at_once_are_all_told_of(town: Town) -> None:
    who = town.patron(email="ewa@example.org")
    record = town.record()
    for _ in range(205):
        town.loan(who, town.item(record), lent_at=LENT, due_at=DUE)
    assert planner(town).make(MORNING) == 205
    assert planner(town).make(MORNING) == 0


def trapped(town: Town, **changed: Any) -> int:
    who = town.patron(email="ewa@example.org", language="pl")
    record = town.record(description("Solaris"))
    item = town.item(record)
    hold = town.hold(who, record.id, **changed)
    with town.database.act() as work:
        work.holds.trap(hold.id, item.id, ready_at=MORNING, ready_until=(MORNING + 5 * DAY).date())
        work.commit()
    return hold.id


def test_a_ready_hold_is_told_once_and_so_is_its_lapse(town: Town) -> None:
    hold = trapped(town)
    for days in range(4):
        planner(town).make(MORNING + days * DAY)
    assert kinds(town) == ["hold_ready"]
    with town.database.act() as work:
        work.holds.close(hold, HoldState.EXPIRED, MORNING + 6 * DAY)
        work.commit()
    for days in range(6, 20):
        planner(town).make(MORNING + days * DAY)
    assert kinds(town) == ["hold_ready", "hold_lapsed"]


def test_a_hold_whose_last_day_is_over_and_an_old_lapse_are_no_news(town: Town) -> None:
    hold = trapped(town)
    planner(town).make(MORNING + 6 * DAY)
    with town.database.act() as work:
        work.holds.close(hold, HoldState.EXPIRED, MORNING + 6 * DAY)
        work.commit()
    planner(town).make(MORNING + 20 * DAY)
    assert kinds(town) == []


def outbox(town: Town, server: MailServer) -> Outbox:
    return Outbox(town.database, smtp(server), lambda: Wordings(library()))


def test_one_letter_tells_a_patron_of_all_that_is_due(town: Town, server: MailServer) -> None:
    who = town.patron(email="ewa@example.org", language="de", last_name="Nowak")
    for title in ("Größe", "Momo"):
        item = town.item(town.record(description(title)))
        town.loan(who, item, lent_at=LENT, due_at=DUE)
    lend(town, email="jan@example.org", language="xx")
    planner(town).make(MORNING + DAY)
    assert outbox(town, server).send_due(MORNING + DAY) == Sent(sent=3)
    assert sorted(server.to) == ["ewa@example.org", "jan@example.org"]
    (letter,) = [letter for letter in server.letters if letter["To"] == "ewa@example.org"]
    assert letter["Subject"] == "Stadtbücherei: 2 Medien sind überfällig"
    said = text_of(letter)
    assert "– Größe (fällig Freitag, 20. März)" in said
    assert "– Momo" in said
    assert "Markt 1" in said
    assert "Nowak" not in said
    assert "{" not in said


def test_what_came_back_or_was_fetched_meanwhile_is_not_told(town: Town, server: MailServer) -> None:
    loan = lend(town)
    hold = trapped(town)
    planner(town).make(MORNING)
    assert kinds(town) == ["courtesy", "hold_ready"]
    with town.database.act() as work:
        work.loans.close(loan, act_id=act(), at=MORNING)
        work.holds.close(hold, HoldState.FILLED, MORNING)
        work.commit()
    assert outbox(town, server).send_due(MORNING) == Sent()
    assert server.letters == []
    # What was told of the loan went with its patron's link.
    assert [(notice.kind, notice.given_up_at) for notice in told(town)] == [("hold_ready", MORNING)]


@pytest.mark.parametrize("language", ["de", "en", "pl"])
def test_every_letter_is_whole_in_every_language(town: Town, server: MailServer, language: str) -> None:
    lend(town, language=language)
    for days in (0, 1, 8, 15):
        planner(town).make(MORNING + days * DAY)
        outbox(town, server).send_due(MORNING + days * DAY)
    assert len(server.letters) == 4
    for letter in server.letters:
        whole = f"{letter['Subject']}\n{text_of(letter)}"
        assert "{" not in whole
        assert "letter." not in whole
        assert "Die Vermessung der Welt" in whole


def test_a_library_s_own_words_are_used_and_run_nothing(town: Town, server: MailServer) -> None:
    lend(town)
    own = Template(
        "courtesy", "de", "email", "{items}\n{n.__class__} {0} {contact}", "anna", MORNING, "Bald: {n}"
    )
    with town.database.act() as work:
        work.templates.save(own)
        work.commit()
    planner(town).make(MORNING)
    outbox(town, server).send_due(MORNING)
    (letter,) = server.letters
    assert letter["Subject"] == "Bald: 1"
    assert "{n.__class__} {0} Haupt" in text_of(letter)


def test_a_title_in_braces_stays_a_title(town: Town, server: MailServer) -> None:
    who = town.patron(email="ewa@example.org", language="en")
    record = town.record(description("{contact} {x}"))
    town.loan(who, town.item(record), lent_at=LENT, due_at=DUE)
    planner(town).make(MORNING)
    outbox(town, server).send_due(MORNING)
    assert "– {contact} {x} (due Friday 20 March)" in text_of(server.letters[0])


def test_what_is_forgotten_is_not_told_again(town: Town, server: MailServer) -> None:
    loan = lend(town)
    late = MORNING + 20 * DAY
    planner(town).make(late)
    outbox(town, server).send_due(late)
    with town.database.act() as work:
        assert work.notices.over_before(late + 60 * DAY, 100) == ()
    assert planner(town).make(late + 60 * DAY) == 0
    with town.database.act() as work:
        (notice,) = work.notices.latest(10)
        work.loans.close(loan, act_id=act(), at=late)
        left = work.notices.latest(10)
        assert work.notices.over_before(late + 60 * DAY, 100) == tuple(one.id for one in left)
        assert left in ((notice,), ())
        work.commit()


def test_a_lapsed_hold_leaves_one_message_in_the_account_with_or_without_an_address(town: Town) -> None:
    for address in ("ewa@example.org", None):
        who = town.patron(email=address, language="pl")
        record = town.record(description("Solaris"))
        hold = town.hold(who, record.id)
        with town.database.act() as work:
            ready_until = (MORNING + DAY).date()
            work.holds.trap(hold.id, town_item(work, record.id), ready_at=MORNING, ready_until=ready_until)
            work.holds.close(hold.id, HoldState.EXPIRED, MORNING + 2 * DAY)
            work.commit()
        for days in (2, 2, 3):
            planner(town).make(MORNING + days * DAY)
        with town.database.read() as view:
            (message,) = view.messages.unread(who.id)
        assert message.text.startswith("„Solaris” nie odebrano w terminie")
        assert message.kind == "hold_lapsed"
    assert kinds(town) == ["hold_lapsed"]


def town_item(work: Act, record_id: int) -> int:
    added = work.items.add(Item(0, record_id, f"T{record_id}", "MAIN", "book"))
    assert added is not None
    return added.id


def test_a_loan_told_of_for_the_last_time_is_not_even_read_again_until_it_is_renewed(town: Town) -> None:
    loan = lend(town)
    late = MORNING + 20 * DAY
    planner(town).make(late)
    with town.database.read() as view:
        assert view.notice_facts.loans_due(late + DAY, "overdue3") == ()
        assert len(view.notice_facts.loans_due(late + DAY, None)) == 1
    with town.database.act() as work:
        work.loans.renew(loan, act_id=act(), at=late, due_at=late + 10 * DAY, terms=TERMS)
        work.commit()
    assert planner(town).make(late + 9 * DAY) == 1
    assert planner(town).make(late + 30 * DAY) == 1
    assert kinds(town) == ["overdue3", "courtesy", "overdue3"]


def test_items_of_two_branches_are_told_with_the_address_of_each(town: Town, server: MailServer) -> None:
    who = town.patron(email="ewa@example.org", language="de")
    for branch in ("MAIN", "NORTH", "MAIN"):
        town.loan(who, town.item(branch=branch), lent_at=LENT, due_at=DUE)
    planner(town).make(MORNING)
    assert outbox(town, server).send_due(MORNING) == Sent(sent=3)
    said = [text_of(letter) for letter in server.letters]
    assert sorted((text.count("– "), "Nord" in text) for text in said) == [
        (1, True),
        (2, False),
    ]


def test_who_switched_e_mails_off_gets_none_that_was_queued_before(town: Town, server: MailServer) -> None:
    lend(town, card="C1")
    lend(town)
    planner(town).make(MORNING)
    with town.database.act() as work:
        off = work.patrons.by_card("C1")
        assert off is not None
        work.patrons.set_notices_by(off.id, "none")
        work.commit()
    assert outbox(town, server).send_due(MORNING) == Sent(sent=1)
    assert outbox(town, server).send_due(MORNING + DAY) == Sent()

"""Nothing queued is lost or sent twice: by no server that is away, no second sender, no kill between."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from kiosk.model.errors import LetterRefused, MailUnavailable, NoMailAddress
from kiosk.model.patron import Guardian, Patron
from kiosk.notices.mail import Letter, SmtpMailer
from kiosk.notices.outbox import Outbox, Sent
from kiosk.notices.wordings import Wordings
from kiosk.paper import Receipt, ReceiptLine
from kiosk.paper.rolls import receipt_roll
from kiosk.settings import MailSettings
from kiosk.storage import Notice
from kiosk.words import wording
from tests.notices.mail_server import MailServer, text_of
from tests.storage.builders import NOW, WEEK, Town, library

HOUR = timedelta(hours=1)
ROLL = receipt_roll(
    Receipt("checkout", "Bücherei Łódź", "Süd", NOW, (ReceiptLine("Größe", "B17", NOW + WEEK),), "Danke!"),
    wording("de", "Europe/Berlin"),
)


def outbox(town: Town, mailer: Any) -> Outbox:
    return Outbox(town.database, mailer, lambda: Wordings(library()))


def smtp(server: MailServer) -> SmtpMailer:
    settings = MailSettings(
        host="127.0.0.1", port=server.port, security="none", sender="desk@library.example"
    )
    return SmtpMailer(settings)


class _Mailer:
    """A mailer that does as it is told, for what a real server cannot be made to do in time."""

    is_set = True

    def __init__(self, do: Callable[[Letter], None]) -> None:
        self._do = do
        self.letters: list[Letter] = []

    def send(self, letter: Letter) -> None:
        self._do(letter)
        self.letters.append(letter)


def away(letter: Letter) -> None:
    raise MailUnavailable(problem="away")


def the_notice(town: Town, key: str = "receipt:act") -> Notice:
    with town.database.read() as view:
        found = view.notices.by_key(key)
    assert found is not None
    return found


def queued(town: Town, box: Outbox, key: str = "act", **changed: Any) -> Patron:
    who = town.patron(**{"email": "ewa@example.org", **changed})
    box.queue_receipt(key, who.id, ROLL, "de", NOW)
    return who


def test_a_receipt_is_sent_to_its_patron_and_then_forgotten(town: Town, server: MailServer) -> None:
    box = outbox(town, smtp(server))
    queued(town, box, last_name="Nowak", first_name="Ewa", card="C77123")
    assert box.send_due(NOW) == Sent(sent=1)
    (letter,) = server.letters
    assert server.to == ["ewa@example.org"]
    assert letter["Subject"] == "Bücherei Łódź: Ausgeliehen"
    said = text_of(letter)
    assert "Größe" in said
    assert "B17" in said
    assert "Danke!" in said
    assert not any(private in str(letter) + said for private in ("Nowak", "C77123"))
    kept = the_notice(town)
    assert (kept.sent_at, dict(kept.details)) == (NOW, {})


def test_a_receipt_asked_for_twice_is_sent_once(town: Town, server: MailServer) -> None:
    box = outbox(town, smtp(server))
    who = queued(town, box)
    assert not box.queue_receipt("act", who.id, ROLL, "de", NOW)
    assert box.send_due(NOW) == Sent(sent=1)
    assert not box.queue_receipt("act", who.id, ROLL, "de", NOW)
    assert box.send_due(NOW + HOUR) == Sent()
    assert len(server.letters) == 1


def test_who_has_no_address_or_none_that_can_be_is_told_at_once(town: Town) -> None:
    box = outbox(town, _Mailer(away))
    with pytest.raises(NoMailAddress):
        queued(town, box, email=None)
    with pytest.raises(LetterRefused):
        queued(town, box, email="nowhere")
    with town.database.read() as view:
        assert view.notices.latest(10) == ()


def test_a_minor_without_an_address_is_reached_through_the_guardian(town: Town, server: MailServer) -> None:
    parent = town.patron(email="parent@example.org")
    box = outbox(town, smtp(server))
    for guardian in (Guardian(patron_id=parent.id), Guardian(name="Jan", email="jan@example.org")):
        child = town.patron(email=None)
        with town.database.act() as work:
            work.patrons.guardians.set(child.id, guardian)
            work.commit()
        box.queue_receipt(f"of {child.id}", child.id, ROLL, "de", NOW)
    assert box.send_due(NOW) == Sent(sent=2)
    assert sorted(server.to) == ["jan@example.org", "parent@example.org"]


def test_a_server_that_was_away_gets_everything_once_it_is_back(town: Town, server: MailServer) -> None:
    lost = outbox(town, _Mailer(away))
    for key in ("a", "b", "c"):
        queued(town, lost, key)
    assert lost.send_due(NOW) == Sent(waiting=1)  # it asks once, not once a letter
    assert the_notice(town, "receipt:a").last_error == "away"
    back = outbox(town, smtp(server))
    assert back.send_due(NOW + timedelta(minutes=1)).sent == 2
    assert back.send_due(NOW + HOUR).sent == 1
    assert len(server.letters) == 3


def test_a_letter_waits_longer_from_try_to_try_and_is_given_up_after_days(town: Town) -> None:
    box = outbox(town, _Mailer(away))
    queued(town, box)
    at, waits = NOW, []
    for _ in range(60):
        done = box.send_due(at)
        if done.given_up:
            break
        following = the_notice(town).next_try_at
        waits.append(following - at)
        at = following
    assert waits == sorted(waits)
    assert waits[0] == timedelta(minutes=2)
    assert waits[-1] == timedelta(hours=6)
    assert timedelta(days=3) <= at - NOW < timedelta(days=4)
    given_up = the_notice(town)
    assert (given_up.given_up_at, dict(given_up.details)) == (at, {})


def test_a_refused_letter_stops_no_other(town: Town, server: MailServer) -> None:
    server.recipients["gone@example.org"] = "550 <gone@example.org> no such user"
    box = outbox(town, smtp(server))
    queued(town, box, "a", email="gone@example.org")
    queued(town, box, "b")
    assert box.send_due(NOW) == Sent(sent=1, given_up=1)
    assert the_notice(town, "receipt:a").last_error == "550"


def test_a_full_mailbox_stops_no_other_and_is_tried_again(town: Town, server: MailServer) -> None:
    server.recipients["full@example.org"] = "452 4.2.2 mailbox full"
    box = outbox(town, smtp(server))
    queued(town, box, "a", email="full@example.org")
    queued(town, box, "b")
    assert box.send_due(NOW) == Sent(sent=1, waiting=1)
    server.recipients.clear()
    assert box.send_due(NOW + timedelta(minutes=2)) == Sent(sent=1)


def test_an_address_that_the_server_refuses_is_kept_nowhere(town: Town, server: MailServer) -> None:
    server.recipients["typed@once.example"] = "550 5.1.1 <typed@once.example>: user unknown"
    box = outbox(town, smtp(server))
    who = town.patron(email="ewa@example.org")
    box.queue_receipt("act", who.id, ROLL, "de", NOW, "typed@once.example")
    assert box.send_due(NOW) == Sent(given_up=1)
    assert "typed" not in repr(the_notice(town))


def test_a_machine_without_mail_leaves_all_to_another(town: Town) -> None:
    box = outbox(town, SmtpMailer(MailSettings()))
    queued(town, box)
    assert box.send_due(NOW) == Sent()
    assert the_notice(town).tries == 0


def test_two_senders_at_once_send_one_letter(town: Town) -> None:
    second = _Mailer(lambda letter: None)

    def meanwhile(letter: Letter) -> None:
        assert outbox(town, second).send_due(NOW) == Sent()

    first = _Mailer(meanwhile)
    box = outbox(town, first)
    queued(town, box)
    assert box.send_due(NOW) == Sent(sent=1)
    assert (len(first.letters), second.letters) == (1, [])


def test_who_dies_while_sending_leaves_the_letter_to_the_next(town: Town, server: MailServer) -> None:
    class Killed(BaseException):
        pass

    def die(letter: Letter) -> None:
        raise Killed

    box = outbox(town, _Mailer(die))
    queued(town, box)
    with pytest.raises(Killed):
        box.send_due(NOW)
    after = outbox(town, smtp(server))
    assert after.send_due(NOW + timedelta(minutes=5)) == Sent()
    assert after.send_due(NOW + timedelta(minutes=11)) == Sent(sent=1)


def test_an_erased_patron_is_written_to_no_more(town: Town, server: MailServer) -> None:
    box = outbox(town, smtp(server))
    who = queued(town, box)
    with town.database.act() as work:
        work.patrons.erase(who.id)
        work.commit()
    assert box.send_due(NOW) == Sent()
    assert server.letters == []


def test_an_address_for_one_letter_goes_before_the_own_and_is_forgotten(
    town: Town, server: MailServer
) -> None:
    box = outbox(town, smtp(server))
    who = town.patron(email="ewa@example.org")
    box.queue_receipt("act", who.id, ROLL, "de", NOW, "ewa@home.example")
    with pytest.raises(LetterRefused):
        box.queue_receipt("other", who.id, ROLL, "de", NOW, "ewa")
    assert the_notice(town).details["to"] == "ewa@home.example"
    assert box.send_due(NOW) == Sent(sent=1)
    assert server.to == ["ewa@home.example"]
    assert the_notice(town).details == {}

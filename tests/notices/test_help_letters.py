"""A call for help is written to the desk at once, as long as somebody waits."""

from datetime import timedelta

from kiosk.decisions import Decider, LibraryCache
from kiosk.membership.help_calls import HelpCalls
from kiosk.model.help_call import HelpReason
from kiosk.notices.outbox import Sent
from tests.notices.mail_server import MailServer, text_of
from tests.notices.test_outbox import outbox, smtp
from tests.storage.builders import NOW, Town

MINUTE = timedelta(minutes=1)


def called(town: Town) -> tuple[HelpCalls, int]:
    calls = HelpCalls(town.database, Decider(LibraryCache()), "desk@library.example")
    made = calls.call("entrance", "MAIN", "find", HelpReason.SCANS, at=NOW)
    assert made is not None
    return calls, made.id


def test_the_letter_names_kiosk_and_number(town: Town, server: MailServer) -> None:
    _calls, number = called(town)
    assert outbox(town, smtp(server)).send_due(NOW) == Sent(sent=1)
    (letter,) = server.letters
    assert server.to == ["desk@library.example"]
    text = text_of(letter)
    assert "entrance" in text
    assert f"{number}:" in text
    assert "{" not in text


def test_with_the_mail_server_away_the_call_waits_and_once_taken_nothing_is_written(
    town: Town, server: MailServer
) -> None:
    calls, number = called(town)
    assert outbox(town, smtp(MailServer(port=1))).send_due(NOW) == Sent(waiting=1)
    assert [one.id for one in calls.waiting(NOW)] == [number]
    calls.take(number, by="anna", at=NOW)
    outbox(town, smtp(server)).send_due(NOW + 60 * MINUTE)
    assert server.letters == []

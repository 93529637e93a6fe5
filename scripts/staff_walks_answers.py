"""The ways through answers and messages on which their pictures are taken."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from random import Random
from unittest.mock import patch

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTabWidget

from kiosk.library_folder import LibraryFolder
from kiosk.model.clock import FixedClock
from kiosk.model.help_call import HelpReason
from kiosk.model.request import RequestKind
from kiosk.model.request_number import ALPHABET, DRAWN, with_check_character
from kiosk.model.request_origin import Origin
from kiosk.services import Services
from kiosk.storage import QuestionAsked
from scripts.desk_hands import DeskHands
from scripts.screenshots import NOW

_ORIGIN = Origin("Eingang 1", "answer", "Kann ich einen Lernraum buchen?", "meeting-rooms")
_IN_VAIN = (
    ("Darf mein Hund mit in die Bücherei?", "de", 5),
    ("Gibt es eine Wickelecke?", "de", 3),
    ("Wo ist das Klavier?", "de", 2),
    ("Do you have a sewing machine?", "en", 2),
    ("Czy można tu wynająć salę na urodziny?", "pl", 1),
)


def leave_messages(home: Path) -> None:
    """Leave messages of several kinds and ages, a call for help, and questions without an answer.

    The requests get the same numbers each time, so that a picture changes only with what it shows.
    """
    services = Services(LibraryFolder(home), FixedClock(NOW))
    drawing = Random(1)

    def drawn_number() -> str:
        return with_check_character("".join(drawing.choices(ALPHABET, k=DRAWN)))

    with patch("kiosk.storage.desk.requests.drawn_number", drawn_number):
        _leave_requests(services)
    for language, text in (("de", "Guten Tag {name},\n\n\n\n{library}\n{contact}"), ("en", "Dear {name},")):
        services.reply_templates.save("gruss", language, text, by="magda", at=NOW)
    services.help_calls.call("Eingang 1", "MAIN", "borrow", HelpReason.SCANS, at=NOW - timedelta(minutes=2))
    _ask(services)
    services.close()


def _leave_requests(services: Services) -> None:
    one, two = "20000017", "20000025"
    make = services.requests.make
    make(
        RequestKind.QUESTION,
        {"text": "Kann ich den Lernraum im 1. Stock auch für eine Gruppe von sechs Personen bekommen?"},
        at=NOW - timedelta(days=1, hours=2),
        card=one,
        branch="MAIN",
        language="de",
        email="lernen@example.org",
        origin=_ORIGIN,
    )
    make(
        RequestKind.PURCHASE,
        {"title": "Steuererklärung 2026", "author": "Maria Kowalska", "year": "2026"},
        at=NOW - timedelta(hours=21),
        email="anna@example.org",
        branch="MAIN",
    )
    make(
        RequestKind.CONTACT,
        {"phone": "030 5550 1234", "city": "Lindenau"},
        at=NOW - timedelta(hours=5),
        card=two,
    )
    make(
        RequestKind.INTERLIBRARY_LOAN,
        {"title": "Das Nibelungenlied", "author": "Bartsch", "isbn": "9783150006443"},
        at=NOW - timedelta(hours=3),
        card=two,
        branch="MAIN",
    )
    make(
        RequestKind.QUESTION,
        {"text": "Ich habe meinen Schal vergessen.", "phone": "0151 2345678"},
        at=NOW - timedelta(minutes=40),
        branch="MAIN",
        origin=Origin("Eingang 1", "home"),
    )


def _ask(services: Services) -> None:
    with services.database.act() as work:
        for text, language, times in _IN_VAIN:
            for number in range(times):
                at = NOW - timedelta(hours=7 * number + times)
                work.questions.asked(QuestionAsked(text, language, "none", at, branch="MAIN"))
        for text, helpful in (("Wie lange darf ich ein Buch behalten?", True), ("Leihfrist Film", None)):
            work.questions.asked(
                QuestionAsked(text, "de", "answer", NOW - timedelta(days=1), "loan-periods", helpful=helpful)
            )
        work.commit()


def messages(hands: DeskHands, snap: Callable[[str], None]) -> None:
    """Answer a message; look at another request, and at the templates."""
    hands.go("messages")
    hands.shell.bell.look()
    hands.settle()
    hands.press("Return")
    hands.write("Ja, der Lernraum fasst acht Personen. Bitte am Tag vorher anrufen.")
    snap("messages")
    hands.focus("messages")
    hands.press("Down", "Down")
    hands.settle()
    snap("messages-request")


def policies(hands: DeskHands, snap: Callable[[str], None]) -> None:
    """Look at the shelf, write an article in three languages, see what got no answer, and a guide."""
    hands.go("policies")
    snap("policies")
    hands.go("policies/article/loan-periods")
    body = hands.one(QPlainTextEdit, "body-de")
    hands.focus(body)
    body.moveCursor(QTextCursor.MoveOperation.End)
    hands.press("Return", "Return")
    hands.write("Nach 28 Tagen erinnern wir Sie.")
    timer = hands.page.findChild(QTimer, "look")
    assert isinstance(timer, QTimer)
    timer.timeout.emit()
    hands.settle()
    snap("policies-article")
    hands.click("part-words")
    hands.one(QTabWidget, "articleSide").setCurrentIndex(1)
    snap("policies-words")
    hands.click("part-shared")
    snap("policies-shared")
    hands.go("policies/unanswered")
    snap("policies-unanswered")
    hands.go("policies/guides")
    snap("policies-guides")

"""Receipts go by e-mail: on the real page, through a real mail server on this machine."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from kiosk.services import Services
from kiosk.settings import MailSettings, Settings
from kiosk.storage import Notice
from kiosk.ui.patron.receipt_mailing import shown_address, typed_address
from tests.notices.mail_server import MailServer, mail_server, text_of
from tests.ui.borrow.conftest import Kiosk, OpenKiosk
from tests.ui.borrow.lending_library import ANNA, BARCODES, BEN, CHILD, NOW, set_pin

_AT_HOME = "anna.krause@example.org"


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as started:
        yield started


def by_mail(port: int) -> Callable[[Services], None]:
    """Have the kiosk send mail there; Anna has an address, the others have none."""

    def prepare(services: Services) -> None:
        mail = MailSettings(host="127.0.0.1", port=port, security="none", sender="desk@library.example")
        services.settings = Settings(mail=mail)
        with services.database.act() as work:
            anna = work.patrons.by_card(ANNA)
            assert anna is not None
            work.patrons.update(replace(anna, email=_AT_HOME))
            work.commit()

    return prepare


def borrowed(kiosk: Kiosk, *codes: str) -> None:
    """Borrow, and ask for receipts by e-mail."""
    kiosk.sign_in_as(codes[0])
    for code in codes[1:]:
        kiosk.scan(code)
        kiosk.settle()
        if kiosk.shown("borrow", "joinQuestion"):
            kiosk.touch("borrow.join.no")
            kiosk.settle()
    kiosk.touch("borrow.done")
    kiosk.touch("borrow.receipt.also")
    kiosk.settle()
    assert kiosk.shown("borrow", "step") == "mail"


def mail(kiosk: Kiosk, name: str) -> str:
    return str(getattr(kiosk.shown("borrow", "mail"), name))


@pytest.mark.parametrize(
    ("language", "said"), [("en", "was sent to"), ("de", "geschickt"), ("pl", "wysłano na")]
)
def test_the_receipt_goes_to_the_address_on_file_which_is_shown_in_part(
    open_kiosk: OpenKiosk, server: MailServer, language: str, said: str
) -> None:
    kiosk = open_kiosk(language, prepare=by_mail(server.port))
    borrowed(kiosk, ANNA, BARCODES["Piranesi"])
    assert "a•••@e•••.org" in mail(kiosk, "send")
    assert _AT_HOME not in mail(kiosk, "send")
    kiosk.touch("borrow.mail.known")
    kiosk.settle()
    assert kiosk.shown("borrow", "step") == "thanks"
    assert said in kiosk.shown("borrow", "thanksHint")
    assert server.to == [_AT_HOME]
    assert "Piranesi" in text_of(server.letters[0])
    kiosk.touch("borrow.leave")
    kiosk.wait(lambda: kiosk.page == "home")
    assert (mail(kiosk, "send"), kiosk.shown("borrow", "thanksHint")) == ("", "")


def test_a_card_that_was_found_tells_no_part_of_an_address_where_its_pin_was_not_given(
    open_kiosk: OpenKiosk, server: MailServer
) -> None:
    def prepare(services: Services) -> None:
        by_mail(server.port)(services)
        set_pin(services, ANNA)

    kiosk = open_kiosk(prepare=prepare)
    borrowed(kiosk, ANNA, BARCODES["Piranesi"])
    assert mail(kiosk, "send") == "Send it to the address we have for you"
    kiosk.touch("borrow.mail.known")
    kiosk.settle()
    assert kiosk.shown("borrow", "thanksHint") == "Your receipt was sent to the address we have for you."
    assert server.to == [_AT_HOME]


def test_another_address_is_typed_for_one_receipt_and_not_kept(
    open_kiosk: OpenKiosk, server: MailServer
) -> None:
    kiosk = open_kiosk(prepare=by_mail(server.port))
    borrowed(kiosk, ANNA, BARCODES["Piranesi"])
    kiosk.touch("borrow.mail.other")
    kiosk.wait(lambda: kiosk.seen("key.go"))
    for key in "anna":
        kiosk.touch(f"key.{key}")
    kiosk.touch("key.go")
    assert mail(kiosk, "trouble").startswith("This is not an e-mail address.")
    field = kiosk.item("borrow.mail.field.input")
    field.setProperty("text", "anna@home.example")
    kiosk.touch("key.go")
    kiosk.settle()
    assert server.to == ["anna@home.example"]
    assert kiosk.aside(_address) == _AT_HOME
    assert "home.example" not in repr(kiosk.aside(_notices)), "once sent, the address is forgotten"


def test_each_card_of_a_family_says_where_its_own_receipt_goes(
    open_kiosk: OpenKiosk, server: MailServer
) -> None:
    kiosk = open_kiosk(prepare=by_mail(server.port))
    codes = (BARCODES["Momo"], BEN, BARCODES["Kairos"], CHILD, BARCODES["Solaris"])
    borrowed(kiosk, ANNA, *codes)
    assert mail(kiosk, "order") == "Where should we send the receipt for Anna K.?"
    kiosk.touch("borrow.mail.known")
    kiosk.settle()
    assert mail(kiosk, "order") == "Where should we send the receipt for Ben N.?"
    kiosk.item("borrow.mail.field.input").setProperty("text", "ben@example.net")
    kiosk.touch("key.go")
    kiosk.settle()
    assert kiosk.shown("borrow", "mail").asked == 3
    kiosk.touch("borrow.mail.none")
    kiosk.settle()
    assert kiosk.shown("borrow", "step") == "thanks"
    told = {to: text_of(letter) for to, letter in zip(server.to, server.letters, strict=True)}
    assert set(told) == {_AT_HOME, "ben@example.net"}
    assert "Momo" in told[_AT_HOME]
    assert "Kairos" not in told[_AT_HOME]
    assert len(str(kiosk.shown("borrow", "thanksHint")).splitlines()) == 2


def test_a_server_that_is_away_is_told_of_and_the_receipt_is_kept(open_kiosk: OpenKiosk) -> None:
    with mail_server() as gone:
        port = gone.port
    kiosk = open_kiosk(prepare=by_mail(port))
    borrowed(kiosk, ANNA, BARCODES["Piranesi"])
    kiosk.touch("borrow.mail.known")
    kiosk.settle()
    assert str(kiosk.shown("borrow", "thanksHint")).startswith("Our mail server is not answering")
    with mail_server() as back:
        kiosk.aside(by_mail(back.port))
        del kiosk.services.__dict__["outbox"]
        kiosk.aside(lambda services: services.outbox.send_due(NOW.replace(hour=16)))
        assert back.to == [_AT_HOME]


def test_an_address_that_the_server_refuses_is_told(open_kiosk: OpenKiosk, server: MailServer) -> None:
    server.recipients[_AT_HOME] = "550 no such mailbox"
    kiosk = open_kiosk(prepare=by_mail(server.port))
    borrowed(kiosk, ANNA, BARCODES["Piranesi"])
    kiosk.touch("borrow.mail.known")
    kiosk.settle()
    assert str(kiosk.shown("borrow", "thanksHint")).startswith("a•••@e•••.org does not accept our mail.")


def test_where_no_mail_is_sent_none_is_offered(open_kiosk: OpenKiosk) -> None:
    kiosk = open_kiosk()
    kiosk.sign_in_as(ANNA)
    kiosk.scan(BARCODES["Piranesi"])
    kiosk.settle()
    kiosk.touch("borrow.done")
    kiosk.item("borrow.receipt.yes")
    assert not kiosk.seen("borrow.receipt.also")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" anna@example.org ", "anna@example.org"),
        ("anna @example.org", "anna@example.org"),
        ("jörg@bücherei.de", ""),
        ("jo@bücherei.de", "jo@xn--bcherei-n2a.de"),
        ("anna", ""),
        ("anna@", ""),
        ("@example.org", ""),
        ("anna@example", ""),
        ("anna@example.", ""),
        ("anna@ben@example.org", ""),
        ("anna@example.org\nBcc: all@example.org", ""),
        ("a" * 260 + "@example.org", ""),
    ],
)
def test_what_is_typed_is_an_address_or_is_said_to_be_none(typed: str, address: str) -> None:
    assert typed_address(typed) == address


@pytest.mark.parametrize("address", ["anna.krause@example.org", "x@y", "ä@ö.de", "anna@mail.kowalski.pl"])
def test_an_address_is_shown_in_part(address: str) -> None:
    shown = shown_address(address)
    local, _, domain = address.partition("@")
    assert shown.startswith(f"{local[0]}•••@{domain[0]}•••")
    assert address not in shown


def _address(services: Services) -> str | None:
    with services.database.read() as view:
        anna = view.patrons.by_card(ANNA)
        return anna.email if anna else None


def _notices(services: Services) -> tuple[Notice, ...]:
    with services.database.read() as view:
        return view.notices.latest(10)

"""Letters reach a real mail server as they were written; what goes wrong is told for what it is."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.model.errors import KioskError, LetterDeferred, LetterRefused, MailNotSet, MailUnavailable
from kiosk.notices.mail import Letter, SmtpMailer, usable_address
from kiosk.settings import MailSettings
from tests.notices.mail_server import PASSWORD, USER, MailServer, mail_server, make_certificate, text_of

AT = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
LETTER = Letter(
    "ewa@example.org", "Bücherei Łódź: bald fällig", "Dzień dobry,\n\n– Größe\n.\nZażółć\n", "pl", "abc", AT
)
SENDER = "Stadtbücherei Łódź <desk@library.example>"


def mailer(port: int, **chosen: Any) -> SmtpMailer:
    usual = {"host": "127.0.0.1", "port": port, "security": "none", "sender": SENDER, "seconds": 10.0}
    return SmtpMailer(MailSettings(**{**usual, **chosen}))


def test_a_letter_arrives_as_it_was_written(server: MailServer) -> None:
    mailer(server.port).send(LETTER)
    (letter,) = server.letters
    assert server.to == ["ewa@example.org"]
    assert letter["Subject"] == LETTER.subject
    assert text_of(letter) == LETTER.body
    assert letter["From"] == SENDER
    assert letter["To"] == "ewa@example.org"
    assert letter["Message-ID"] == "<abc@library.example>"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert letter["Content-Language"] == "pl"
    assert letter["Date"].datetime == AT


def test_a_title_cannot_write_a_header(server: MailServer) -> None:
    mailer(server.port).send(replace(LETTER, subject="A\r\nBcc: all@example.org\r\n\r\nx"))
    (letter,) = server.letters
    assert letter["Bcc"] is None
    assert letter["Subject"] == "A Bcc: all@example.org x"
    assert server.to == ["ewa@example.org"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("550 5.1.1 <ewa@example.org> no such user", LetterRefused),
        ("451 4.7.1 try later", LetterDeferred),
        ("552 5.3.4 too big", LetterRefused),
    ],
)
def test_what_lasts_is_told_from_what_passes(server: MailServer, answer: str, kind: type[KioskError]) -> None:
    server.answer = answer
    with pytest.raises(kind) as told:
        mailer(server.port).send(LETTER)
    # What the server says may name the address; its codes do not.
    assert told.value.values == {"problem": answer[:9]}
    server.answer, server.recipients = "250 OK", {"ewa@example.org": answer}
    with pytest.raises(kind):
        mailer(server.port).send(LETTER)
    assert server.letters == []


def test_a_server_that_is_away_is_told() -> None:
    with mail_server() as gone:
        port = gone.port
    with pytest.raises(MailUnavailable):
        mailer(port).send(LETTER)
    with pytest.raises(MailUnavailable):
        mailer(25, host="no-such-host.invalid").send(LETTER)


def test_without_a_server_nothing_is_tried() -> None:
    for chosen in ({"host": ""}, {"sender": " "}):
        with pytest.raises(MailNotSet):
            mailer(25, **chosen).send(LETTER)


def test_a_sender_that_is_no_address_is_told(server: MailServer) -> None:
    with pytest.raises(MailUnavailable):
        mailer(server.port, sender="The Library").send(LETTER)


@pytest.mark.parametrize(
    "address",
    ["", " ", "ewa", "@example.org", "ewa@", "a@b@c", "ewa nowak@example.org", "ewa@exa mple.org",
     "ewa@example.org\r\nBcc: x@example.org", "x" * 250 + "@example.org", "żółw@example.org",
     "ewa@-.org,x@y"],
)  # fmt: skip
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(LetterRefused):
        usable_address(address)


def test_a_domain_in_any_letters_is_written_to() -> None:
    assert usable_address(" ewa@żółw.pl ") == "ewa@xn--w-uga1v8h.pl"


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="no certificate can be made: openssl was not found"
)
def test_starttls_signs_in_with_the_password_of_file_or_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate = make_certificate(tmp_path)
    (tmp_path / "password").write_text(f"{PASSWORD}\n", encoding="utf-8")
    chosen = {
        "host": "localhost",
        "security": "starttls",
        "user": USER,
        "ca_file": str(tmp_path / "certificate.pem"),
    }
    with mail_server(certificate=certificate, sign_in=True) as server:
        mailer(server.port, **chosen, password_file=str(tmp_path / "password")).send(LETTER)
        monkeypatch.setenv("KIOSK_MAIL_PASSWORD", PASSWORD)
        mailer(server.port, **chosen).send(LETTER)
        monkeypatch.setenv("KIOSK_MAIL_PASSWORD", "wrong")
        with pytest.raises(MailUnavailable):
            mailer(server.port, **chosen).send(LETTER)
        monkeypatch.setenv("KIOSK_MAIL_PASSWORD", "żółw")
        with pytest.raises(MailUnavailable):
            mailer(server.port, **chosen).send(LETTER)
        assert len(server.letters) == 2


@pytest.mark.skipif(
    shutil.which("openssl") is None, reason="no certificate can be made: openssl was not found"
)
def test_a_server_that_nobody_vouches_for_gets_no_letter(tmp_path: Path) -> None:
    with mail_server(certificate=make_certificate(tmp_path)) as server:
        with pytest.raises(MailUnavailable):
            mailer(server.port, host="localhost", security="starttls").send(LETTER)
        with pytest.raises(MailUnavailable):
            mailer(server.port, host="localhost", security="none").send(LETTER)
        assert server.letters == []


def test_a_server_without_starttls_gets_no_letter_where_it_is_wanted(server: MailServer) -> None:
    with pytest.raises(MailUnavailable):
        mailer(server.port, security="starttls").send(LETTER)
    with pytest.raises(MailUnavailable):
        mailer(server.port, security="none", user="x", password_file="/nowhere").send(LETTER)
    assert server.letters == []

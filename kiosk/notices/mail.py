"""Sends letters through the library's mail server, by SMTP."""

import os
import re
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as SMTP_POLICY
from email.utils import format_datetime, parseaddr
from pathlib import Path

from kiosk.model.errors import LetterDeferred, LetterRefused, MailNotSet, MailUnavailable, NoMailAddress
from kiosk.settings import MailSettings

_PASSWORD = "KIOSK_MAIL_PASSWORD"  # the name of a variable of the environment, no secret
_LONGEST_ADDRESS = 254
_GOING_AWAY = 421
# RFC 3463: class, subject and detail.
_ENHANCED = re.compile(r"[245]\.\d{1,3}\.\d{1,3}")


@dataclass(frozen=True, slots=True)
class Letter:
    """One e-mail; `key` makes its Message-ID, so that the same one sent twice is told as such."""

    to: str
    subject: str
    body: str
    language: str
    key: str
    at: datetime


class SmtpMailer:
    """Speaks to one server; every letter has a connection of its own, as they are few."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings

    @property
    def is_set(self) -> bool:
        """Whether this machine sends mail at all."""
        return self._settings.is_set

    def send(self, letter: Letter) -> None:
        """Hand the letter to the server.

        Raises MailNotSet, NoMailAddress for one that cannot be, MailUnavailable, which may pass,
        LetterRefused, which will not, and LetterDeferred where the server takes no letter for this one
        address for now. What the server says may name the address: of that only its codes are told.
        """
        if not self.is_set:
            raise MailNotSet
        message = _message(letter, self._settings.sender)
        try:
            with self._connected() as server:
                server.send_message(message)
        except smtplib.SMTPRecipientsRefused as error:
            code, said = next(iter(error.recipients.values()))
            raise _refused(code, said) from None
        except smtplib.SMTPDataError as error:
            raise _refused(error.smtp_code, error.smtp_error) from None
        # A password beyond ASCII is one that the library cannot send.
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            raise MailUnavailable(problem=_line(error)) from error

    def check(self) -> None:
        """Greet the server and sign in, sending nothing; raises as `send`."""
        if not self.is_set:
            raise MailNotSet
        try:
            with self._connected() as server:
                server.noop()
        except (OSError, smtplib.SMTPException, UnicodeError) as error:
            raise MailUnavailable(problem=_line(error)) from error

    @contextmanager
    def _connected(self) -> Iterator[smtplib.SMTP]:
        chosen = self._settings
        # The name in the greeting: asking the network for this machine's own may take half a minute.
        ours = parseaddr(chosen.sender)[1].rpartition("@")[2] or "localhost"
        trusted = (
            ssl.create_default_context(cafile=chosen.ca_file or None) if chosen.security != "none" else None
        )
        if chosen.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                chosen.host, chosen.port, ours, timeout=chosen.seconds, context=trusted
            )
        else:
            server = smtplib.SMTP(chosen.host, chosen.port, ours, timeout=chosen.seconds)
        try:
            if chosen.security == "starttls":
                server.starttls(context=trusted)
            if chosen.user:
                server.login(chosen.user, self._password())
            yield server
        finally:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
            server.close()

    def _password(self) -> str:
        if self._settings.password_file:
            return Path(self._settings.password_file).read_text(encoding="utf-8").strip()
        return os.environ.get(_PASSWORD, "")


def usable_address(text: str) -> str:
    """Return the address as it is written to; raises LetterRefused for what cannot be one."""
    trimmed = text.strip()
    local, at, domain = trimmed.rpartition("@")
    try:
        written = Address(addr_spec=f"{local}@{domain.encode('idna').decode('ascii')}").addr_spec
    except (MessageError, ValueError, IndexError) as error:
        raise LetterRefused(problem=trimmed) from error
    if not (local and at and domain and written.isascii()) or len(written) > _LONGEST_ADDRESS:
        raise LetterRefused(problem=trimmed)
    return written


def _message(letter: Letter, sender: str) -> EmailMessage:
    name, address = parseaddr(sender)
    message = EmailMessage(policy=SMTP_POLICY)
    try:
        message["From"] = Address(name, addr_spec=address)
    except (MessageError, ValueError, IndexError) as error:
        raise MailUnavailable(problem=sender) from error
    try:
        message["To"] = usable_address(letter.to)
    except LetterRefused:
        raise NoMailAddress from None
    # A header is one line, whatever stands in a title.
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(letter.at)
    message["Message-ID"] = f"<{letter.key}@{address.rpartition('@')[2]}>"
    # Nobody's holiday greeting should come back to the desk.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body, charset="utf-8")
    message["Content-Language"] = letter.language
    return message


def _refused(code: int, said: bytes | str) -> LetterRefused | LetterDeferred | MailUnavailable:
    """Tell what lasts (5xx) from what passes (4xx), as RFC 5321 does; 421 is the server itself going away."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    enhanced = _ENHANCED.match(text)
    problem = f"{code} {enhanced[0]}" if enhanced else str(code)
    if code == _GOING_AWAY:
        return MailUnavailable(problem=problem)
    return (LetterRefused if 500 <= code < 600 else LetterDeferred)(problem=problem)


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__

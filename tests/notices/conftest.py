"""A town with a library, and a mail server beside it."""

from collections.abc import Iterator

import pytest

from kiosk.storage import Database
from tests.notices.mail_server import MailServer, mail_server
from tests.storage.builders import Town


@pytest.fixture
def town(database: Database) -> Town:
    return Town.of(database)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with mail_server() as running:
        yield running

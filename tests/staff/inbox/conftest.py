"""A desk with an inbox over each database in turn."""

import pytest

from kiosk.membership.requests import PatronRequests
from kiosk.staff.inbox.messages import Inbox
from tests.circulation.conftest import database, desk, kept_postgresql, kept_sqlite
from tests.circulation.desk import Desk

__all__ = ["database", "desk", "inbox", "kept_postgresql", "kept_sqlite", "requests"]


@pytest.fixture
def requests(desk: Desk) -> PatronRequests:
    desk.reader("R1", email="ewa@example.org")
    return PatronRequests(desk.database, desk.decider)


@pytest.fixture
def inbox(desk: Desk, requests: PatronRequests) -> Inbox:
    return Inbox(desk.database, requests)

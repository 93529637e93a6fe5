"""Fails a test in which the app logged a mistake of its own: a page may have looked well all the same."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_mistake_goes_unheard(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Look through the log of the test; one that makes mistakes on purpose overrides this."""
    yield
    told = [one for one in caplog.get_records("call") if one.name == "kiosk" and one.levelno >= logging.ERROR]
    assert [one.getMessage() for one in told] == []

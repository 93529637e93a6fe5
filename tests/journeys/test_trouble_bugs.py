"""A mistake of the program is heard of in the log and on the screen, and the app goes on."""

import logging
from typing import Any

import pytest

from kiosk.ui.shared.trouble import trouble_behind
from kiosk.words import wording
from tests.journeys.conftest import Kiosk, OpenKiosk
from tests.journeys.trouble import is_lent
from tests.journeys.ways import EMILY, WAYS, start_afresh

_NAME = "Emily Carter"
_SAID = trouble_behind(ZeroDivisionError()).said(wording("en"))


@pytest.fixture
def no_mistake_goes_unheard() -> None:
    """Here they are made on purpose."""


def _mistake(*_of: Any, **_more: Any) -> Any:
    raise ZeroDivisionError(_NAME)


def _logged(caplog: pytest.LogCaptureFixture) -> list[str]:
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert not any(_NAME in line for line in said), "a name is in the log"
    return [line.splitlines()[0] for line in said]


def test_a_mistake_in_an_act_is_told_at_the_item_and_logged_by_place_and_the_next_one_works(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kiosk = open_kiosk("en")
    hands, barcode = kiosk.hands, kiosk.barcodes.free[0]
    WAYS["borrow"](hands)
    hands.scan(EMILY)
    with monkeypatch.context() as patched:
        patched.setattr(kiosk.services.acts, "checkout", _mistake)
        hands.scan(barcode)
    assert hands.reads(_SAID), hands.texts
    assert _logged(caplog) == ["K000 ZeroDivisionError"]
    assert not is_lent(kiosk, barcode)
    hands.scan(barcode)
    assert is_lent(kiosk, barcode)


@pytest.mark.parametrize(
    ("service", "name", "way"),
    [
        ("finder", "search", "results"),
        ("finder", "show", "record"),
        pytest.param("finder", "browse", "subjects", marks=pytest.mark.proof),
        pytest.param("finder", "newest", "browse", marks=pytest.mark.proof),
        ("asking", "article", "answer"),
        pytest.param("asking", "topics", "ask", marks=pytest.mark.proof),
        ("accounts", "statement", "account"),
    ],
)
def test_a_mistake_while_a_page_is_read_is_told_and_logged_and_the_page_comes_when_it_is_mended(
    open_kiosk: OpenKiosk,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    service: str,
    name: str,
    way: str,
) -> None:
    kiosk = open_kiosk("en")
    part = _part(kiosk, service)
    part = part.index if (service, name) == ("finder", "search") else part
    with monkeypatch.context() as patched:
        patched.setattr(part, name, _mistake)
        try:
            WAYS[way](kiosk.hands)
        except TimeoutError:
            assert way == "record", "only the way over another page may end before it"
        assert kiosk.hands.reads(_SAID), f"{way}: {kiosk.hands.texts}"
    assert "K000 ZeroDivisionError" in _logged(caplog)
    caplog.clear()
    start_afresh(kiosk.hands)
    WAYS[way](kiosk.hands)
    assert not kiosk.hands.reads("K000"), f"{way}: {kiosk.hands.texts}"
    assert _logged(caplog) == []


def _part(kiosk: Kiosk, name: str) -> Any:
    return getattr(kiosk.services, name)

"""What routes ask the record page for."""

import pytest

from kiosk.model.record import Form
from kiosk.ui.staff.records.record_route import RecordRoute, record_route


@pytest.mark.parametrize(
    ("rest", "route"),
    [
        ("r12", RecordRoute(record_id=12)),
        ("12", RecordRoute(record_id=12)),
        ("R12", RecordRoute(record_id=12)),
        ("new", RecordRoute(form=Form.BOOK)),
        ("new/film", RecordRoute(form=Form.FILM)),
        ("new/nonsense", RecordRoute(form=Form.BOOK)),
        ("copy/r3", RecordRoute(after=3)),
        ("copy", None),
        ("", None),
        ("zwölf", None),
        ("r99999999999999999999", None),
    ],
)
def test_a_route_is_read(rest: str, route: RecordRoute | None) -> None:
    assert record_route(rest) == route


@pytest.mark.parametrize("rest", ["r12", "new/film", "copy/r3"])
def test_a_route_leads_back_to_itself(rest: str) -> None:
    route = record_route(rest)
    assert route is not None
    assert route.text == rest

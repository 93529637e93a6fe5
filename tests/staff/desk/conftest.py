"""A circulation desk over each database in turn."""

from pathlib import Path

import pytest

from tests.circulation.desk import Desk
from tests.staff.desk.counter import Counter


@pytest.fixture
def counter(desk: Desk, tmp_path: Path) -> Counter:
    return Counter(desk, tmp_path / "index")

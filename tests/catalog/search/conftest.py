"""The small catalogue, indexed once for all tests that only read it."""

from pathlib import Path

import pytest

from kiosk.catalog.search import SearchIndex

from .shelf import Feed, all_works


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> SearchIndex:
    index = SearchIndex.open(Path(tmp_path_factory.mktemp("index")))
    index.rebuild(Feed(all_works()))
    return index

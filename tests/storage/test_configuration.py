"""The configuration comes back as it was stored, and nothing in use is taken from it."""

from dataclasses import replace

import pytest

from kiosk.model.errors import ConfigurationInUse, NoLibraryHere
from kiosk.model.library import CardFormat, ItemType, Joining, KioskProfile, LabelFormat, Retention
from kiosk.model.texts import LocalText
from kiosk.storage import Database, InUse

from .builders import Town, eur, library


def test_a_library_comes_back_equal(database: Database) -> None:
    with database.act() as work:
        assert work.library.replace(library())
        work.commit()
    with database.read() as view:
        assert view.library.load() == library()
        assert view.library.exists()


def test_without_a_configuration_there_is_no_library(database: Database) -> None:
    with database.read() as view:
        assert not view.library.exists()
        with pytest.raises(NoLibraryHere):
            view.library.load()


def test_storing_the_same_library_again_changes_nothing(town: Town) -> None:
    with town.database.act() as work:
        before = work.library.version()
        assert not work.library.replace(library())
        assert work.library.version() == before


def test_every_change_moves_the_version_on(town: Town) -> None:
    with town.database.act() as work:
        before = work.library.version()
        assert work.library.replace(library(languages=("de",)))
        assert work.library.version() == before + 1
        assert work.library.load() == library(languages=("de",))


def test_parts_left_out_and_not_in_use_go(town: Town) -> None:
    smaller = library(
        branches=library().branches[:1],
        channels=(),
        shelves=(),
        rules=(),
        item_types=library().item_types[:1],
    )
    with town.database.act() as work:
        work.library.replace(smaller)
        work.commit()
    with town.database.read() as view:
        assert view.library.load() == smaller


def test_a_branch_in_use_cannot_be_left_out(town: Town) -> None:
    item = town.item(branch="NORTH")
    town.loan(town.patron(branch="NORTH"), item, branch="NORTH")
    without = library(branches=library().branches[:1], rules=library().rules[:1])
    with town.database.act() as work, pytest.raises(ConfigurationInUse) as refused:
        work.library.replace(without)
    assert refused.value.values["where"] == (
        InUse("branch", "NORTH", "items", 1),
        InUse("branch", "NORTH", "loans", 1),
        InUse("branch", "NORTH", "patrons", 1),
    )
    with town.database.read() as view:
        assert view.library.load() == library()


def test_types_and_categories_in_use_cannot_be_left_out(town: Town) -> None:
    town.item(item_type="dvd")
    town.patron(category="child")
    without = library(item_types=library().item_types[:1], patron_categories=library().patron_categories[:1])
    with town.database.act() as work, pytest.raises(ConfigurationInUse) as refused:
        work.library.replace(replace(without, rules=without.rules[:1]))
    assert refused.value.values["where"] == (
        InUse("patron_category", "child", "patrons", 1),
        InUse("item_type", "dvd", "items", 1),
    )


def test_a_kiosk_keeps_its_branch(town: Town) -> None:
    lost = replace(library(), kiosks=(KioskProfile("hall", "SOUTH", ("de",)),))
    with town.database.act() as work, pytest.raises(ConfigurationInUse) as refused:
        work.library.replace(lost)
    assert refused.value.values["where"] == (InUse("branch", "SOUTH", "kiosks", 1),)


def test_the_currency_stays_where_money_is_kept(town: Town) -> None:
    town.item(price=eur(1200))
    other = library(currency="PLN", patron_categories=(), rules=())
    with town.database.act() as work, pytest.raises(ConfigurationInUse) as refused:
        work.library.replace(other)
    assert refused.value.values["where"] == (InUse("currency", "", "items", 1),)


def test_what_an_import_names_is_made_once_and_marked(town: Town) -> None:
    with town.database.act() as work:
        assert work.library.add_branch("WEST")
        assert not work.library.add_branch("west")
        assert work.library.add_item_type("kit")
        assert not work.library.add_item_type("BOOK")
        assert work.library.add_patron_category("guest")
        stored = work.library.load()
    assert (stored.branches[-1].code, stored.branches[-1].configured) == ("WEST", False)
    assert stored.branches[-1].calendar.week is None
    assert stored.item_types[-1] == ItemType("kit", LocalText(plain="kit"), configured=False)
    assert not stored.patron_categories[-1].configured


def test_locations_are_those_of_shelves_and_items(town: Town) -> None:
    town.item(location="Magazin")
    town.item()
    with town.database.read() as view:
        assert view.library.locations() == {"Fiction", "Magazin"}


def test_what_a_library_never_chose_is_what_the_program_would(town: Town) -> None:
    plain = library(
        retention=Retention(), card_format=CardFormat(), label_format=LabelFormat(), joining=Joining()
    )
    with town.database.act() as work:
        assert work.library.replace(plain)
        work.commit()
    with town.database.connection(to_write=False) as connection:
        stored = connection.exec_driver_sql(
            "SELECT retention, card_format, label_format, joining FROM library"
        )
        assert list(stored.one()) == [None] * 4
    with town.database.read() as view:
        assert view.library.load() == plain

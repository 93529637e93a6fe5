"""PINs: hashed, counted, delayed; who guesses learns nothing of cards."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from kiosk.membership.pins import Pins, hash_pin, is_pin_of, wait_after
from kiosk.model.decision import PinState
from kiosk.model.errors import CardUnknown, InvalidPin
from tests.circulation.desk import NOON, Desk

MINUTE = timedelta(minutes=1)


@pytest.fixture
def pins(desk: Desk) -> Pins:
    desk.reader("R1")
    made = Pins(desk.database)
    made.set_pin("R1", "4711")
    return made


def test_the_right_pin_is_right_and_another_wrong(pins: Pins) -> None:
    assert pins.check("r1 ", "4711", NOON) == (PinState.RIGHT, None)
    assert pins.check("R1", "4712", NOON) == (PinState.WRONG, None)


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "１２３４", "\ud800"])
def test_only_four_to_twelve_digits_are_a_pin(pins: Pins, pin: str) -> None:
    with pytest.raises(InvalidPin):
        pins.set_pin("R1", pin)
    assert pins.check("R1", pin, NOON) == (PinState.WRONG, None)


def test_only_a_hash_is_kept(desk: Desk, pins: Pins) -> None:
    with desk.database.read() as view:
        patron = view.patrons.by_card("R1")
    assert patron is not None
    assert str(patron.pin_hash).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_fourth_wrong_pin_makes_the_card_wait_and_the_right_one_too(pins: Pins) -> None:
    for _ in range(4):
        assert pins.check("R1", "0000", NOON)[0] is PinState.WRONG
    assert pins.check("R1", "4711", NOON) == (PinState.LOCKED, NOON + MINUTE)
    assert pins.check("R1", "4711", NOON + MINUTE) == (PinState.RIGHT, None)


def test_the_wait_doubles_up_to_an_hour() -> None:
    hour = timedelta(hours=1)
    waits = [wait_after(failures, 3, hour) for failures in (3, 4, 5, 9, 10, 1000)]
    assert waits == [None, MINUTE, 2 * MINUTE, 32 * MINUTE, hour, hour]


def test_a_right_pin_begins_the_count_anew(pins: Pins) -> None:
    for _ in range(3):
        pins.check("R1", "0000", NOON)
    pins.check("R1", "4711", NOON)
    for _ in range(3):
        pins.check("R1", "0000", NOON)
    assert pins.check("R1", "4711", NOON)[0] is PinState.RIGHT


def test_an_unknown_card_and_one_without_a_pin_look_like_a_wrong_pin(desk: Desk, pins: Pins) -> None:
    desk.reader("R2")
    told = {card: [pins.check(card, "1234", NOON) for _ in range(5)] for card in ("R1", "R2", "nobody")}
    assert told["R1"] == told["R2"] == told["nobody"]
    assert told["nobody"][-1] == (PinState.LOCKED, NOON + MINUTE)


def test_an_unknown_card_costs_a_hash_of_the_same_strength(
    pins: Pins, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    real = PasswordHasher.verify

    def verify(self: PasswordHasher, stored: str, pin: str) -> bool:
        checked.append(stored.rpartition("$")[0].rpartition("$")[0])
        return bool(real(self, stored, pin))

    monkeypatch.setattr(PasswordHasher, "verify", verify)
    pins.check("R1", "1234", NOON)
    pins.check("nobody", "1234", NOON)
    assert checked == ["$argon2id$v=19$m=19456,t=2,p=1"] * 2


def test_a_kiosk_where_many_cards_are_guessed_waits_as_a_whole(pins: Pins) -> None:
    for number in range(11):
        assert pins.check(f"N{number}", "1234", NOON, kiosk="entrance")[0] is PinState.WRONG
    assert pins.check("R1", "4711", NOON, kiosk="entrance") == (PinState.LOCKED, NOON + MINUTE)
    assert pins.check("R1", "4711", NOON, kiosk="upstairs")[0] is PinState.RIGHT


def test_a_kiosk_forgets_after_quiet_minutes(pins: Pins) -> None:
    for number in range(10):
        pins.check(f"N{number}", "1234", NOON, kiosk="entrance")
    later = NOON + 11 * MINUTE
    pins.check("N99", "1234", later, kiosk="entrance")
    assert pins.check("R1", "4711", later, kiosk="entrance")[0] is PinState.RIGHT


def test_setting_a_pin_opens_a_card_that_waits(pins: Pins) -> None:
    for _ in range(4):
        pins.check("R1", "0000", NOON)
    pins.set_pin("R1", "2222")
    assert pins.check("R1", "2222", NOON) == (PinState.RIGHT, None)


def test_an_unknown_card_gets_no_pin(pins: Pins) -> None:
    with pytest.raises(CardUnknown):
        pins.set_pin("nobody", "1234")


def test_nobodys_pin_is_never_right() -> None:
    assert not is_pin_of(None, "")
    assert not is_pin_of(None, "1234")
    assert is_pin_of(hash_pin("1234"), "1234")
    assert not is_pin_of("not a hash", "1234")

"""PINs: hashed, counted, delayed; who guesses learns nothing of cards."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from argon2 import PasswordHasher

from kiosk.membership.pins import Pins, hash_pin, is_pin_of, wait_after
from kiosk.model.decision import PinState
from kiosk.model.errors import CardUnknown, InvalidPin, PinNotNew
from kiosk.model.item import barcode_key
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


def test_guesses_racing_from_several_kiosks_are_counted_as_if_one_came_after_another(
    desk: Desk, pins: Pins
) -> None:
    guesses = 10
    start = Barrier(guesses)

    def guess(number: int) -> PinState:
        start.wait(timeout=30)
        return pins.check("R1", f"000{number}", NOON, kiosk=f"kiosk{number}")[0]

    with ThreadPoolExecutor(guesses) as pool:
        told = list(pool.map(guess, range(guesses)))
    assert sorted(told) == [PinState.LOCKED] * (guesses - 4) + [PinState.WRONG] * 4
    with desk.database.read() as view:
        assert view.attempts.of(f"card:{barcode_key('R1')}").failures == 4
        assert sum(view.attempts.of(f"kiosk:kiosk{n}").failures for n in range(guesses)) == 4


def test_cards_guessed_at_one_kiosk_from_several_windows_are_all_counted(desk: Desk, pins: Pins) -> None:
    guesses = 14
    start = Barrier(guesses)

    def guess(number: int) -> PinState:
        start.wait(timeout=30)
        return pins.check(f"N{number}", "0000", NOON, kiosk="entrance")[0]

    with ThreadPoolExecutor(guesses) as pool:
        told = list(pool.map(guess, range(guesses)))
    assert told.count(PinState.WRONG) == 11
    with desk.database.read() as view:
        assert view.attempts.of("kiosk:entrance").failures == 11


def test_a_pin_is_changed_by_whoever_knows_it(desk: Desk, pins: Pins) -> None:
    assert pins.change_pin("R1", "4711", "2222", NOON) == (PinState.RIGHT, None)
    assert pins.check("R1", "4711", NOON)[0] is PinState.WRONG
    assert pins.check("R1", "2222", NOON)[0] is PinState.RIGHT


def test_wrong_old_pins_count_and_wait_as_at_the_sign_in(pins: Pins) -> None:
    for _ in range(4):
        assert pins.change_pin("R1", "0000", "2222", NOON) == (PinState.WRONG, None)
    assert pins.change_pin("R1", "4711", "2222", NOON) == (PinState.LOCKED, NOON + MINUTE)
    assert pins.check("R1", "4711", NOON)[0] is PinState.LOCKED
    assert pins.check("R1", "4711", NOON + MINUTE)[0] is PinState.RIGHT


def test_changing_tells_nothing_of_which_cards_there_are(pins: Pins) -> None:
    told = {card: [pins.change_pin(card, "0000", "2222", NOON) for _ in range(5)] for card in ("R1", "no")}
    assert told["R1"] == told["no"]


def test_a_new_pin_that_is_none_or_the_old_one_is_refused_without_a_try(desk: Desk, pins: Pins) -> None:
    with pytest.raises(InvalidPin):
        pins.change_pin("R1", "4711", "12", NOON)
    with pytest.raises(PinNotNew):
        pins.change_pin("R1", "0000", "0000", NOON)
    assert pins.check("R1", "4711", NOON)[0] is PinState.RIGHT


def test_a_pin_given_by_staff_must_be_changed_and_opens_the_card(desk: Desk, pins: Pins) -> None:
    for _ in range(4):
        pins.check("R1", "0000", NOON)
    given = pins.reset_pin("R1", by="anna", at=NOON)
    assert (len(given), given.isdigit()) == (6, True)
    assert pins.must_change("R1")
    assert pins.check("R1", given, NOON)[0] is PinState.RIGHT
    assert pins.change_pin("R1", given, "9876", NOON)[0] is PinState.RIGHT
    assert not pins.must_change("R1")
    with desk.database.read() as view:
        patron = view.patrons.by_card("R1")
        assert patron is not None
        entries = view.audit.about("patron", patron.id)
    assert [(entry.account, entry.act) for entry in entries] == [("anna", "reset_pin")]
    assert given not in str(entries)


def test_of_two_who_change_a_pin_at_once_one_wins(pins: Pins) -> None:
    start = Barrier(2)

    def change(new: str) -> PinState:
        start.wait(timeout=30)
        return pins.change_pin("R1", "4711", new, NOON)[0]

    with ThreadPoolExecutor(2) as pool:
        told = list(pool.map(change, ("1111", "2222")))
    assert sorted(told) == [PinState.RIGHT, PinState.WRONG]
    won = "1111" if told[0] is PinState.RIGHT else "2222"
    assert pins.check("R1", won, NOON)[0] is PinState.RIGHT

"""Leads through renewing in My account: loans one by one, all or those chosen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.model.item import barcode_key
from kiosk.model.outcome import Outcome


@dataclass(frozen=True, slots=True)
class AccountActs:
    """What was asked for and what became of it; `outcomes` and `failures` are by loan.

    `renewing` are loans still to be renewed, the first one at work, of `total` asked for together.
    While `choosing`, `chosen` are those to be renewed.
    """

    renewing: tuple[str, ...] = ()
    total: int = 0
    outcomes: Mapping[str, Outcome] = field(default_factory=dict)
    failures: Mapping[str, Exception] = field(default_factory=dict)
    choosing: bool = False
    chosen: frozenset[str] = frozenset()

    @property
    def busy(self) -> bool:
        """Tell whether something is still being done."""
        return bool(self.renewing)


@dataclass(frozen=True, slots=True)
class RenewWanted:
    """Loans are to be renewed, by barcode with the identity of each act to come."""

    loans: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChoosingWanted:
    """Some loans are to be chosen, or none after all."""

    wanted: bool


@dataclass(frozen=True, slots=True)
class LoanTouched:
    """A loan is chosen, or not any more."""

    barcode: str


@dataclass(frozen=True, slots=True)
class Renewed:
    """What became of one renewal."""

    barcode: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class RenewFailed:
    """One renewal could not be tried."""

    barcode: str
    error: Exception


AccountEvent = RenewWanted | ChoosingWanted | LoanTouched | Renewed | RenewFailed


@dataclass(frozen=True, slots=True)
class RenewLoan:
    """Renew one loan."""

    barcode: str
    act_id: str


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Read the account again: it has changed."""


AccountEffect = RenewLoan | ReadAgain
Next = tuple[AccountActs, tuple[AccountEffect, ...]]


def advance(state: AccountActs, event: AccountEvent) -> Next:
    """Return the next state and what is to be done; what does not fit changes nothing."""
    match event:
        case RenewWanted(loans):
            return _renew_wanted(state, loans)
        case ChoosingWanted(wanted):
            return replace(state, choosing=wanted, chosen=frozenset()), ()
        case LoanTouched(barcode) if state.choosing:
            return replace(state, chosen=state.chosen ^ {barcode_key(barcode)}), ()
        case Renewed(barcode, outcome) if barcode_key(barcode) in state.renewing:
            known = {**state.outcomes, barcode_key(barcode): outcome}
            return _one_less(replace(state, outcomes=known), barcode)
        case RenewFailed(barcode, error) if barcode_key(barcode) in state.renewing:
            known_bad = {**state.failures, barcode_key(barcode): error}
            return _one_less(replace(state, failures=known_bad), barcode)
    return state, ()


def _renew_wanted(state: AccountActs, loans: tuple[tuple[str, str], ...]) -> Next:
    """A loan already at work is not renewed a second time."""
    new = tuple((barcode, act_id) for barcode, act_id in loans if barcode_key(barcode) not in state.renewing)
    if not new:
        return state, ()
    keys = tuple(barcode_key(barcode) for barcode, _ in new)
    fresh = replace(
        state,
        choosing=False,
        chosen=frozenset(),
        renewing=state.renewing + keys,
        total=(state.total if state.renewing else 0) + len(keys),
        outcomes={key: value for key, value in state.outcomes.items() if key not in keys},
        failures={key: value for key, value in state.failures.items() if key not in keys},
    )
    return fresh, tuple(RenewLoan(barcode, act_id) for barcode, act_id in new)


def _one_less(state: AccountActs, barcode: str) -> Next:
    left = tuple(key for key in state.renewing if key != barcode_key(barcode))
    if left:
        return replace(state, renewing=left), ()
    return replace(state, renewing=(), total=0), (ReadAgain(),)

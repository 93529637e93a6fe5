"""Ten thousand random steps at the desk, after each of which the product and the model agree."""

import ast
import itertools
from pathlib import Path

import pytest

from tests.machine_of_loans.game import Tally
from tests.machine_of_loans.games import kept_library, play
from tests.machine_of_loans.reasons import ORDER

STEPS = 10_000
GAMES_A_ROUND = 20
MODEL = ("plain", "days", "rows", "waiting", "reasons", "changing", "undoing", "model")
# What only a kiosk that asks for a PIN or has functions switched off can say, and what no game does.
ELSEWHERE = {"card.wrong_pin", "card.locked", "kiosk.function_off"}
ACTS = {
    *("lend", "agree to a fee", "undo", "return", "incomplete", "renew", "renew all", "lose", "withdraw"),
    *("hold", "cancel", "rest", "wait again", "move", "ask", "settle", "claim"),
}
NEVER_REFUSED = {"night", "change"}
ERRORS = {"card_unknown", "hold_unknown", "branch_unknown", "day_not_ahead"}
ERRORS |= {"invalid_amount", "fee_unknown", "more_than_owed", "item_unknown", "loan_unknown"}


def test_ten_thousand_steps_agree_with_the_model(sqlite_template: Path) -> None:
    tally, rounds = Tally(), itertools.count(1)
    with kept_library(sqlite_template) as kept:
        # What is rare may take some rounds more.
        while tally.steps < STEPS or ((_unseen(tally) or _rare(tally)) and tally.steps < 2 * STEPS):
            play(kept, GAMES_A_ROUND, next(rounds), tally)
    assert not _unseen(tally)
    assert not set(tally.codes) & ELSEWHERE
    assert set(tally.places) == {"shelf", "hold_shelf", "transit", "staff"}
    assert set(tally.done) == ACTS | NEVER_REFUSED
    assert _rare(tally) == []
    assert set(tally.refused) == ACTS


def _rare(tally: Tally) -> list[str]:
    """Return the acts that were hardly ever done: that they agree says little yet."""
    return [act for act, times in tally.done.items() if times < 20]


def _unseen(tally: Tally) -> set[str]:
    """Return the codes, the errors and the acts refused that no game has come upon."""
    codes = (set(ORDER) | ERRORS) - ELSEWHERE - set(tally.codes)
    return codes | {f"{act} refused" for act in ACTS - set(tally.refused)}


@pytest.mark.parametrize("name", MODEL)
def test_the_model_knows_nothing_of_the_product(name: str) -> None:
    tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
    froms = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    of_ours = [module for module in froms + plain if module.startswith(("kiosk", "tests"))]
    assert [
        module for module in of_ours if module.rpartition(".")[2] not in (*MODEL, "machine_of_loans")
    ] == []

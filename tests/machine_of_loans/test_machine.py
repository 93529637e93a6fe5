"""Ten thousand random steps at the desk, after each of which the product and the model agree."""

import ast
import itertools
from pathlib import Path

import pytest

from tests.machine_of_loans.games import kept_library, play
from tests.machine_of_loans.machine import Tally
from tests.machine_of_loans.reasons import ORDER

STEPS = 10_000
GAMES_A_ROUND = 20
MODEL = ("plain", "days", "rows", "waiting", "reasons", "model")
# What only a kiosk that asks for a PIN or has functions switched off can say, and what no game does.
ELSEWHERE = {"card.wrong_pin", "card.locked", "kiosk.function_off"}


def test_ten_thousand_steps_agree_with_the_model(sqlite_template: Path) -> None:
    tally, rounds = Tally(), itertools.count(1)
    with kept_library(sqlite_template) as kept:
        while tally.steps < STEPS:
            play(kept, GAMES_A_ROUND, next(rounds), tally)
    assert set(ORDER) - set(tally.refused) == ELSEWHERE
    assert set(tally.places) == {"shelf", "hold_shelf", "transit", "staff"}
    assert [act for act, times in tally.done.items() if times < 20] == []


@pytest.mark.parametrize("name", MODEL)
def test_the_model_knows_nothing_of_the_product(name: str) -> None:
    tree = ast.parse((Path(__file__).parent / f"{name}.py").read_text(encoding="utf-8"))
    froms = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    plain = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
    of_ours = [module for module in froms + plain if module.startswith(("kiosk", "tests"))]
    assert [
        module for module in of_ours if module.rpartition(".")[2] not in (*MODEL, "machine_of_loans")
    ] == []

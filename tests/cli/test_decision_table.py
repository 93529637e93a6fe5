"""The decision table once more, by the commands: what `explain` says is what the act then does."""

import pytest

from kiosk.library_folder import LibraryFolder
from kiosk.model.decision import Act
from kiosk.services import Services
from tests.circulation.desk import Desk
from tests.cli.command import Cli, Said
from tests.decisions.causes import ALONE, TOGETHER, Cause, Question, bring_about, codes
from tests.machine_of_loans.reasons import in_order

# One pair in nine, spread over all of them; the acts themselves are asked for every pair elsewhere.
CASES = (*ALONE, *TOGETHER[::9])
WORKING = (
    (Act.CHECKOUT, ()),
    (Act.RENEW, tuple(Cause("", past=one.past) for _act, (one, *_) in ALONE if one.code == "renewal.limit")),
    (Act.HOLD, tuple(Cause("", past=one.past) for _act, (one, *_) in ALONE if one.code == "item.on_loan")),
)
Case = tuple[Act, tuple[Cause, ...]]


def name(case: Case) -> str:
    return f"{case[0]}: {' + '.join(codes(case[1])) or 'done'}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_explain_tells_why_the_act_is_then_refused(cli: Cli, case: Case) -> None:
    explained, done = _explain_and_do(cli, case)
    expected = list(in_order(codes(case[1])))
    assert [reason["code"] for reason in explained.json["reasons"]] == expected
    assert (explained.status, explained.json["allowed"]) == (0, False)
    assert (done.status, done.outcomes[0]["done"]) == (1, False)
    assert done.outcomes[0]["reasons"] == explained.json["reasons"]


@pytest.mark.parametrize("case", WORKING, ids=name)
def test_explain_tells_until_when_and_for_how_much(cli: Cli, case: Case) -> None:
    explained, done = _explain_and_do(cli, case)
    assert (explained.json["allowed"], explained.json["reasons"]) == (True, [])
    (outcome,) = done.outcomes
    assert (done.status, outcome["done"]) == (0, True)
    assert (outcome["due_at"], outcome["charge"]) == (explained.json["due_at"], explained.json["charge"])


def _explain_and_do(cli: Cli, case: Case) -> tuple[Said, Said]:
    act, causes = case
    services = Services(LibraryFolder(cli.home))
    question = bring_about(Desk(services.database), act, causes)
    services.close()
    asked = ("explain", question.card, question.barcode, "--act", str(act))
    return cli.circulation(*asked), cli.circulation(*_words(question))


def _words(question: Question) -> tuple[str, ...]:
    if question.act is Act.HOLD:
        return ("hold", question.card, question.barcode)
    return (str(question.act), question.card, question.barcode)

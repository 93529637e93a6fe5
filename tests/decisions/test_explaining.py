"""What is explained is what then happens, and explaining changes nothing."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.decisions import Decider, LibraryCache
from kiosk.model.decision import Act, Decision, ReasonCode, Request
from kiosk.model.outcome import Outcome
from tests.circulation.desk import MAIN, NOON, Desk, by, days, eur, town_library
from tests.circulation.small_worlds import BRANCHES, CARDS, COPIES, PASTS, Step, World


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    past=PASTS,
    act=st.sampled_from(Act),
    card=st.sampled_from(CARDS),
    copy=st.sampled_from(tuple(COPIES)),
    branch=st.sampled_from(BRANCHES),
    pickup=st.sampled_from(BRANCHES),
    this_item=st.booleans(),
)
def test_explaining_agrees_with_what_the_act_then_does(
    desk: Desk, past: list[Step], act: Act, card: str, copy: str, branch: str, pickup: str, this_item: bool
) -> None:
    world = World(desk)
    world.live(past)
    who, what, before = world.own(card), world.own(copy), desk.feed_position()
    with desk.database.read() as view:
        said = desk.decider.explain(
            view, who, what, act, branch, world.now, pickup=pickup, this_item=this_item
        )
    assert desk.feed_position() == before
    done = _do(world, act, who, what, branch, pickup, what if this_item else None)
    assert (done.done, done.reasons) == (said.allowed, said.reasons)
    if done.done:
        assert done.due_at == said.due_at
        assert done.charge == _charge(said)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(past=PASTS, act=st.sampled_from(Act), card=st.sampled_from(CARDS), copy=st.sampled_from(tuple(COPIES)))
def test_loans_that_are_only_counted_decide_as_those_spelled_out(
    desk: Desk, past: list[Step], act: Act, card: str, copy: str
) -> None:
    world = World(desk)
    world.live(past)
    who, what = world.own(card), world.own(copy)
    request = Request(act, world.now, MAIN, barcode=what)
    with desk.database.read() as view:
        (told,) = desk.decider.facts_of_items(view, who, [what])
        (counted,) = desk.decider.facts_of_items(view, who, [what], at=world.now)
    assert desk.decider.decide(request, counted) == desk.decider.decide(request, told)
    if told.patron is not None and counted.patron is not None:
        further = sum(one.count for one in counted.patron.counted)
        assert len(counted.patron.loans) + further == len(told.patron.loans)


def _do(world: World, act: Act, who: str, what: str, branch: str, pickup: str, item: str | None) -> Outcome:
    where, acts = by(world.now, branch), world.desk.acts
    if act is Act.CHECKOUT:
        return acts.checkout(who, what, where)
    if act is Act.RENEW:
        return acts.renew(who, what, where)
    record = world.titles[COPIES[what.partition("-")[0]]]
    return acts.place_hold(who, record, where, item=item, pickup_branch=pickup)


def _charge(said: Decision) -> object:
    return {Act.CHECKOUT: said.charge, Act.RENEW: said.fine_to_book, Act.HOLD: None}[said.act]


def test_explaining_at_another_time_takes_loans_as_they_are_and_the_calendar_as_then(desk: Desk) -> None:
    desk.copy()
    desk.reader(expires_on=(NOON + days(10)).date())
    with desk.database.read() as view:
        soon = desk.decider.explain(view, "R1", "B1", Act.CHECKOUT, MAIN, NOON + days(10))
        later = desk.decider.explain(view, "R1", "B1", Act.CHECKOUT, MAIN, NOON + days(11))
    assert soon.allowed
    assert [reason.code for reason in later.reasons] == [ReasonCode.CARD_EXPIRED]
    assert desk.loan() is None


def test_a_changed_configuration_is_noticed_at_once(desk: Desk) -> None:
    desk.copy()
    desk.reader()
    other = Decider(LibraryCache())
    with desk.database.read() as view:
        before = other.explain(view, "R1", "B1", Act.CHECKOUT, MAIN, NOON)
    desk.configure(town_library(loan_fee=eur("2.00")))
    with desk.database.read() as view:
        after = other.explain(view, "R1", "B1", Act.CHECKOUT, MAIN, NOON)
    assert (before.charge, after.charge) == (eur("0.00"), eur("2.00"))


def test_an_unchanged_configuration_is_read_once(desk: Desk) -> None:
    cache = LibraryCache()
    with desk.database.read() as view:
        first = cache.current(view)
    with desk.database.read() as view:
        assert cache.current(view) is first
    assert cache.last_known() is first


def test_facts_keep_the_order_in_which_items_were_asked_for(desk: Desk) -> None:
    desk.reader()
    for barcode in ("B1", "B2", "B3"):
        desk.copy(barcode)
    with desk.database.read() as view:
        facts = desk.decider.facts_of_items(view, "R1", ["b3", "nope", "B1"])
    assert [one.copy.item.barcode if one.copy else None for one in facts] == ["B3", None, "B1"]

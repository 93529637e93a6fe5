"""The way from home to every page of the app, as a patron would take it."""

from collections.abc import Callable

from scripts.hands import Hands

ANNA, EMILY, TOMASZ = "20000017", "20000033", "20000025"


def _find(hands: Hands) -> None:
    hands.touch("home.find")


def _typing(hands: Hands) -> None:
    hands.touch("home.find")
    hands.type("kaf")


def _results(hands: Hands) -> None:
    hands.touch("home.find")
    hands.type("kafka")
    hands.enter()


def _nothing(hands: Hands) -> None:
    hands.touch("home.find")
    hands.type("xqzv")
    hands.enter()


def _record(hands: Hands) -> None:
    _results(hands)
    hands.touch_first("find.title.")


def _browse(hands: Hands) -> None:
    hands.touch_first("home.browse.")


def _subjects(hands: Hands) -> None:
    hands.touch("home.browse.subjects")


def _ask(hands: Hands) -> None:
    hands.touch("home.ask")


def _answer(hands: Hands) -> None:
    hands.touch_first("home.question.")


def _flow(hands: Hands) -> None:
    hands.touch("home.find")
    hands.touch("tab.ask")
    hands.touch("flow.begin.lost-something")
    hands.touch("flow.choice.0")


def _borrow(hands: Hands) -> None:
    hands.touch("homeCard.borrow")


def _borrowing(hands: Hands) -> None:
    _borrow(hands)
    hands.scan(ANNA)


def _account_card(hands: Hands) -> None:
    hands.touch("home.account")


def _account(hands: Hands) -> None:
    _account_card(hands)
    hands.scan(ANNA)


def _return(hands: Hands) -> None:
    hands.touch("home.return")


def _language(hands: Hands) -> None:
    hands.touch("home.account")
    hands.touch("dock.language")


def _access(hands: Hands) -> None:
    hands.touch("dock.access")


def _stay(_hands: Hands) -> None:
    """Home is where every way begins."""


def _join(hands: Hands) -> None:
    hands.touch("home.join")


def _request(hands: Hands) -> None:
    hands.touch("home.request")


WAYS: dict[str, Callable[[Hands], None]] = {
    "home": _stay,
    "find": _find,
    "typing": _typing,
    "results": _results,
    "nothing": _nothing,
    "record": _record,
    "browse": _browse,
    "subjects": _subjects,
    "ask": _ask,
    "answer": _answer,
    "flow": _flow,
    "borrow": _borrow,
    "borrowing": _borrowing,
    "account card": _account_card,
    "account": _account,
    "return": _return,
    "join": _join,
    "request": _request,
    "language": _language,
    "access": _access,
}


def _card_typed(hands: Hands) -> None:
    _borrow(hands)
    hands.touch("signIn.type")


def _all_filters(hands: Hands) -> None:
    _results(hands)
    hands.touch("find.allFilters")


def _phone(hands: Hands) -> None:
    _record(hands)
    hands.touch("record.phone")


def _asking(hands: Hands) -> None:
    _ask(hands)
    hands.type("dvd")


def _no_answer(hands: Hands) -> None:
    _ask(hands)
    hands.type("xqzv wvk")
    hands.enter()


def _unknown(hands: Hands) -> None:
    hands.scan("99999999")


def _family(hands: Hands) -> None:
    _borrowing(hands)
    for card in (EMILY, TOMASZ):
        hands.scan(card)
        hands.touch("borrow.join.no")


def _stranger(hands: Hands) -> None:
    _borrowing(hands)
    hands.scan(EMILY)


def _choosing(hands: Hands) -> None:
    _account(hands)
    hands.touch("account.choose")
    hands.touch_first("account.choose.3")


def _settings(hands: Hands) -> None:
    _account(hands)
    hands.touch("account.settings")
    hands.type("1234")
    hands.enter()


def _join_reviewed(hands: Hands) -> None:
    _join(hands)
    for text in ("Ola", "Nowak", "24", "11", "2012", "0341", "", "Ewa Nowak", "0341", ""):
        hands.type(text)
        if text not in ("24", "11"):  # where two digits are all, the next field follows
            hands.enter()
    hands.touch("join.next")
    for _ in range(2 if hands.page == "join_pin" else 0):
        hands.type("86420")
        hands.enter()


def _joined(hands: Hands) -> None:
    _join_reviewed(hands)
    hands.touch("join.next")
    hands.touch("join.agree")


def _request_form(hands: Hands) -> None:
    _nothing(hands)
    hands.touch("find.nothing.get")


def _requested(hands: Hands) -> None:
    _request_form(hands)
    hands.touch("request.send")


def _request_lookup(hands: Hands) -> None:
    _requested(hands)
    number = str(hands.find("request.number").property("text"))
    hands.touch("request.leave")
    _request(hands)
    hands.touch("request.lookup")
    hands.type(number.lower())
    hands.enter()


def _countdown(hands: Hands) -> None:
    _results(hands)
    hands.pass_seconds(46)


# What stands on a page only for a while.
MOMENTS: dict[str, Callable[[Hands], None]] = {
    "card typed": _card_typed,
    "all filters": _all_filters,
    "phone": _phone,
    "asking": _asking,
    "no answer": _no_answer,
    "unknown code": _unknown,
    "family": _family,
    "stranger": _stranger,
    "choosing": _choosing,
    "settings": _settings,
    "join reviewed": _join_reviewed,
    "joined": _joined,
    "request form": _request_form,
    "request lookup": _request_lookup,
    "countdown": _countdown,
}


def start_afresh(hands: Hands) -> None:
    """End whatever visit is on, as the idle time would."""
    hands.counter.shell.end_visit()
    hands.settle()

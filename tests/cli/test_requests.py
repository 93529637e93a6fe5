"""Requests by command: made, followed by number, decided by staff."""

import pytest

from tests.cli.command import NOON, Cli


def test_a_suggestion_is_made_followed_and_decided(cli: Cli) -> None:
    made = cli("requests", "make", "purchase", "title=Solaris", "author=Lem", "--card", "R1", at=NOON)
    assert (made.status, made.json["state"], made.json["over"]) == (0, "open", False)
    number = made.json["number"]
    decided = cli(
        "requests", "decide", number, "ordered", "--note", "Good idea", "--next-step", "In May", at=NOON
    )
    assert (decided.status, decided.json["state"]) == (0, "ordered")
    told = cli("requests", "status", number.lower().replace("-", " ")).json
    assert told == {
        "number": number,
        "kind": "purchase",
        "state": "ordered",
        "next_step": "In May",
        "made_at": "2026-03-02T12:00:00+01:00",
        "changed_at": "2026-03-02T12:00:00+01:00",
        "answer": None,
        "over": False,
    }
    (shown,) = cli.circulation("account", "R1").json["requests"]
    assert (shown["number"], shown["details"]["title"], shown["answer"]) == (number, "Solaris", "Good idea")


def test_staff_see_the_whole_request_and_what_it_may_become(cli: Cli) -> None:
    number = cli("requests", "make", "question", "text=Why?", "--email", "x@example.org").json["number"]
    shown = cli("requests", "show", number).json
    assert (shown["card"], shown["email"], shown["details"]) == (None, "x@example.org", {"text": "Why?"})
    assert "ordered" not in shown["next_states"]
    assert [one["number"] for one in cli("requests", "list").json["requests"]] == [number]
    assert cli("requests", "decide", number, "done", "--note", "Because.").status == 0
    assert cli("requests", "list").json == {"requests": []}
    assert [one["state"] for one in cli("requests", "list", "--all").json["requests"]] == ["done"]
    again = cli("requests", "decide", number, "declined")
    assert (again.status, again.json["error"]["code"]) == (1, "request_step_impossible")


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("make", "purchase", "--card", "R1"), 1, "request_incomplete"),
        (("make", "contact", "phone=1"), 1, "request_needs_card"),
        (("make", "purchase", "title=x", "--card", "nobody"), 1, "card_unknown"),
        (("make", "purchase", "Solaris"), 2, "usage"),
        (("make", "wish", "title=x"), 2, "usage"),
        (("status", "ABC"), 1, "request_unknown"),
        (("withdraw", "R1", "ABC"), 1, "request_unknown"),
        (("decide", "ABC", "done"), 1, "request_unknown"),
    ],
)
def test_what_cannot_be_is_told(cli: Cli, words: tuple[str, ...], status: int, code: str) -> None:
    said = cli("requests", *words)
    assert (said.status, said.json["error"]["code"]) == (status, code)
    assert said.err.strip()


@pytest.mark.parametrize("language", ["en", "de", "pl"])
def test_words_are_told_in_each_language(cli: Cli, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_LANGUAGE", language)
    number = cli("requests", "make", "contact", "phone=1", "--card", "R1").json["number"]
    cli("requests", "decide", number, "waiting", "--note", "Passport")
    asked = (("list",), ("show", number), ("status", number))
    told = [cli.plain("requests", *words).out for words in asked]
    told.append(cli.plain("circulation", "account", "R1").out)
    assert all(number in text and "request." not in text and "{" not in text for text in told)


def test_a_message_is_shown_to_staff_with_all_that_goes_with_it_and_answered_from_a_template(
    cli: Cli,
) -> None:
    number = cli(
        *("requests", "make", "question", "text=May parrots come in?", "phone=0341 5550"),
        *(
            "--kiosk",
            "entrance",
            "--screen",
            "answer",
            "--question",
            "parrots",
            "--article",
            "food-and-drink",
        ),
        *("--language", "en", "--email", "x@example.org"),
        at=NOON,
    ).json["number"]
    (listed,) = cli("requests", "list", "--kind", "question").json["requests"]
    assert listed["details"] == {
        "text": "May parrots come in?",
        "phone": "0341 5550",
        "kiosk": "entrance",
        "screen": "answer",
        "question": "parrots",
        "article": "food-and-drink",
    }
    assert (listed["language"], listed["email"], listed["with_card"]) == ("en", "x@example.org", False)
    assert cli("templates", "save", "cage", "en", "Hello {name}, in a cage. {contact}").status == 0
    assert [one["name"] for one in cli("templates", "list").json["templates"]] == ["cage"]
    text = cli("templates", "try", "cage", number).json["text"]
    assert text.startswith("Hello dear reader, in a cage.")
    decided = cli("requests", "decide", number, "done", "--template", "cage", "--note", "Anna", at=NOON).json
    assert decided["answer"] == f"{text}\n\nAnna"
    assert cli("templates", "remove", "cage").json == {"removed": 1}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("requests", "make", "incomplete", "text=CD 2"), "request_of_kiosk"),
        (("templates", "save", "x", "en", "{age}"), "reply_template_invalid"),
        (("templates", "remove", "x"), "reply_template_unknown"),
        (("templates", "try", "x", "ABC"), "request_unknown"),
    ],
)
def test_what_cannot_be_said_or_answered_is_told(cli: Cli, words: tuple[str, ...], code: str) -> None:
    said = cli(*words)
    assert (said.status, said.json["error"]["code"]) == (1, code)

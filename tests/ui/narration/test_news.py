"""Of a screen that was told only what is new is told; free of Qt."""

from kiosk.ui.patron.narration.news import Look
from kiosk.ui.patron.narration.seen import Role, Seen
from kiosk.ui.patron.narration.told import Told


def seen(role: Role, name: str = "", *children: Seen, focused: bool = False) -> Seen:
    return Seen(role, name, focused=focused, children=children)


def text(name: str) -> Seen:
    return seen(Role.TEXT, name)


def window(*page: Seen, above: tuple[Seen, ...] = (), name: str = "Find") -> Seen:
    pile = seen(Role.OTHER, "", seen(Role.PANE, name, *page))
    return seen(Role.WINDOW, "Library", text("14:32"), pile, *above)


def plain(told: tuple[Told, ...]) -> tuple[str, ...]:
    return tuple(one.text for one in told)


def look(*page: Seen, above: tuple[Seen, ...] = (), language: str = "en") -> Look:
    return Look.at(window(*page, above=above), "find", language)


def test_a_page_is_its_title_and_its_texts_once_each_in_order_and_no_controls() -> None:
    items = seen(Role.ITEM, "Krabat, due Tuesday", text("Krabat"), seen(Role.BUTTON, "Renew"))
    told = look(
        seen(Role.HEADING, "Find"),
        seen(Role.BUTTON, "Search", text("inside")),
        items,
        text("16 titles"),
        seen(Role.OTHER, "", text("deeper"), seen(Role.HEADER, "Day")),
        text("16 titles"),
    )
    assert plain(told.texts) == ("Find", "Krabat, due Tuesday", "16 titles", "deeper")


def test_the_clock_is_no_news() -> None:
    assert look(text("14:33")).news_since(look(text("14:32"))) == ()


def test_only_what_was_not_there_is_new() -> None:
    before, now = look(text("16 titles"), text("Sort")), look(text("18 titles"), text("Sort"))
    assert plain(now.news_since(before)) == ("18 titles",)


def test_a_countdown_is_not_told_second_by_second_but_what_is_else_new_is() -> None:
    before, now = look(text("19 seconds")), look(text("18 seconds"), text("One item is not borrowed"))
    assert plain(now.news_since(before, counting=True)) == ("One item is not borrowed",)


def test_a_dialog_is_in_front_of_its_page() -> None:
    dialog = seen(Role.DIALOG, "Time check", seen(Role.HEADING, "Are you still there?"))
    now = look(text("16 titles"), above=(dialog,))
    assert plain(now.texts) == ("Time check", "Are you still there?")
    assert now.in_dialog
    assert now.is_dialog("Time check")
    assert now.scope != look(text("16 titles")).scope


def test_what_is_said_above_the_page_is_told_once() -> None:
    toast = seen(Role.ALERT, "Hold placed")
    before, now = look(), look(above=(toast,))
    assert plain(now.alerts_since(before)) == ("Hold placed",)
    assert now.alerts_since(now) == ()


def test_another_language_makes_another_screen() -> None:
    assert look(language="de").scope != look(language="en").scope


def test_the_heading_above_the_focus_is_known() -> None:
    yes = seen(Role.BUTTON, "Yes", focused=True)
    now = look(seen(Role.HEADING, "Hours"), seen(Role.HEADING, "Did this help?"), yes)
    assert now.heading.text == "Did this help?"


def test_of_pages_that_lie_one_above_the_other_the_topmost_is_told() -> None:
    pile = seen(Role.OTHER, "", seen(Role.PANE, "Home", text("a")), seen(Role.PANE, "Find", text("b")))
    assert Look.at(seen(Role.WINDOW, "", pile), "find", "en").texts == (Told("Find"), Told("b"))

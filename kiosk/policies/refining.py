"""What an answer depends on: the chips of an article, and what is chosen on them beforehand."""

from collections.abc import Mapping
from datetime import date

from kiosk.model.article import Article
from kiosk.model.library import Library
from kiosk.model.texts import LocalText
from kiosk.policies.answer import Choice, Refinement
from kiosk.policies.days import DAY, day_choices, day_of, value_of
from kiosk.policies.live.situation import Situation
from kiosk.rules.codes import same_code


def choices_of(library: Library, key: str) -> tuple[tuple[str, LocalText], ...]:
    """Return code and name of everything that a chip offers, in the library's order."""
    if key == "item_type":
        return tuple((kind.code, kind.name) for kind in library.item_types if kind.configured)
    if key == "patron_category":
        return tuple((group.code, group.name) for group in library.patron_categories if group.configured)
    if key == "branch":
        return tuple((branch.code, branch.name) for branch in library.branches if branch.configured)
    return ()


def known_settings(library: Library, settings: Mapping[str, str]) -> dict[str, str]:
    """Return those settings that the library knows, with the codes written as the library does."""
    return {
        key: code
        for key, value in settings.items()
        for code, _name in choices_of(library, key)
        if same_code(code, value)
    }


def refinements(article: Article, situation: Situation) -> tuple[Refinement, ...]:
    """Return the article's chips; one with a single choice is no question and is left out."""
    return tuple(chip for key in article.refine if len((chip := _chip(key, situation)).choices) > 1)


def day_setting(settings: Mapping[str, str], today: date) -> date | None:
    """Return the day that is set, where it can be one."""
    return day_of(settings[DAY], today) if DAY in settings else None


def _chip(key: str, situation: Situation) -> Refinement:
    words = situation.words
    if key == DAY:
        today = situation.asked_on
        days = tuple(Choice(value, name) for value, name in day_choices(today, situation.today, words))
        return Refinement(key, words(f"answer.refine.{key}"), days, value_of(situation.today, today))
    chosen = {
        "item_type": situation.item_type,
        "patron_category": situation.category,
        "branch": situation.branch,
    }
    choices = tuple(Choice(code, words.name(name)) for code, name in choices_of(situation.library, key))
    own = key == "patron_category" and situation.is_own
    return Refinement(key, words(f"answer.refine.{key}"), choices, chosen[key] or None, own)

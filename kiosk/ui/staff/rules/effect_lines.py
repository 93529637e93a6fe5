"""Says line by line what a change would do; free of Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.model.library import Library
from kiosk.model.rule import RuleScope
from kiosk.policies.before_after import AnswerChange
from kiosk.staff.rules.effects import Effects
from kiosk.staff.rules.values import value_label
from kiosk.ui.staff.rules.telling import label_scope, scope_text, shown_or_none
from kiosk.words import Wording

_NOTHING = "–"


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One thing that changes, for how many."""

    what: str
    before: str
    after: str
    concerns: str


def effect_lines(effects: Effects, library: Library, words: Wording) -> tuple[EffectLine, ...]:
    """Return what a change would do: values first, then renewals and limits, then answers."""
    return (
        *_values(effects, library, words),
        *_renewals(effects, library, words),
        *_limits(effects, library, words),
        *(line for answer in effects.answers for line in _answer(answer, library, words)),
    )


def differing_words(before: str, after: str) -> tuple[str, str]:
    """Return what differs between two sentences, with the word behind it: "7 days", "21 days"."""
    one, other = before.split(), after.split()
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    keep = max(0, end - 1)
    was, becomes = (" ".join(text[start : len(text) - keep]).strip(",.;:") for text in (one, other))
    return was, becomes


def _values(effects: Effects, library: Library, words: Wording) -> Iterator[EffectLine]:
    for one in effects.values:
        before, after = (shown_or_none(one.name, value, library, words) for value in (one.before, one.after))
        only_new = words("staff.rules.effect.new")
        concerns = words.count("staff.rules.effect.loans", one.loans) if one.at_renewal else only_new
        yield EffectLine(value_label(one.name, words), before, after, concerns)


def _renewals(effects: Effects, library: Library, words: Wording) -> Iterator[EffectLine]:
    for one in effects.renewals:
        kind = one.kind
        scope = scope_text(RuleScope(kind.branch, kind.category, kind.item_type), library, words)
        before, after = (words.dated(at, "short") if at else _NOTHING for at in (one.before, one.after))
        what = words("staff.rules.effect.renewed", scope=scope)
        yield EffectLine(what, before, after, words.count("staff.rules.effect.loans", kind.loans))


def _limits(effects: Effects, library: Library, words: Wording) -> Iterator[EffectLine]:
    for one in effects.limits:
        what = words("staff.rules.effect.limit", scope=scope_text(label_scope(one.label), library, words))
        before, after = (
            words("staff.rules.none") if most is None else str(most) for most in (one.before, one.after)
        )
        reached = words.count("staff.rules.effect.reached", one.reached_after)
        yield EffectLine(what, before, after, reached)


def _answer(answer: AnswerChange, library: Library, words: Wording) -> Iterator[EffectLine]:
    asked = scope_text(answer.asked, library, words)
    what = words("staff.rules.effect.answer", title=answer.title)
    for pair in answer.lines:
        before, after = differing_words(*pair)
        yield EffectLine(what, before or _NOTHING, after or _NOTHING, asked)

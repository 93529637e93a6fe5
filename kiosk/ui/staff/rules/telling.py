"""Says what the rules page shows: scopes, why a value holds, what was tried, what a change would do."""

from collections.abc import Mapping, Sequence

from kiosk.model.library import Branch, ItemType, Library, PatronCategory
from kiosk.model.rule import RuleScope
from kiosk.model.texts import LocalText
from kiosk.staff.rules.matrix import Cell, Contender
from kiosk.staff.rules.trying import Tried
from kiosk.staff.rules.values import shown, value_label
from kiosk.staff.settings.leaves import ANYBODY, Difference, Plain
from kiosk.words import Wording
from kiosk.words.reasons import reason_sentence

PARTS = ("branch", "patron_category", "item_type")


def scope_text(scope: RuleScope, library: Library, words: Wording) -> str:
    """Return whom and what a rule is for, such as "DVD · Children"."""
    named = [scope_part(scope, part, library, words) for part in reversed(PARTS)]
    return " · ".join(name for name in named if name) or words("staff.rules.everybody")


def scope_part(scope: RuleScope, part: str, library: Library, words: Wording) -> str:
    """Return the name of one part of a scope, empty where it is left open."""
    code = getattr(scope, part)
    return "" if code is None else code_name(library, part, code, words)


def code_name(library: Library, part: str, code: str, words: Wording) -> str:
    """Return what a branch, category or type is called, its code where it has no name."""
    named = {key.casefold(): name for key, name in coded(library, part)}
    return words.name(named.get(code.casefold(), LocalText())) or code


def coded(library: Library, part: str) -> tuple[tuple[str, LocalText], ...]:
    """Return code and name of every branch, category or type."""
    found: Mapping[str, Sequence[Branch | PatronCategory | ItemType]] = {
        "branch": library.branches,
        "patron_category": library.patron_categories,
        "item_type": library.item_types,
    }
    return tuple((one.code, one.name) for one in found[part])


def label_scope(label: str) -> RuleScope:
    """Return the scope that a rule's label among the leaves says."""
    if label.startswith(ANYBODY):
        return RuleScope()
    pairs = (part.partition("=") for part in label.split(" "))
    return RuleScope(**{key: code for key, sign, code in pairs if sign})


def why(name: str, cell: Cell, library: Library, words: Wording) -> str:
    """Return which row decides a value, by which weight, and over which others."""
    told = shown_or_none(name, cell.holds, library, words)
    if cell.decided_by is None:
        return words("staff.rules.why.default", name=value_label(name, words), value=told)
    winner, *others = cell.contenders
    line = words(
        "staff.rules.why.row",
        name=value_label(name, words),
        value=told,
        row=scope_text(winner.scope, library, words),
        weight=_weight(winner, words),
    )
    if not others:
        return line
    beaten = ", ".join(
        f"{scope_text(one.scope, library, words)}: {shown(name, one.value, words, library.currency)}"
        f" ({one.weight})"
        for one in others
    )
    return f"{line} {words('staff.rules.why.over', others=beaten)}"


def source(contenders: tuple[Contender, ...], library: Library, words: Wording) -> str:
    """Return the row behind a value in a few words."""
    return (
        scope_text(contenders[0].scope, library, words) if contenders else words("staff.rules.source.default")
    )


def verdict(tried: Tried, library: Library, words: Wording) -> str:
    """Return what was decided, first of all: until when, or why not."""
    decision = tried.decision
    if not decision.allowed:
        reasons = " ".join(reason_sentence(reason, words, library) for reason in decision.reasons)
        return words("staff.rules.tried.no", reasons=reasons)
    if decision.due_at is None:
        return words("staff.rules.tried.yes")
    line = words("staff.rules.tried.until", due=decision.due_at)
    if decision.charge:
        line += " " + words("staff.rules.tried.charge", charge=decision.charge)
    return line


def change_text(one: Difference, library: Library, words: Wording) -> tuple[str, str, str]:
    """Return a changed value of the rules: which, before, after."""
    scope = scope_text(label_scope(one.path[1]), library, words)
    name = one.path[-1]
    if name in PARTS:
        texts = (code_name(library, name, str(v), words) if v else "" for v in (one.before, one.after))
        return f"{scope}: {words(f'staff.rules.part.{name}')}", *texts  # type: ignore[return-value]
    before, after = (shown(name, value, words, library.currency) for value in (one.before, one.after))
    return f"{scope}: {value_label(name, words)}", before, after


def shown_or_none(name: str, value: Plain | None, library: Library, words: Wording) -> str:
    """Return a value as staff read it, a word where there is none."""
    return shown(name, value, words, library.currency) or words("staff.rules.none")


def _weight(row: Contender, words: Wording) -> str:
    parts = [("branch", 4), ("patron_category", 2), ("item_type", 1)]
    named = [f"{words(f'staff.rules.part.{part}')} {n}" for part, n in parts if getattr(row.scope, part)]
    return f"{row.weight}" + (f" = {' + '.join(named)}" if len(named) > 1 else "")

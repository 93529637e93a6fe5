"""The rules as a matrix: scopes against values, each cell with the row that decides it and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.model.library import Library
from kiosk.model.rule import CirculationRule, RuleScope
from kiosk.rules.resolution import VALUE_NAMES, RuleBook, matches, weight
from kiosk.staff.rules.values import plain_of
from kiosk.staff.settings.leaves import Edits, Leaves, Plain, label_of, without


@dataclass(frozen=True, slots=True)
class Contender:
    """A row that sets a value and speaks of the scope; the heaviest, of several the first, wins."""

    label: str
    scope: RuleScope
    number: int
    weight: int
    value: Plain


@dataclass(frozen=True, slots=True)
class Cell:
    """What holds for a scope: ``own`` is what its row sets, ``holds`` what is in force there.

    ``contenders`` begin with the row that decides; without any the product's own default holds.
    """

    own: Plain | None
    holds: Plain | None
    contenders: tuple[Contender, ...]

    @property
    def decided_by(self) -> Contender | None:
        """The row behind the value, None for the product's own default."""
        return self.contenders[0] if self.contenders else None


@dataclass(frozen=True, slots=True)
class Row:
    """A stored rule; ``label`` is its place among the leaves."""

    label: str
    number: int
    scope: RuleScope
    weight: int
    cells: tuple[Cell, ...]

    def cell(self, name: str) -> Cell:
        """Return the cell of a value."""
        return self.cells[VALUE_NAMES.index(name)]


def matrix_of(library: Library) -> tuple[Row, ...]:
    """Return the rows, the lightest first, so that what holds for all stands before its exceptions."""
    book, labels = RuleBook(library), labels_of(library)
    rows = (_row(library, book, labels, rule) for rule in library.rules)
    return tuple(sorted(rows, key=lambda row: (row.weight, row.number)))


def labels_of(library: Library) -> dict[int, str]:
    """Return each rule's label among the leaves by its number."""
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    for rule in library.rules:
        label = scope_label(rule.scope)
        seen[label] = seen.get(label, 0) + 1
        found[rule.number] = label if seen[label] == 1 else f"{label} #{seen[label]}"
    return found


def scope_label(scope: RuleScope) -> str:
    """Return the label of the first rule with that scope."""
    return label_of("rule", scope_leaves(scope))


def scope_leaves(scope: RuleScope) -> dict[str, str]:
    """Return what a rule's leaves say of its scope."""
    named = {
        "branch": scope.branch,
        "patron_category": scope.patron_category,
        "item_type": scope.item_type,
    }
    return {key: code for key, code in named.items() if code is not None}


def contenders(library: Library, asked: RuleScope, name: str) -> tuple[Contender, ...]:
    """Return every row that would decide the value for the scope if no heavier one did, the winner first."""
    return _contenders(_speaking_of(library, asked), labels_of(library), name)


def new_row(leaves: Leaves, scope: RuleScope) -> Edits:
    """Return the edits that add an empty rule for a scope; none where there is one already."""
    label = scope_label(scope)
    if any(path[:2] == ("rule", label) for path in leaves):
        return {}
    return {("rule", label, key): code for key, code in scope_leaves(scope).items()}


def no_row(leaves: Leaves, label: str) -> Edits:
    """Return the edits that take a rule away."""
    return without(leaves, ("rule", label))


def _row(library: Library, book: RuleBook, labels: dict[int, str], rule: CirculationRule) -> Row:
    scope = rule.scope
    resolved = book.resolve(scope.branch, scope.patron_category, scope.item_type)
    speaking = _speaking_of(library, scope)
    cells = tuple(
        Cell(
            plain_of(getattr(rule.values, name)),
            plain_of(getattr(resolved.values, name)),
            _contenders(speaking, labels, name),
        )
        for name in VALUE_NAMES
    )
    return Row(labels[rule.number], rule.number, scope, weight(scope), cells)


def _speaking_of(library: Library, asked: RuleScope) -> list[CirculationRule]:
    speaking = [rule for rule in library.rules if matches(rule.scope, asked)]
    return sorted(speaking, key=lambda rule: (-weight(rule.scope), rule.number))


def _contenders(
    speaking: Sequence[CirculationRule], labels: dict[int, str], name: str
) -> tuple[Contender, ...]:
    values = ((rule, plain_of(getattr(rule.values, name))) for rule in speaking)
    found = tuple(
        Contender(labels[rule.number], rule.scope, rule.number, weight(rule.scope), value)
        for rule, value in values
        if value is not None
    )
    # Where no row sets it, a renewal is as long as a loan.
    return found or (_contenders(speaking, labels, "loan_period") if name == "renewal_period" else ())

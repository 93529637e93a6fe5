"""The elements of a part as the rows of its list show them; free of Qt."""

from dataclasses import dataclass

from kiosk.staff.settings.leaves import Leaves, Path, Plain, root_of
from kiosk.ui.staff.settings.service_values import shown_service
from kiosk.words import Wording


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the list as its row shows it."""

    label: str
    name: str
    configured: bool

    @property
    def code(self) -> str:
        """The code by which items and patrons name it."""
        return self.label


def elements(part: str, leaves: Leaves, words: Wording, currency: str) -> tuple[Element, ...]:
    """Return the elements of a part in the library's order; a service shows its value as its name."""
    root, found = root_of(part), dict[str, dict[Path, Plain]]()
    for path, value in leaves.items():
        if path[: len(root)] == root:
            found.setdefault(path[len(root)], {})[path[len(root) + 1 :]] = value
    if part == "service":
        return tuple(
            Element(label, shown_service(own.get(()), words, currency), True) for label, own in found.items()
        )
    return tuple(
        Element(label, _name(part, own, leaves, words.language), own.get(("configured",)) is not False)
        for label, own in found.items()
    )


def _name(part: str, own: Leaves, leaves: Leaves, language: str) -> str:
    if part == "kiosk":  # is known by where it stands
        branch = str(own.get(("branch",), ""))
        inside = {path[2:]: value for path, value in leaves.items() if path[:2] == ("branch", branch)}
        return _name("branch", inside, leaves, language) or branch
    named = {path[1]: str(value) for path, value in own.items() if path[0] == "name" and path[1:]}
    return named.get(language) or next(iter(named.values()), "") or str(own.get(("name",), ""))

"""Something wrong with what was given, as the key of its sentence and the values that fill it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One complaint; ``words`` turns it into a sentence wherever a value of this kind is shown."""

    key: str
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, key: str, /, **values: object) -> "Problem":
        """Make one with its values by name."""
        return cls(key, tuple(values.items()))

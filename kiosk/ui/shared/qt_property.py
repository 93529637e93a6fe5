"""Qt's Property as a type checker can read it: what the getter returns is what the attribute is.

PySide's own stub gives a property's owner an object of class Property, so that nothing read from
it would have a type.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    T = TypeVar("T")

    class _Readable(Generic[T]):
        def __get__(self, owner: object, kind: type | None = None) -> T: ...

    class Property:
        """Declare a read-only Qt property of a type, with its notify signal or constant."""

        def __init__(self, kind: type | str, *, notify: Any = None, constant: bool = False) -> None: ...

        def __call__(self, getter: Callable[[Any], T]) -> _Readable[T]: ...
else:
    from PySide6.QtCore import Property  # noqa: F401

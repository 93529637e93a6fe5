"""Says how a branch is reached: all its ways, and line by line as letters and papers end with them."""

from collections.abc import Iterator

from kiosk.model.calendar import Calendar
from kiosk.model.library import Branch, Channel, Library
from kiosk.words.contact_link import link_of
from kiosk.words.wording import Wording


def ways_of(library: Library, code: str) -> tuple[Channel, ...]:
    """Return every way to reach the library from a branch: the library's channels, as far as it has no own.

    A branch's own number, e-mail or web takes the place of the first channel of that kind. Its telephone has
    the branch's hours; where the channel is listed already, it keeps its name and its hours.
    """
    ways = list(library.channels)
    for own in _own(library.branch(code)):
        first = next((place for place, way in enumerate(ways) if way.kind == own.kind), len(ways))
        listed = next((way for way in ways if _same(way, own)), None)
        if listed is not None:
            ways.remove(listed)
            ways.insert(first, listed)
        else:
            ways[first : first + 1] = [own]
    return tuple(ways)


def way_name(way: Channel, words: Wording) -> str:
    """Return what the library calls a way, or what its kind is called."""
    return words.name(way.name) or words(f"answer.channel.{way.kind}")


def contact(library: Library, code: str, words: Wording) -> str:
    """Return a branch with its address and how to reach it; the library's name for none."""
    branch = library.branch(code)
    if branch is None:
        return words.name(library.name)
    own = (branch.phone, branch.email, branch.web)
    return "\n".join(line for line in (words.name(branch.name), branch.address, *own) if line)


def ways_to_reach(library: Library, code: str) -> str:
    """Return the first telephone, e-mail and web of a branch, for papers that are headed with its name."""
    ways = ways_of(library, code)
    found = (next((way.value for way in ways if way.kind == kind), "") for kind in ("phone", "email", "web"))
    return "\n".join(filter(None, found))


def _own(branch: Branch | None) -> Iterator[Channel]:
    if branch is None:
        return
    always = Calendar(branch.calendar.time_zone)
    if branch.phone:
        yield Channel("phone", branch.phone, branch.calendar)
    if branch.email:
        yield Channel("email", branch.email, always)
    if branch.web:
        yield Channel("web", branch.web, always)


def _same(way: Channel, other: Channel) -> bool:
    return way.kind == other.kind and _link(way) == _link(other)


def _link(way: Channel) -> str:
    return link_of(way.kind, way.value).casefold().rstrip("/")

"""Says how a branch is reached, line by line, as letters and papers end with it."""

from kiosk.model.library import Branch, Library
from kiosk.words.wording import Wording


def contact(library: Library, code: str, words: Wording) -> str:
    """Return a branch with its address and how to reach it; the library's name for none."""
    branch = library.branch(code)
    if branch is None:
        return words.name(library.name)
    return _lines(words.name(branch.name), branch.address, *_ways(branch))


def ways_to_reach(library: Library, code: str) -> str:
    """Return telephone, e-mail and web of a branch alone, for papers that are headed with its name.

    What the branch has not is the library's, from its channels; empty where there is nothing at all.
    """
    branch = library.branch(code)
    own = _ways(branch) if branch is not None else (None, None, None)
    channels = {channel.kind: channel.value for channel in reversed(library.channels)}
    kinds = ("phone", "email", "web")
    return _lines(*(way or channels.get(kind) for way, kind in zip(own, kinds, strict=True)))


def _ways(branch: Branch) -> tuple[str | None, str | None, str | None]:
    return branch.phone, branch.email, branch.web


def _lines(*told: str | None) -> str:
    return "\n".join(line for line in told if line)

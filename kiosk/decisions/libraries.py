"""The library's configuration, read again only when it has changed."""

from kiosk.model.library import Library
from kiosk.storage import View


class LibraryCache:
    """Keeps the last library read with its version; several threads may ask at once."""

    def __init__(self) -> None:
        self._latest: tuple[int, Library] | None = None

    def current(self, view: View) -> Library:
        """Return the library as the transaction sees it: one cheap statement when nothing has changed."""
        version = view.library.version()
        latest = self._latest
        while latest is None or latest[0] != version:
            library, before = view.library.load(), version
            # An act on a server sees what others commit meanwhile: a half-new library is read again.
            version = view.library.version()
            if version == before:
                latest = self._latest = (version, library)
        return latest[1]

    def last_known(self) -> Library | None:
        """Return the library last read, for when the database is away."""
        return self._latest[1] if self._latest else None

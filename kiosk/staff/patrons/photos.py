"""A patron's photo at the desk: shown, taken, taken away."""

from datetime import datetime

from kiosk.membership.photos import PatronPhotos
from kiosk.staff.rights import Right, needs
from kiosk.staff.signed_in import SignedIn
from kiosk.storage import Database


class PhotosAtTheDesk:
    """Keeps photos for those who may change patrons; the trail says that, never what they show."""

    def __init__(self, database: Database, photos: PatronPhotos) -> None:
        self._database = database
        self._photos = photos

    @needs(Right.PATRONS_SEE)
    def of(self, by: SignedIn, patron_id: int) -> bytes | None:
        """Return the photo, None where there is none."""
        return self._photos.of(patron_id)

    @needs(Right.PATRONS_EDIT)
    def keep(self, by: SignedIn, patron_id: int, content: bytes, *, at: datetime) -> None:
        """Keep a photo in the place of another, once that is noted.

        Raises PhotoUnusable, FolderNotWritable, CardUnknown.
        """
        with self._photos.keeping(patron_id, content), self._database.act() as work:
            work.patrons.lock(patron_id)
            work.audit.write(at=at, account=by.account, act="photo", subject="patron", subject_id=patron_id)
            work.commit()

    @needs(Right.PATRONS_EDIT)
    def forget(self, by: SignedIn, patron_id: int, *, at: datetime) -> None:
        """Delete the photo, if there is one."""
        with self._photos.forgetting(patron_id) as there:
            if not there:
                return
            with self._database.act() as work:
                work.audit.write(
                    at=at, account=by.account, act="forget_photo", subject="patron", subject_id=patron_id
                )
                work.commit()

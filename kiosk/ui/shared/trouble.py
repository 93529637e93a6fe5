"""Says to a patron what kept a job from being done, and tells trouble from bugs; free of Qt."""

import errno
from dataclasses import dataclass

from kiosk.model.errors import (
    CameraUnavailable,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseOlder,
    DatabaseUnavailable,
    DiskFull,
    FolderNotWritable,
    IndexUnavailable,
    KioskError,
    MailUnavailable,
    NoLibraryHere,
    PrinterUnavailable,
    SpeechUnavailable,
)
from kiosk.words import Wording

_TOLD: tuple[type[KioskError], ...] = (
    CameraUnavailable,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseNewer,
    DatabaseOlder,
    DatabaseUnavailable,
    DiskFull,
    FolderNotWritable,
    IndexUnavailable,
    MailUnavailable,
    NoLibraryHere,
    PrinterUnavailable,
    SpeechUnavailable,
)
_OF_FILES: tuple[tuple[type[KioskError], tuple[int, ...]], ...] = (
    (DiskFull, (errno.ENOSPC, errno.EDQUOT)),
    (FolderNotWritable, (errno.EACCES, errno.EPERM, errno.EROFS)),
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a page says instead of what was asked for: a sentence's key and the support code in it."""

    key: str
    code: str = ""

    def said(self, words: Wording) -> str:
        """Return what happened, why, and what to do."""
        return words(self.key, code=self.code)


def is_expected(error: BaseException) -> bool:
    """Tell what the product knows can fail from a mistake in it, which is to be heard of in the log."""
    return isinstance(error, KioskError | OSError)


def trouble_behind(error: BaseException) -> Trouble:
    """Return how a patron is told of an error; whatever has no sentence of its own shares one."""
    kind = _kind(error)
    known = next((told for told in _TOLD if issubclass(kind, told)), None)
    return Trouble(f"trouble.{known.key.removeprefix('error.')}" if known else "trouble.unknown", kind.code)


def _kind(error: BaseException) -> type[KioskError]:
    if isinstance(error, KioskError):
        return type(error)
    if isinstance(error, OSError):
        return next((kind for kind, numbers in _OF_FILES if error.errno in numbers), KioskError)
    return KioskError

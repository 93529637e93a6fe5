"""Drafts: what somebody has typed into a form and not saved yet, kept on this machine; free of Qt."""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from kiosk.whole_files import write_whole

# Behind the name of a form lie the words of its single fields, and those that somebody looks for there.
TYPED, SOUGHT = "/typed", "/sought"
_NAME = re.compile(r"[^a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Draft:
    """One form as it was left; `form` is its route, `about` what a person reads of it in a list."""

    form: str
    about: str
    at: datetime
    values: Mapping[str, Any]


class Drafts:
    """Keeps drafts of one account in a folder, one file a form, whole or not at all.

    They outlive a crash, a database that is away and a full disk elsewhere; a draft is forgotten when
    its form is saved or given up. Readable by the workspace's own system user alone.
    """

    def __init__(self, folder: Path, account: str) -> None:
        self._folder = folder / blake2b(account.casefold().encode(), digest_size=8).hexdigest()

    def keep(self, form: str, about: str, values: Mapping[str, Any], at: datetime) -> None:
        """Keep a draft, instead of an earlier one of this form; raises DiskFull, FolderNotWritable."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        text = json.dumps({"form": form, "about": about, "at": at.isoformat(), "values": dict(values)})
        write_whole(self._file(form), text.encode(), mode=0o600)

    def of(self, form: str) -> Draft | None:
        """Return what was left of a form; None where there is nothing, or nothing readable."""
        return _read(self._file(form))

    def all(self) -> tuple[Draft, ...]:
        """Return all drafts of forms of the account, the latest first."""
        return tuple(draft for draft in self.kept() if not draft.form.endswith((TYPED, SOUGHT)))

    def kept(self) -> tuple[Draft, ...]:
        """Return these and the words of single fields, the latest first."""
        return tuple(sorted(self._read_all(), key=lambda draft: draft.at, reverse=True))

    def forget(self, form: str) -> None:
        """Forget a form's draft: it was saved, or given up."""
        with suppress(FileNotFoundError):
            self._file(form).unlink()

    def _read_all(self) -> Iterator[Draft]:
        for file in self._folder.glob("*.json"):
            if (draft := _read(file)) is not None:
                yield draft

    def _file(self, form: str) -> Path:
        readable = _NAME.sub("-", form.casefold())[:40]
        return self._folder / f"{readable}-{blake2b(form.encode(), digest_size=6).hexdigest()}.json"


def _read(file: Path) -> Draft | None:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        at = datetime.fromisoformat(found["at"])
        return Draft(str(found["form"]), str(found["about"]), at, dict(found["values"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None

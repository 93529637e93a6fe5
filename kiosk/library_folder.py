"""The folder in which everything of one library on one machine lies."""

import os
from dataclasses import dataclass
from pathlib import Path

from kiosk.model.errors import FolderNotWritable
from kiosk.settings import Settings, read_settings


@dataclass(frozen=True, slots=True)
class LibraryFolder:
    """Paths below one library folder; nothing is created by asking for them."""

    path: Path

    @classmethod
    def find(cls, home: str | None) -> "LibraryFolder":
        """Return the folder given, else that of KIOSK_HOME, else the platform's place for user data."""
        chosen = home or os.environ.get("KIOSK_HOME")
        if chosen:
            return cls(Path(chosen).expanduser().resolve())
        from platformdirs import user_data_path

        return cls(user_data_path("kiosk", appauthor=False))

    @property
    def settings_file(self) -> Path:
        return self.path / "settings.toml"

    @property
    def index(self) -> Path:
        return self.path / "index"

    @property
    def cover_cache(self) -> Path:
        return self.path / "cover-cache"

    @property
    def sound_cache(self) -> Path:
        return self.path / "sound-cache"

    @property
    def photos(self) -> Path:
        return self.path / "photos"

    @property
    def drafts(self) -> Path:
        return self.path / "drafts"

    @property
    def unfinished_mark(self) -> Path:
        """The file that lies here while the sample library is being made."""
        return self.path / "sample-unfinished"

    @property
    def is_unfinished(self) -> bool:
        """Tell whether making the sample library was begun here and did not come to its end."""
        return self.unfinished_mark.exists()

    def settings(self) -> Settings:
        """Read this machine's settings."""
        return read_settings(self.settings_file)

    def database_url(self, settings: Settings) -> str:
        """Return the database's URL: the one set, else SQLite in this folder."""
        return settings.database_url or f"sqlite:///{self.path / 'library.sqlite3'}"

    def holds_library(self, settings: Settings) -> bool:
        """Tell whether a library was made here (or one is named on a server)."""
        return self.settings_file.is_file() and (
            bool(settings.database_url) or (self.path / "library.sqlite3").is_file()
        )

    def within(self, name: str) -> Path:
        """Return a folder named in the settings: as it is when absolute, else below this folder."""
        return self.path / name

    def create(self, settings: Settings) -> None:
        """Make the folder and those below it; raise FolderNotWritable where that may not be."""
        try:
            for folder in (
                self.path,
                self.within(settings.covers),
                self.within(settings.maps),
                self.within(settings.look),
                self.within(settings.backups),
                self.within(settings.logs),
                self.within(settings.receipt.folder),
            ):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderNotWritable(folder=self.path) from error
        if not os.access(self.path, os.W_OK | os.X_OK):
            raise FolderNotWritable(folder=self.path)

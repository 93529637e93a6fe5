"""The interface's words for tests: the table `words.tsv` behind a Qt translator."""

import csv
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

TABLE = Path(__file__).parent / "words.tsv"


def words_by_key() -> dict[str, dict[str, str]]:
    """Read the table: key to language to text."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row.pop("key"): row for row in rows}


class ScreenWords(QTranslator):
    """Answer qsTrId keys from the table, in the language spoken."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.spoken = language
        self._words = words_by_key()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, key: str, disambiguation: str | None = None, n: int = -1) -> str:
        texts = self._words.get(key)
        return texts[self.spoken].replace("%n", str(n)) if texts else None  # type: ignore[return-value]

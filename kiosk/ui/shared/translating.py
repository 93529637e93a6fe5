"""Answers QML's qsTrId from the product's own catalogue of words."""

from PySide6.QtCore import QObject, QTranslator

from kiosk.words import load_catalogue


class WordsTranslator(QTranslator):
    """Say each key in the language set; install it on the application, then retranslate the engine."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = load_catalogue(language)

    def speak(self, language: str) -> None:
        """Say the keys in another language from now on."""
        self._catalogue = load_catalogue(language)

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the key's text; Qt itself fills in %n."""
        key = source or context
        if key not in self._catalogue:
            return None  # type: ignore[return-value]  # an empty text would blank what Qt itself says
        if n < 0:
            return self._catalogue.text(key)
        return self._catalogue.plural(key, n).replace("{n}", "%n")

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return False

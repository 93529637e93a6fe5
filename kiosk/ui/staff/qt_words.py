"""The words that Qt itself says (file dialogs, names of keys), in the language of the workspace."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


class QtWords:
    """Say Qt's own words in one language at a time."""

    def __init__(self) -> None:
        self._translator: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Speak that language from now on; one that Qt does not know leaves its English."""
        self.hush()
        locale = QLocale(language)
        QLocale.setDefault(locale)
        translator = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(f"qtbase_{language}", folder):
            QCoreApplication.installTranslator(translator)
            self._translator = translator

    def hush(self) -> None:
        """Take the language away again."""
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

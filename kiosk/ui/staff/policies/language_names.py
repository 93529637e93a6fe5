"""Languages as they call themselves."""

from kiosk.words import available_languages, wording


def language_name(language: str) -> str:
    """Return the language's own name, its code where the program does not speak it."""
    return wording(language)("language.name") if language in available_languages() else language

"""The library of the drawings: Lindenau on a Tuesday in November."""

from kiosk.ui.patron.channel_rows import ChannelRow
from kiosk.ui.patron.home_state import Arrival, HomeQuestion, HomeState
from kiosk.ui.patron.shell_state import Language, ShellState

LANGUAGES = (Language("de", "Deutsch"), Language("en", "English"), Language("pl", "Polski"))

_LIBRARY = {
    "de": "Stadtbibliothek Lindenau",
    "en": "Lindenau City Library",
    "pl": "Biblioteka Miejska Lindenau",
}
_DATE = {"de": "Dienstag, 24. November", "en": "Tuesday, 24 November", "pl": "wtorek, 24 listopada"}
_LONG = {"de": "Heute geöffnet bis 19:00", "en": "Open today until 19:00", "pl": "Dziś otwarte do 19:00"}
_SHORT = {"de": "geöffnet bis 19:00", "en": "open until 19:00", "pl": "otwarte do 19:00"}
_QUESTIONS = {
    "de": ("Wie lange darf ich eine DVD behalten?", "Was kostet ein Ausweis?", "Wann ist geöffnet?"),
    "en": ("How long may I keep a DVD?", "What does a card cost?", "When are you open?"),
    "pl": ("Jak długo na film?", "Ile kosztuje karta?", "Kiedy jest otwarte?"),
}
_COUNTS = {
    "de": "128 402 Titel, davon 91 740 gleich da",
    "en": "128 402 titles, 91 740 of them here now",
    "pl": "128 402 tytuły, z tego 91 740 od ręki",
}
_HOURS = {
    "de": ("jetzt bis 19:00", "jederzeit"),
    "en": ("now until 19:00", "any time"),
    "pl": ("teraz do 19:00", "całą dobę"),
}
_CHANNELS = (
    ("phone", {"de": "Auskunft", "en": "Information desk", "pl": "Informacja"}, "+49 341 5550 120", "phone"),
    ("email", {"de": "E-Mail", "en": "E-mail", "pl": "E-mail"}, "auskunft@lindenau.example", "mail"),
    ("web", {"de": "Im Netz", "en": "Website", "pl": "Strona internetowa"}, "lindenau.example", "globe"),
)
TITLES = {
    "de": (
        ("Lichtspiel", "Daniel Kehlmann"),
        ("Kairos", "Jenny Erpenbeck"),
        ("Momo", "Michael Ende"),
        ("Stella Maris", "Cormac McCarthy"),
        ("Tyll", "Daniel Kehlmann"),
        ("Tschick", "Wolfgang Herrndorf"),
        ("Der Zauberberg", "Thomas Mann"),
        ("Austerlitz", "W. G. Sebald"),
        ("Krabat", "Otfried Preußler"),
    ),
    "pl": (
        ("Księgi Jakubowe", "Olga Tokarczuk"),
        ("Solaris", "Stanisław Lem"),
        ("Lalka", "Bolesław Prus"),
        ("Król", "Szczepan Twardoch"),
        ("Cesarz", "Ryszard Kapuściński"),
        ("Empuzjon", "Olga Tokarczuk"),
        ("Chłopki", "Joanna Kuciel-Frydryszak"),
        ("Hobbit", "J.R.R. Tolkien"),
        ("Ferdydurke", "Witold Gombrowicz"),
        ("Diuna", "Frank Herbert"),
        ("Morfina", "Szczepan Twardoch"),
        ("Sanatorium pod Klepsydrą", "Bruno Schulz"),
        ("Inny świat", "Gustaw Herling-Grudziński"),
    ),
}


def shell_state(language: str, *, signed_in: bool = False) -> ShellState:
    """Give the frame as it is at 14:32."""
    return ShellState(
        library=_LIBRARY[language],
        date=_DATE[language],
        time="14:32",
        open_long=_LONG[language],
        open_short=_SHORT[language],
        language=language,
        languages=LANGUAGES,
        signed_in=signed_in,
    )


def home_state(language: str, covers: dict[tuple[str, str], str] | None = None) -> HomeState:
    """Give the home screen; `covers` are file URLs by title and author."""
    titles = TITLES.get(language, TITLES["de"])
    return HomeState(
        questions=tuple(HomeQuestion(f"q{n}", text) for n, text in enumerate(_QUESTIONS[language])),
        arrivals=tuple(
            Arrival(f"r{n}", title, author, (covers or {}).get((title, author), ""))
            for n, (title, author) in enumerate(titles)
        ),
        channels=_channels(language),
        counts=_COUNTS[language],
    )


def _channels(language: str) -> tuple[ChannelRow, ...]:
    until, always = _HOURS[language]
    return tuple(
        ChannelRow(kind, name[language], value, hours, hours, f"{name[language]}: {value}", True, icon)
        for (kind, name, value, icon), hours in zip(_CHANNELS, (until, always, always), strict=True)
    )

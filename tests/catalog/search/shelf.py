"""A small catalogue in three languages and a change feed in memory, for the tests of search."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from kiosk.catalog.folding import fold
from kiosk.catalog.search import Batch, Change, Growing, IndexedItem, IndexedRecord
from kiosk.model.record import Audience, Description, Form

FIRST_DAY = datetime(2020, 1, 1, tzinfo=UTC)

# title | author | year | language | form | subjects | call number
WORKS = """
The Hobbit|Tolkien, J. R. R.|1937|eng|book|Fantasy fiction;Dragons -- Fiction|FIC TOLK
The Lord of the Rings|Tolkien, J. R. R.|1954|eng|book|Fantasy fiction|FIC TOLK
Harry Potter and the Philosopher's Stone|Rowling, J. K.|1997|eng|book|Fantasy fiction;Wizards|FIC ROWL
Harry Potter and the Chamber of Secrets|Rowling, J. K.|1998|eng|book|Fantasy fiction;Wizards|FIC ROWL
Harry Potter und der Stein der Weisen|Rowling, J. K.|1998|ger|book|Fantasy;Zauberer|KIN ROWL
Silent Spring|Carson, Rachel|1962|eng|book|Pesticides -- Environmental aspects|632.95 CARS
Nineteen Eighty-Four|Orwell, George|1949|eng|book|Dystopias;Totalitarianism -- Fiction|FIC ORWE
1984|Orwell, George|1984|eng|film|Dystopias|DVD 1984
Animal Farm|Orwell, George|1945|eng|book|Satire;Totalitarianism -- Fiction|FIC ORWE
Pride and Prejudice|Austen, Jane|1813|eng|book|Love stories;England -- Fiction|FIC AUST
Emma|Austen, Jane|1815|eng|book|Love stories;England -- Fiction|FIC AUST
Emma: a life of Jane Austen's heroine|Byrne, Paula|2010|eng|book|Literary criticism|823 BYRN
It|King, Stephen|1986|eng|book|Horror fiction|FIC KING
The Shining|King, Stephen|1977|eng|book|Horror fiction|FIC KING
The Old Man and the Sea|Hemingway, Ernest|1952|eng|book|Fishing -- Fiction|FIC HEMI
Twenty Thousand Leagues Under the Sea|Verne, Jules|1870|eng|book|Submarines -- Fiction|FIC VERN
Henry IV, Part II|Shakespeare, William|1600|eng|book|English drama|822 SHAK
Sapiens: a brief history of humankind|Harari, Yuval Noah|2014|eng|book|Human beings -- History|909 HARA
A Brief History of Time|Hawking, Stephen|1988|eng|book|Cosmology|523.1 HAWK
The C++ Programming Language|Stroustrup, Bjarne|2013|eng|book|C++ (Computer program language)|005.133 STRO
Running and walking for women|Galloway, Jeff|2008|eng|book|Running|796.42 GALL
War and Peace|Tolstoy, Leo|1869|eng|book|Russia -- History -- Fiction|FIC TOLS
Bookcase design|Smith, Paul|1999|eng|book|Bookcases|684 SMIT
Rock & Roll: a history|Palmer, Robert|1995|eng|book|Rock music -- History|781.66 PALM
The Dark Side of the Moon|Pink Floyd|1973|eng|music|Rock music|CD POP PINK
Parasite|Bong, Joon-ho|2019|kor|film|Satire|DVD PARA
Die Vermessung der Welt|Kehlmann, Daniel|2005|ger|book|Historischer Roman;Forschungsreise|ROM KEHL
Tyll|Kehlmann, Daniel|2017|ger|book|Historischer Roman;Dreißigjähriger Krieg|ROM KEHL
Ruhm|Kehlmann, Daniel|2009|ger|book|Roman|ROM KEHL
Emil und die Detektive|Kästner, Erich|1929|ger|book|Kinderbuch;Detektivgeschichte|KIN KÄST
Das doppelte Lottchen|Kästner, Erich|1949|ger|book|Kinderbuch;Zwillinge|KIN KÄST
Pünktchen und Anton|Kästner, Erich|1931|ger|audiobook|Kinderbuch|HÖR KÄST
Die unendliche Geschichte|Ende, Michael|1979|ger|book|Fantasy|KIN ENDE
Momo|Ende, Michael|1973|ger|book|Märchenroman|KIN ENDE
Herztier|Müller, Herta|1994|ger|book|Roman;Rumänien|ROM MÜLL
Atemschaukel|Müller, Herta|2009|ger|book|Roman|ROM MÜLL
Handbuch der Gärtnerei|Mueller, Hans|1985|ger|book|Gartenbau|635 MUEL
Die Häuser der Stadt|Weiß, Petra|2001|ger|book|Architektur|720 WEIS
Bücher und Bibliotheken|Schmidt, Anna|2011|ger|book|Bibliothek;Buch|020 SCHM
Die Verwandlung|Kafka, Franz|1915|ger|book|Erzählung|ROM KAFK
Der Prozess|Kafka, Franz|1925|ger|book|Roman|ROM KAFK
Goethes Faust|Goethe, Johann Wolfgang von|1808|ger|book|Drama|832 GOET
Der Vorleser|Schlink, Bernhard|1995|ger|book|Roman|ROM SCHL
Straßenbahnen in Leipzig|Groß, Peter|1990|ger|book|Straßenbahn;Leipzig|388.4 GROS
Die Siedler von Catan|Teuber, Klaus|1995|ger|game|Brettspiel|SPI CATA
Lalka|Prus, Bolesław|1890|pol|book|Powieść polska|PRO PRUS
Solaris|Lem, Stanisław|1961|pol|book|Fantastyka naukowa|PRO LEM
Bajki robotów|Lem, Stanisław|1964|pol|book|Fantastyka naukowa|PRO LEM
Księgi Jakubowe|Tokarczuk, Olga|2014|pol|book|Powieść historyczna|PRO TOKA
Bieguni|Tokarczuk, Olga|2007|pol|book|Powieść polska|PRO TOKA
Ogniem i mieczem|Sienkiewicz, Henryk|1884|pol|book|Powieść historyczna|PRO SIEN
Quo vadis|Sienkiewicz, Henryk|1896|pol|book|Powieść historyczna;Rzym|PRO SIEN
Koty i psy w domu|Nowak, Ewa|2003|pol|book|Koty;Psy|636.8 NOWA
Historia książki|Kowalski, Jan|1998|pol|book|Książki|002 KOWA
Dzieła wybrane Żeromskiego|Żeromski, Stefan|1973|pol|book|Powieść polska|PRO ZERO
Война и мир|Толстой, Лев|1869|rus|book|Роман|ROM TOLS
National Geographic||1888|eng|serial|Geography|ZS NATI
Stadtplan Leipzig||2015|ger|map|Leipzig|KAR LEIP
Mikroskopierkoffer|||ger|kit|Mikroskopie|KIT MIKR
Goldberg-Variationen|Bach, Johann Sebastian|1741|zxx|score|Klavier|NOT BACH
""".strip().splitlines()

_ISBNS = {1: "978-0-261-10221-7", 30: "3-7915-3012-7"}


def filing(title: str) -> str:
    first, _, rest = fold(title).partition(" ")
    return rest if rest and first in ("the", "a", "der", "die", "das") else fold(title)


def record(number: int, line: str, **changes: object) -> IndexedRecord:
    title, author, year, language, form, subjects, call_number = line.split("|")
    about = Description(
        title=title,
        filing_title=filing(title),
        form=Form(form),
        authors=(author,) if author else (),
        subjects=tuple(subjects.split(";")),
        year=int(year) if year else None,
        language=language,
        isbns=(_ISBNS[number],) if number in _ISBNS else (),
        audience=Audience.CHILDREN if call_number.startswith("KIN") else Audience.ADULT,
        call_number=call_number,
        summary=f"About {title.split()[-1]}, as told in summary {number}.",
    )
    items = (
        IndexedItem(f"L{number:05}", "MAIN", "book", "Adults", call_number, number % 2 == 0),
        *(
            (IndexedItem(f"W{number:05}", "WEST", "book", None, call_number, True),)
            if number % 3 == 0
            else ()
        ),
    )
    came = FIRST_DAY + timedelta(days=number)
    return replace(IndexedRecord(number, f"LN{number:04}", about, came, items, number % 7), **changes)  # type: ignore[arg-type]


def all_works() -> list[IndexedRecord]:
    return [record(number, line) for number, line in enumerate(WORKS, start=1)]


class Feed:
    """A catalogue in memory that numbers its changes, as the database does."""

    def __init__(self, records: Iterable[IndexedRecord] = (), epoch: str = "one") -> None:
        self.held = {each.id: each for each in records}
        self.changes: list[Change] = []
        self.name = epoch
        self.pruned = 0

    def put(self, *records: IndexedRecord) -> None:
        for each in records:
            self.held[each.id] = each
            self.changes.append(Change(self.position() + 1, each.id))

    def drop(self, number: int) -> None:
        del self.held[number]
        self.changes.append(Change(self.position() + 1, number))

    def epoch(self) -> str:
        return self.name

    def position(self) -> int:
        return self.changes[-1].sequence if self.changes else self.pruned

    def forgotten(self) -> int:
        return self.pruned

    def prune(self, upto: int) -> None:
        self.pruned = upto
        self.changes = [change for change in self.changes if change.sequence > upto]

    def after(self, sequence: int, limit: int) -> Sequence[Change]:
        return [change for change in self.changes if change.sequence > sequence][:limit]

    def records(self, ids: Sequence[int]) -> Iterable[IndexedRecord]:
        return [self.held[number] for number in ids if number in self.held]

    def count(self) -> int:
        return len(self.held)

    def commonest(self, kind: str, limit: int) -> Sequence[str]:
        names = (name for each in self.held.values() for name in getattr(each.description, f"{kind}s"))
        return [name for name, _ in Counter(names).most_common(limit)]

    def batches(self, growing: Growing | None = None) -> Iterator[Batch]:
        last = 0
        while True:
            more = growing is not None and growing()
            ids = sorted(number for number in self.held if number > last)
            for start in range(0, len(ids), 10):
                some = [self.held[number] for number in ids[start : start + 10] if number in self.held]
                yield Batch(self.position(), some)
            last = max(ids, default=last)
            if not more:
                return

"""The words of a record as tokens, field by field, and all of them together."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from kiosk.catalog.search.analysis import Analyzer, Word, chunks
from kiosk.catalog.search.joining import joined_pairs, numbers_said
from kiosk.catalog.search.of_late import OfLate
from kiosk.catalog.search.records import IndexedRecord

# Between the folded form that is matched and the text that is shown, in one term.
SHOWN = "\x1f"
_LONGEST_TEXT = 20_000
_SHORTEST_LEARNED = 3
_SHORTEST_COMPOUND = 7
_COMPOUNDING = ("ger", "deu", None)
_MOST_REMEMBERED = 100_000


class DocumentWords:
    """Makes the word fields of documents; one per writing session, for the words it has met."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._running: dict[str | None, OfLate[str, tuple[str, ...]]] = {}

    def fields(self, record: IndexedRecord) -> dict[str, list[str]]:
        """Return the texts of the word fields."""
        about = record.description
        tokens = _Tokens(about.language)
        for name, texts, stemmed in (
            ("title", (f"{about.title} {about.subtitle or ''}",), True),
            ("other", (*about.other_titles, *about.series), True),
            ("author", tuple(dict.fromkeys((*about.authors, *about.names))), False),
            ("subject", about.subjects, True),
        ):
            lists = [self._analyzer.words(text[:_LONGEST_TEXT]) for text in texts]
            tokens.put(name, lists, stemmed=stemmed)
        for note in (*about.notes, about.summary, about.publisher, about.place):
            if note:
                self._run_through(note[:_LONGEST_TEXT], about.language, tokens.everything)
        tokens.fields["all"] = [" ".join(tokens.everything)]
        tokens.fields["vocabulary"] = sorted(tokens.vocabulary)
        tokens.fields["compounds"] = sorted(tokens.compounds)
        return tokens.fields

    def _run_through(self, text: str, language: str | None, tokens: set[str]) -> None:
        """Add the tokens of running text: most of a record's words, so they are remembered as they are."""
        known = self._running.get(language)
        if known is None:
            known = self._running[language] = OfLate(_MOST_REMEMBERED)
        now = known.now
        tokens.update(*[now.get(chunk) or self._learn(known, chunk, language) for chunk in chunks(text)])

    def _learn(
        self, known: OfLate[str, tuple[str, ...]], chunk: str, language: str | None
    ) -> tuple[str, ...]:
        tokens = known.recalled(chunk)
        if tokens is None:
            words = self._analyzer.cut(chunk)
            tokens = tuple(token for word in words for token in (word.text, *word.indexed(language)))
            known.keep(chunk, tokens)
        return tokens


@dataclass(slots=True)
class _Tokens:
    """The tokens of one document, collected field by field."""

    language: str | None
    fields: dict[str, list[str]] = field(default_factory=dict)
    everything: set[str] = field(default_factory=set)
    vocabulary: set[str] = field(default_factory=set)
    compounds: set[str] = field(default_factory=set)

    def put(self, name: str, lists: Sequence[Sequence[Word]], *, stemmed: bool) -> None:
        language = self.language if name == "title" else None
        plain: list[str] = []
        marks: set[str] = set()
        for words in lists:
            texts = [word.text for word in words]
            plain.append(" ".join(texts))
            self.everything.update(texts)
            for word in words:
                if stemmed:
                    marks.update(word.indexed(language))
                else:
                    marks.update(word.spellings, word.names)
            if name in ("title", "author"):
                self.everything.update(joined_pairs(words))
            if name in ("title", "other"):
                marks.update(numbers_said(words))
            self._learn(words, german=name != "author" and self.language in _COMPOUNDING)
        self.everything |= marks
        if plain:
            self.fields[name] = [*plain, " ".join(sorted(marks))]

    def _learn(self, words: Sequence[Word], *, german: bool) -> None:
        for word in words:
            if len(word.text) < _SHORTEST_LEARNED or not word.text.isalpha():
                continue
            same = word.shown == word.text
            self.vocabulary.add(word.text if same else f"{word.text}{SHOWN}{word.shown}")
            if german and len(word.text) >= _SHORTEST_COMPOUND:
                for stem in word.german():
                    self.compounds.update((f">{stem}", f"<{stem[::-1]}"))

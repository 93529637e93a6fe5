"""The words of a record as tokens, field by field, and all of them together."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.catalog.search.analysis import Analyzer, Word, chunks
from kiosk.catalog.search.heading_parts import LONGEST_TEXT, HeadingPart, HeadingParts
from kiosk.catalog.search.of_late import OfLate
from kiosk.catalog.search.text_parts import TextPart, part_of_other_title, part_of_title
from kiosk.model.record import Description

_COMPOUNDING = ("ger", "deu", None)
_MOST_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class DescriptionParts:
    """What the texts of a description give, each analysed once."""

    title: Sequence[Word]
    subtitle: Sequence[Word]
    others: Sequence[Sequence[Word]]
    series: Sequence[Sequence[Word]]
    authors: Sequence[HeadingPart]
    names: Sequence[HeadingPart]
    subjects: Sequence[HeadingPart]


class DocumentWords:
    """Makes the word fields of documents; one per writing session, for what it has met."""

    def __init__(self, analyzer: Analyzer) -> None:
        self._analyzer = analyzer
        self._headings = HeadingParts(analyzer)
        self._running: dict[str | None, OfLate[str, tuple[str, ...]]] = {}

    def parts(self, about: Description) -> DescriptionParts:
        """Analyse a description."""
        words, headings = self._analyzer.words, self._headings
        return DescriptionParts(
            title=words(about.title[:LONGEST_TEXT]),
            subtitle=words(about.subtitle[:LONGEST_TEXT]) if about.subtitle else (),
            others=[words(title[:LONGEST_TEXT]) for title in about.other_titles],
            series=[words(series[:LONGEST_TEXT]) for series in about.series],
            authors=[headings.name(author) for author in about.authors],
            names=[headings.name(name) for name in dict.fromkeys((*about.authors, *about.names))],
            subjects=[headings.subject(subject) for subject in about.subjects],
        )

    def fields(self, about: Description, parts: DescriptionParts) -> dict[str, list[str]]:
        """Return the texts of the word fields."""
        fields = {
            "title": [part_of_title([*parts.title, *parts.subtitle], about.language)],
            "other": [part_of_other_title(words) for words in (*parts.others, *parts.series)],
            "author": [name.words for name in parts.names],
            "subject": [subject.words for subject in parts.subjects],
        }
        everything: set[str] = set()
        for note in (*about.notes, about.summary, about.publisher, about.place):
            if note:
                self._run_through(note[:LONGEST_TEXT], about.language, everything)
        vocabulary: set[str] = set()
        compounds: set[str] = set()
        for name, texts in fields.items():
            for text in texts:
                everything.update(text.everything)
                vocabulary.update(text.vocabulary)
                if name != "author" and about.language in _COMPOUNDING:
                    compounds.update(text.compounds)
        return {
            **{name: _field(texts) for name, texts in fields.items() if texts},
            "all": [" ".join(everything)],
            "vocabulary": list(vocabulary),
            "compounds": list(compounds),
        }

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


def _field(texts: Sequence[TextPart]) -> list[str]:
    """Return the texts of a field, and after them their marked forms, which no phrase may run into."""
    marks = dict.fromkeys(mark for text in texts for mark in text.marks)
    return [*(text.plain for text in texts), " ".join(marks)]

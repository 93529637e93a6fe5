"""The words of a record as tokens, field by field, and all of them together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

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
        names = dict.fromkeys((*about.authors, *about.names)) if about.names else about.authors
        return DescriptionParts(
            title=words(about.title[:LONGEST_TEXT]),
            subtitle=words(about.subtitle[:LONGEST_TEXT]) if about.subtitle else (),
            others=[words(title[:LONGEST_TEXT]) for title in about.other_titles],
            series=[words(series[:LONGEST_TEXT]) for series in about.series],
            authors=headings.names(about.authors),
            names=headings.names(names),
            subjects=headings.subjects(about.subjects),
        )

    def fields(self, about: Description, parts: DescriptionParts) -> dict[str, list[str]]:
        """Return the texts of the word fields."""
        compounding = about.language in _COMPOUNDING
        titles = [part_of_title([*parts.title, *parts.subtitle], about.language, compounding=compounding)]
        others = [
            part_of_other_title(words, compounding=compounding) for words in (*parts.others, *parts.series)
        ]
        names = [name.words for name in parts.names]
        subjects = [subject.words for subject in parts.subjects]
        texts = [*titles, *others, *names, *subjects]
        fields = {"title": titles, "other": others, "author": names, "subject": subjects}
        together: set[str] = set()
        everything = together.union(*[text.everything for text in texts], *self._run_through(about))
        compounds = (text.compounds for text in (*titles, *others, *subjects)) if compounding else ()
        return {
            **{name: _field(its) for name, its in fields.items() if its},
            "all": [" ".join(everything)],
            "vocabulary": list(together.union(*[text.vocabulary for text in texts])),
            "compounds": list(together.union(*compounds)),
        }

    def _run_through(self, about: Description) -> Iterator[tuple[str, ...]]:
        """Yield the tokens of running text: most of a record's words, so they are remembered as they are."""
        known = self._running.get(about.language)
        if known is None:
            learn = partial(self._tokens, language=about.language)
            known = self._running[about.language] = OfLate(_MOST_REMEMBERED, learn)
        running = (*about.notes, about.summary, about.publisher, about.place)
        return known.every(chunks(" ".join([text[:LONGEST_TEXT] for text in running if text])))

    def _tokens(self, chunk: str, language: str | None) -> tuple[str, ...]:
        words = self._analyzer.cut(chunk)
        return tuple(token for word in words for token in (word.text, *word.indexed(language)))


def _field(texts: Sequence[TextPart]) -> list[str]:
    """Return the texts of a field, and after them their marked forms, which no phrase may run into."""
    marks = texts[0].marks if len(texts) == 1 else dict.fromkeys([m for text in texts for m in text.marks])
    return [*[text.plain for text in texts], " ".join(marks)]

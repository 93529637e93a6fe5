"""Whoosh's own index of terms, kept in memory and written with less ceremony than a disk asks for.

Postings come as terms that are counted already, by rising number of document; each term's lie beside it in
the term file, where Whoosh has room for short lists, so that nothing is packed into blocks.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter
from typing import Any

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo
from whoosh.fields import ID, FieldType, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.formats import Frequency
from whoosh.index import Index
from whoosh.system import pack_ushort
from whoosh.writing import SegmentWriter

from kiosk.policies.giving_way import GiveWay

Counted = Mapping[str, int]
_Key = tuple[str, bytes]
_Postings = list[tuple[int, float]]
_TERMS_AT_ONCE = 200
_NOTHING = b""


def memory_index(**boosts: float) -> Index:
    """Return an empty index of documents with a key and fields of counted terms, each with its boost."""
    fields = {name: _CountedTerms(boost) for name, boost in boosts.items()}
    return _Memory().create_index(Schema(key=ID(stored=True, unique=True), **fields))


class MemoryWriter(SegmentWriter):  # type: ignore[misc]
    """Writes documents into such an index; gives way between them, and between terms."""

    def __init__(self, index: Index, give_way: GiveWay) -> None:
        super().__init__(index, codec=_MemoryCodec(give_way), compound=False)
        self.pool = _Pool()


class _CountedTerms(FieldType):  # type: ignore[misc]
    """A field whose terms were counted before they came."""

    def __init__(self, boost: float) -> None:
        super().__init__(Frequency(field_boost=boost), None, scorable=True)
        self._boost = boost

    def index(self, value: Counted, **_options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        boost = self._boost
        for term, count in value.items():
            yield term.encode(), count, count * boost, _NOTHING


class _Pool:
    """Gathers postings by term; documents come by rising number, those of other segments last."""

    def __init__(self) -> None:
        self._postings: dict[_Key, _Postings] = {}

    def add(self, item: tuple[str, bytes, int, float, bytes]) -> None:
        field, text, document, weight, _value = item
        postings = self._postings.get((field, text))
        if postings is None:
            self._postings[field, text] = [(document, weight)]
        else:
            postings.append((document, weight))

    def iter_postings(self) -> Iterable[tuple[_Key, _Postings]]:
        return sorted(self._postings.items(), key=itemgetter(0))

    def cleanup(self) -> None:
        self._postings.clear()


class _MemoryCodec(W3Codec):  # type: ignore[misc]
    """Whoosh's own format, but for how terms are written.

    The shortest and longest document of a term help to skip documents that cannot be among the best;
    here all are scored.
    """

    length_stats = False

    def __init__(self, give_way: GiveWay) -> None:
        super().__init__(compression=0)
        self._give_way: GiveWay | None = give_way

    def __getstate__(self) -> dict[str, Any]:
        """Leave out of the table of contents what holds for one writing only."""
        return {**self.__dict__, "_give_way": None}

    def field_writer(self, storage: RamStorage, segment: Any) -> "_TermWriter":
        assert self._give_way is not None
        return _TermWriter(self, storage, segment, self._give_way)


class _TermWriter(W3FieldWriter):  # type: ignore[misc]
    def __init__(self, codec: W3Codec, storage: RamStorage, segment: Any, give_way: GiveWay) -> None:
        super().__init__(codec, storage, segment)
        self._give_way = give_way

    def add_postings(self, schema: Schema, _lengths: None, items: Iterable[tuple[_Key, _Postings]]) -> None:
        """Write terms in order, each with all its postings."""
        for number, ((field, text), postings) in enumerate(items):
            if field != self._fieldname:
                self.start_field(field, schema[field])
                begins = pack_ushort(self._fieldid)
            documents, weights = zip(*postings, strict=True)
            info = W3TermInfo(
                weight=sum(weights),
                df=len(documents),
                maxweight=max(weights),
                minid=documents[0],
                maxid=documents[-1],
            )
            info.set_inlined(documents, weights, (_NOTHING,) * len(documents))
            self._tindex.add(begins + text, info.to_bytes())
            if not number % _TERMS_AT_ONCE:
                self._give_way()


class _Memory(RamStorage):  # type: ignore[misc]
    """Keeps scratch files in memory too.

    Whoosh lays them in one folder of fixed name for the whole machine, where a second kiosk that
    builds its index at the same time takes them away.
    """

    def temp_storage(self, name: str | None = None) -> RamStorage:
        return RamStorage()

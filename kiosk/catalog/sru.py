"""Asks other libraries' catalogues for records over SRU 1.1 and 1.2, trusting nothing that they answer."""

import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from kiosk.catalog.sru_answer import SruAnswer, read_answer
from kiosk.model.staff_errors import (
    SearchEmpty,
    SourceAnswerUnreadable,
    SourceInvalid,
    SourceNotConnected,
    SourceUnreachable,
)

_log = logging.getLogger(__name__)

_LARGEST = 16 * 1024 * 1024
_BLOCK = 64 * 1024
_MOST_WORDS = 12
_LONGEST_WORD = 100
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_AGENT = "kiosk (library catalogue; SRU)"
VERSIONS = ("1.1", "1.2")
_HANDLERS = (
    *(ProxyHandler, HTTPHandler, HTTPSHandler, UnknownHandler),
    *(HTTPRedirectHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor),
)


@dataclass(frozen=True, slots=True)
class SruTarget:
    """Where to ask and how: the names of its indexes; an index without a name cannot be searched.

    ``seconds`` is how long an answer may take as a whole, ``page`` how many records are asked for.
    """

    name: str
    address: str
    version: str = "1.1"
    schema: str = "marcxml"
    isbn: str = "bath.isbn"
    title: str = "dc.title"
    author: str = "dc.creator"
    anywhere: str = "cql.serverChoice"
    page: int = 20
    seconds: float = 20.0


@dataclass(frozen=True, slots=True)
class SruQuery:
    """What is looked for; what is empty is not asked."""

    isbn: str = ""
    title: str = ""
    author: str = ""
    anywhere: str = ""


class SearchStopped(Exception):
    """Raised when whoever asked has given up."""


def cql(target: SruTarget, query: SruQuery) -> str:
    """Return the query in CQL, word by word, for catalogues differ in what they make of phrases.

    Raises SearchEmpty where nothing of it can be asked there.
    """
    clauses = [f"{target.isbn}={_quoted(query.isbn.strip())}"] if query.isbn.strip() and target.isbn else []
    for index, text in (
        (target.title, query.title),
        (target.author, query.author),
        (target.anywhere, query.anywhere),
    ):
        if index:
            clauses += [f"{index}={_quoted(word)}" for word in _words(text)]
    if not clauses:
        raise SearchEmpty(source=target.name)
    return " and ".join(clauses[:_MOST_WORDS])


def _words(text: str) -> list[str]:
    words = _CONTROL.sub(" ", text).replace(",", " ").split()
    return [word[:_LONGEST_WORD] for word in words if any(char.isalnum() for char in word)]


def _quoted(word: str) -> str:
    return '"' + _CONTROL.sub("", word).replace("\\", "\\\\").replace('"', '\\"') + '"'


class SruClient:
    """Asks one target; every answer is bounded in size and time, and no entity in it is expanded."""

    def __init__(self, target: SruTarget) -> None:
        self._target = target
        refuse_impossible(target)

    def search(
        self, query: SruQuery, start: int = 1, stopped: Callable[[], bool] = lambda: False
    ) -> SruAnswer:
        """Return records from the one numbered ``start`` on, counted from 1.

        Raises SearchEmpty, SourceUnreachable, SourceRefused with what the catalogue says, and
        SourceAnswerUnreadable; SearchStopped once ``stopped`` says so.
        """
        asked = {
            "operation": "searchRetrieve",
            "version": self._target.version,
            "query": cql(self._target, query),
            "startRecord": max(1, start),
            "maximumRecords": self._target.page,
            "recordSchema": self._target.schema,
            "recordPacking": "xml",
        }
        address = self._target.address
        joint = "" if address.endswith(("?", "&")) else "&" if "?" in address else "?"
        body, charset = self._fetched(f"{address}{joint}{urlencode(asked)}", stopped)
        return read_answer(body, charset, self._target.name)

    def _fetched(self, url: str, stopped: Callable[[], bool]) -> tuple[bytes, str | None]:
        ends = time.monotonic() + self._target.seconds
        request = Request(url, headers={"User-Agent": _AGENT, "Accept": "application/xml, text/xml"})
        try:
            with _opener().open(request, timeout=self._target.seconds) as answer:
                blocks, size = [], 0
                while block := answer.read1(_BLOCK):
                    size += len(block)
                    if size > _LARGEST:
                        raise SourceAnswerUnreadable(source=self._target.name)
                    if stopped():
                        raise SearchStopped
                    if time.monotonic() > ends:
                        raise TimeoutError
                    blocks.append(block)
                return b"".join(blocks), answer.headers.get_content_charset()
        except HTTPError as trouble:
            with trouble:
                raise self._unreachable(f"HTTP {trouble.code}") from trouble
        except TimeoutError as trouble:
            raise self._unreachable(f"{self._target.seconds:g} s") from trouble
        except (URLError, OSError, HTTPException, ValueError) as trouble:
            # What the system says of it is for who reads the log; it speaks English to everybody.
            _log.warning("no answer from %s: %s", self._target.address, trouble)
            raise SourceNotConnected(source=self._target.name) from trouble

    def _unreachable(self, problem: str) -> SourceUnreachable:
        return SourceUnreachable(source=self._target.name, problem=problem[:200])


def refuse_impossible(target: SruTarget) -> None:
    """Raise SourceInvalid for a target that cannot be asked, naming the part that is wrong."""
    wrong = {
        "name": not target.name.strip(),
        "address": not _is_web_address(target.address),
        "version": target.version not in VERSIONS,
        "schema": not target.schema.strip(),
        "isbn": not (target.isbn or target.title or target.author or target.anywhere),
        "page": not 1 <= target.page <= 100,
        "seconds": not 1 <= target.seconds <= 120,
    }
    part = next((name for name, is_wrong in wrong.items() if is_wrong), None)
    if part is not None:
        raise SourceInvalid(source=target.name, part=part)


def _is_web_address(text: str) -> bool:
    if _CONTROL.search(text) or any(char.isspace() for char in text):
        return False
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def _opener() -> OpenerDirector:
    """Return what opens web addresses and nothing else: no files, no FTP, wherever it is sent on to."""
    opener = OpenerDirector()
    for handler in _HANDLERS:
        opener.add_handler(handler())
    return opener

"""Records from other catalogues over SRU: from a real server, and from hostile ones."""

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.sru import SearchStopped, SruClient, SruQuery, SruTarget, cql
from kiosk.catalog.sru_answer import SruAnswer, read_answer
from kiosk.model.staff_errors import (
    SearchEmpty,
    SourceAnswerUnreadable,
    SourceInvalid,
    SourceRefused,
    SourceUnreachable,
)
from kiosk.words import wording
from tests.catalog import sru_server

HERE = SruTarget("Here", "http://127.0.0.1:1/Default")
RECORD = (
    '<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000   4500</leader>'
    '<controlfield tag="001">7</controlfield><datafield tag="245" ind1="0" ind2="0">'
    '<subfield code="a">Łódź &amp; more</subfield></datafield></record>'
)


@pytest.fixture(scope="session")
def yaz(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SruTarget]:
    """A real SRU server; tests that need it are skipped where its package is missing."""
    if sru_server.program() is None:
        pytest.skip("no SRU server is installed: yaz-ztest was not found (Debian package yaz)")
    with sru_server.running(tmp_path_factory.mktemp("sru")) as address:
        yield SruTarget("YAZ", address, page=10)


def answered(
    record: str = RECORD, extra: str = "", total: str = "1", root: str = "searchRetrieveResponse"
) -> bytes:
    part = f"<zs:recordSchema>marcxml</zs:recordSchema><zs:recordData>{record}</zs:recordData>"
    return (
        f'<?xml version="1.0"?><zs:{root} xmlns:zs="http://www.loc.gov/zing/srw/"><zs:version>1.1</zs:version>'
        f"<zs:numberOfRecords>{total}</zs:numberOfRecords><zs:records><zs:record>{part}</zs:record></zs:records>{extra}</zs:{root}>"
    ).encode()


def titles(answer: SruAnswer) -> list[str]:
    return [
        field.first("a")
        for one in answer.records
        if one.record is not None and (field := one.record.get("245")) is not None
    ]


def test_a_real_server_gives_records_page_by_page(yaz: SruTarget) -> None:
    client = SruClient(yaz)
    first = client.search(SruQuery(title="computer"))
    assert (first.total, len(first.records)) == (23, 10)
    assert titles(first)[3] == "The Computer Bible /"
    last = client.search(SruQuery(title="computer"), start=21)
    assert (last.total, len(last.records)) == (23, 3)
    assert not set(titles(first)) & set(titles(last))


def test_a_real_server_is_asked_by_isbn_title_and_author(yaz: SruTarget) -> None:
    client = SruClient(yaz)
    assert client.search(SruQuery(isbn="0")).records == ()
    assert len(client.search(SruQuery(isbn="978-3-498-03550-1")).records) == 10
    assert client.search(SruQuery(title="computer", author="Collins")).records


def test_a_page_behind_the_last_is_empty_and_no_error(yaz: SruTarget) -> None:
    answer = SruClient(yaz).search(SruQuery(title="computer"), start=5000)
    assert (answer.total, answer.records) == (23, ())


def test_what_a_real_server_refuses_is_told_in_its_own_words(yaz: SruTarget) -> None:
    strange = SruTarget("YAZ", yaz.address, title="nowhere.title")
    with pytest.raises(SourceRefused) as refused:
        SruClient(strange).search(SruQuery(title="computer"))
    assert "context set" in str(refused.value.values["message"])
    mods = SruTarget("YAZ", yaz.address, schema="mods")
    with pytest.raises(SourceRefused):
        SruClient(mods).search(SruQuery(title="computer"))


def test_nobody_there_is_told_as_such() -> None:
    with pytest.raises(SourceUnreachable) as trouble:
        SruClient(HERE).search(SruQuery(title="x"))
    assert trouble.value.values["source"] == "Here"
    for language in ("de", "en", "pl"):
        told = wording(language)(trouble.value.key, **trouble.value.values)
        assert "Here" in told
        assert "Errno" not in told, "what the system says of it is English to everybody"
        assert "refused" not in told


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (SruQuery(isbn=" 978-3-498-03550-1 "), 'bath.isbn="978-3-498-03550-1"'),
        (SruQuery(title="Der  Prozess"), 'dc.title="Der" and dc.title="Prozess"'),
        (SruQuery(author="Kafka, Franz"), 'dc.creator="Kafka" and dc.creator="Franz"'),
        (SruQuery(title='say "no" \\'), 'dc.title="say" and dc.title="\\"no\\""'),
        (
            SruQuery(title="x or y) and (z"),
            'dc.title="x" and dc.title="or" and dc.title="y)" and dc.title="and" and dc.title="(z"',
        ),
        (SruQuery(anywhere="a\r\nb"), 'cql.serverChoice="a" and cql.serverChoice="b"'),
    ],
)
def test_what_was_typed_becomes_cql_word_by_word(query: SruQuery, expected: str) -> None:
    assert cql(HERE, query) == expected


@pytest.mark.parametrize("query", [SruQuery(), SruQuery(title=" - / "), SruQuery(isbn="   ")])
def test_nothing_to_look_for_is_not_asked(query: SruQuery) -> None:
    with pytest.raises(SearchEmpty):
        cql(HERE, query)


@given(st.text(max_size=60))
def test_no_word_breaks_out_of_its_quotation_marks(text: str) -> None:
    try:
        built = cql(HERE, SruQuery(title=text))
    except SearchEmpty:
        return
    rest = built
    while rest:
        assert rest.startswith('dc.title="')
        rest = rest[10:]
        while not rest.startswith('"'):
            rest = rest[2:] if rest.startswith("\\") else rest[1:]
        rest = rest[1:].removeprefix(" and ")


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"address": "file:///etc/passwd"}, "address"),
        ({"address": "ftp://example.org/x"}, "address"),
        ({"address": "http://"}, "address"),
        ({"address": "http://a b/"}, "address"),
        ({"address": "http://[::1"}, "address"),
        ({"version": "2.0"}, "version"),
        ({"name": " "}, "name"),
        ({"page": 0}, "page"),
        ({"seconds": 0.0}, "seconds"),
        ({"isbn": "", "title": "", "author": "", "anywhere": ""}, "isbn"),
    ],
)
def test_a_target_that_cannot_be_asked_is_refused_with_the_part(change: dict[str, object], part: str) -> None:
    values: dict[str, object] = {"name": "X", "address": "http://example.org/sru", **change}
    with pytest.raises(SourceInvalid) as refused:
        SruClient(SruTarget(**values))  # type: ignore[arg-type]
    assert refused.value.values["part"] == part


def test_records_packed_as_text_and_as_cdata_are_read_like_those_packed_as_xml() -> None:
    escaped = RECORD.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for packed in (RECORD, escaped, f"<![CDATA[{RECORD}]]>", f"\n  <!-- x -->{RECORD}\n"):
        answer = read_answer(answered(packed), None, "X")
        assert titles(answer) == ["Łódź & more"]


def test_prefixes_encodings_and_counts_are_as_the_server_likes() -> None:
    assert titles(
        read_answer(answered().replace(b"zs:", b"srw:").replace(b"xmlns:zs", b"xmlns:srw"), None, "X")
    )
    assert titles(
        read_answer(
            answered().decode().replace('"1.0"', '"1.0" encoding="iso-8859-2"').encode("iso-8859-2"),
            None,
            "X",
        )
    ) == ["Łódź & more"]
    assert titles(read_answer(answered().decode().encode("utf-16"), None, "X")) == ["Łódź & more"]
    assert read_answer(answered(total="many"), None, "X").total == 1
    assert read_answer(answered(total="9" * 4000), "no-such-charset", "X").total == 1


def test_a_record_in_another_schema_and_one_withheld_are_told_of_beside_the_others() -> None:
    dublin = read_answer(answered("<dc><title>x</title></dc>"), None, "X").records[0]
    withheld = read_answer(
        answered("<d:diagnostic xmlns:d='x'><d:message>Not authorised</d:message></d:diagnostic>"), None, "X"
    ).records[0]
    assert (dublin.record, dublin.findings[0].code) == (None, "record.not_marcxml")
    assert (withheld.record, withheld.findings[0].code) == (None, "record.withheld")
    assert withheld.findings[0].values == (("message", "Not authorised"),)


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"not xml at all",
        b"<!DOCTYPE html><html><body>Please sign in to the network</body></html>",
        b"<html></html>",
        answered(root="explainResponse"),
        answered()[:-40],
        answered().replace(b'"1.0"?>', b'"1.0"?>' + BOMB.encode()).replace(b"more", b"&b;"),
        answered().replace(b'"1.0"?>', b'"1.0"?>' + OUTSIDE.encode()).replace(b"more", b"&a;"),
        answered("<a>" * 5000 + "</a>" * 5000),
        b"\x00" * 1000,
    ],
    ids=["empty", "text", "portal", "html", "explain", "torn", "bomb", "outside", "deep", "zeros"],
)
def test_what_is_no_answer_is_refused_and_nothing_of_it_is_expanded(body: bytes) -> None:
    with pytest.raises(SourceAnswerUnreadable):
        read_answer(body, None, "X")


def test_entities_within_a_record_packed_as_text_are_not_expanded() -> None:
    inner = (BOMB + RECORD.replace("more", "&b;")).replace("&", "&amp;").replace("<", "&lt;")
    assert titles(read_answer(answered(inner), None, "X")) in ([], ["Łódź & &b;"])


Answer = Callable[[BaseHTTPRequestHandler], None]


@pytest.fixture
def web() -> Iterator[Callable[[Answer], tuple[SruTarget, list[str]]]]:
    """Serve what a test says on this machine; give the target and what it was asked."""
    servers: list[ThreadingHTTPServer] = []

    def serve(answer: Answer) -> tuple[SruTarget, list[str]]:
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                answer(self)

            def log_message(self, format: str, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        return SruTarget("Web", f"http://127.0.0.1:{server.server_port}/sru", seconds=1.0), asked

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def said(body: bytes, status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


Web = Callable[[Answer], tuple[SruTarget, list[str]]]


def test_the_question_names_operation_version_schema_and_page(web: Web) -> None:
    target, asked = web(said(answered()))
    assert titles(SruClient(target).search(SruQuery(title="Łódź"), start=21)) == ["Łódź & more"]
    values = {name: value[0] for name, value in parse_qs(urlsplit(asked[0]).query).items()}
    assert values == {
        "operation": "searchRetrieve",
        "version": "1.1",
        "query": 'dc.title="Łódź"',
        "startRecord": "21",
        "maximumRecords": "20",
        "recordSchema": "marcxml",
        "recordPacking": "xml",
    }


@pytest.mark.parametrize("status", [404, 500, 503])
def test_a_server_in_trouble_is_told_with_its_status(web: Web, status: int) -> None:
    target, _ = web(said(b"sorry", status))
    with pytest.raises(SourceUnreachable) as trouble:
        SruClient(target).search(SruQuery(title="x"))
    assert str(status) in str(trouble.value.values["problem"])


@pytest.mark.parametrize("where", ["file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x/"])
def test_nobody_is_sent_on_to_a_file(web: Web, where: str) -> None:
    target, _ = web(said(b"", 302, Location=where))
    with pytest.raises(SourceUnreachable):
        SruClient(target).search(SruQuery(title="x"))


def test_an_endless_answer_is_cut_off(web: Web) -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while True:
                handler.wfile.write(b"x" * 1_000_000)
        except OSError:
            pass

    target, _ = web(endless)
    with pytest.raises(SourceAnswerUnreadable):
        SruClient(target).search(SruQuery(title="x"))


def test_an_answer_that_only_drips_is_given_up_after_its_time(web: Web) -> None:
    gone = threading.Event()

    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while not gone.wait(0.05):
                handler.wfile.write(b" ")
        except OSError:
            pass

    target, _ = web(dripping)
    with pytest.raises(SourceUnreachable):
        SruClient(target).search(SruQuery(title="x"))
    gone.set()


def test_who_gives_up_waits_no_longer(web: Web) -> None:
    target, _ = web(said(answered()))
    with pytest.raises(SearchStopped):
        SruClient(target).search(SruQuery(title="x"), stopped=lambda: True)

"""What the documents point at is there."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


@pytest.mark.parametrize("document", sorted(DOCS.glob("**/*.md")), ids=lambda path: str(path.name))
def test_every_link_of_a_document_leads_somewhere(document: Path) -> None:
    links = _LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize(
    "document", ["answers.md", "finding.md", "circulation.md", "membership.md", "visits.md"]
)
def test_every_promise_names_a_test(document: str) -> None:
    text = (DOCS / document).read_text(encoding="utf-8")
    rows = text.partition("## Which test keeps which promise")[2].splitlines()[4:]
    assert len(rows) > 14
    assert [row for row in rows if not re.search(r"\.\./tests/\S+\.py\)", row)] == []

"""What two people made of one page: shown part by part, merged by choice."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.model.article import Article
from kiosk.staff.answers.pages import checked_page, differences, merged, same_words
from tests.staff.answers.writing import WIFI

TEXTS = st.text(alphabet="abc äł.", min_size=1, max_size=12).map(str.strip).filter(bool)
PAGES = st.builds(
    lambda title, body, keywords, figure: replace(
        WIFI, title=" ".join(title.split()), body=body, keywords=tuple(keywords), figure=figure
    ),
    TEXTS,
    TEXTS,
    st.lists(TEXTS.map(lambda text: " ".join(text.split())), max_size=2),
    st.none() | TEXTS.map(lambda text: " ".join(text.split())),
)


def test_only_what_the_colleague_changed_is_shown_and_clashes_are_told_apart() -> None:
    mine = replace(WIFI, title="Mine?", body="Mine.")
    theirs = replace(WIFI, body="Theirs.", keywords=("wlan",))
    found = differences(WIFI, mine, theirs)
    assert [(one.field, one.clash) for one in found] == [("body", True), ("keywords", False)]
    both = merged(mine, found, {"keywords"})
    assert (both.title, both.body, both.keywords) == ("Mine?", "Mine.", ("wlan",))


@given(PAGES, PAGES, PAGES)
def test_merging_takes_every_part_from_one_of_the_two(base: Article, mine: Article, theirs: Article) -> None:
    found = differences(base, mine, theirs)
    assert merged(mine, found, ()) == mine
    everything = merged(mine, found, {one.field for one in found})
    for name in ("title", "body", "keywords", "figure"):
        taken, was = getattr(everything, name), getattr(base, name)
        wanted = getattr(theirs, name) if getattr(theirs, name) != was else getattr(mine, name)
        assert taken == wanted


@given(PAGES)
def test_what_is_checked_reads_the_same_checked_again(page: Article) -> None:
    once = checked_page(page, draft=False)
    assert same_words(checked_page(once, draft=False), once)
    assert same_words(checked_page(once, draft=True), once)

"""The preview's text: everything of an answer in its order, and typed text as text alone."""

from datetime import date

from kiosk.look.palette import LIGHT
from kiosk.policies.answer import ArticleAnswer, Choice, Refinement, RelatedQuestion
from kiosk.policies.blocks import Bullets, Heading, Paragraph, Run, Steps, Table, TableRow
from kiosk.ui.staff.policies.preview_text import answer_text


def answer(title: str = "How long?", text: str = "You may.") -> ArticleAnswer:
    return ArticleAnswer(
        key="loan-periods",
        language="en",
        topic="borrowing",
        title=title,
        figure="28 days",
        lead=Paragraph((Run(text), Run("keep", strong=True))),
        blocks=(
            Heading("Where"),
            Bullets(((Run("one"),),)),
            Steps(((Run("two"),),)),
            Table(("Kind", "Days"), (TableRow(("Film", "a week"), "dvd", marked=True),), "loans"),
        ),
        text="",
        refine=(Refinement("item_type", "Which kind?", (Choice("dvd", "Film"),), "dvd"),),
        related=(RelatedQuestion("renewals", "Longer?"),),
        as_of=date(2026, 11, 24),
    )


def test_everything_stands_in_the_order_of_the_kiosk() -> None:
    text = answer_text(answer(), LIGHT, "See also")
    told = ["How long?", "28 days", "You may.", "<b>keep</b>", "Where", "one", "two"]
    told += ["Kind", "Film", "a week", "Which kind?", "See also", "Longer?"]
    places = [text.index(one) for one in told]
    assert places == sorted(places)
    assert f'bgcolor="{LIGHT.tintAsk}"' in text


def test_what_was_typed_is_text_and_never_markup() -> None:
    text = answer_text(answer("<img src=x>", "<b>&</b>"), LIGHT, "<i>")
    assert "<img" not in text
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in text
    assert "<i>" not in text

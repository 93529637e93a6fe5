"""One question's page and the chips touched on it, so that Back undoes touch after touch; free of Qt."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kiosk.ui.patron.answer_reading import Reading
from kiosk.ui.patron.answer_state import AnswerInputs, Paper, Verdict

MOST_TAPS = 12  # touches that Back undoes; past them it leaves the page


@dataclass(frozen=True, slots=True)
class Before:
    """What was chosen before a touch, and what had become of the answer that it got.

    `reading` is that answer, None where it had not come, or was for another card or language.
    """

    chosen: Mapping[str, str]
    reading: Reading | None
    verdict: Verdict
    paper: Paper
    paper_code: str
    step: int


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """One question's page; `screen` is the language of the screen on which it was read.

    `steps` counts every answer that the page was asked for, so that a slip is told of with its own only.
    `awaited` tells that what stands there answers what was chosen before: the answer is still to come.
    """

    inputs: AnswerInputs
    reading: Reading = field(default_factory=Reading)
    screen: str = ""
    before: tuple[Before, ...] = ()
    steps: int = 0
    awaited: bool = False

    @property
    def article(self) -> str:
        """The key of the article in sight, empty for none."""
        return self.reading.shown.key if self.reading.shown is not None else ""

    @property
    def of_oneself(self) -> bool:
        """Whether it was asked about whoever asks."""
        return self.reading.answered is not None and self.reading.answered.own is not None


def tapped(page: AnswerPage, key: str, value: str) -> AnswerPage:
    """Choose a value, or the usual one where it is chosen already; what changes nothing leaves the page be.

    A touch that chooses again what was chosen just before undoes the one between.
    """
    shown = page.reading.shown
    asked = next((one for one in shown.refine if one.key == key), None) if shown is not None else None
    if asked is None:
        return page
    chosen = {name: code for name, code in page.inputs.chosen.items() if name != key}
    if value != asked.chosen:
        chosen[key] = value
    if chosen == page.inputs.chosen:
        return page
    if page.before and page.before[-1].chosen == chosen:
        return undone(page) or page
    before = (*page.before, _before(page))[-MOST_TAPS:]
    inputs = replace(
        page.inputs, chosen=chosen, verdict=Verdict.OPEN, paper=Paper.NONE, paper_code="", trouble=None
    )
    return _asked_again(replace(page, inputs=inputs, before=before))


def undone(page: AnswerPage) -> AnswerPage | None:
    """Return the page as it was before the last touch, None where nothing was touched.

    Its answer is awaited where it is known no more. What had no answer then and cannot be read now is
    no step: Back leads on to what is known, or leaves the page.
    """
    steps = page.before
    if page.inputs.trouble is not None:
        while steps and steps[-1].reading is None:
            steps = steps[:-1]
    if not steps:
        return None
    *earlier, last = steps
    inputs = replace(
        page.inputs,
        chosen=last.chosen,
        verdict=last.verdict,
        paper=last.paper,
        paper_code=last.paper_code,
        step=last.step,
        trouble=None,
    )
    reading = last.reading or page.reading
    return replace(page, inputs=inputs, reading=reading, before=tuple(earlier), awaited=last.reading is None)


def came(page: AnswerPage, inputs: AnswerInputs, reading: Reading, screen: str) -> AnswerPage:
    """Return the page with the answer to what is chosen."""
    return replace(page, inputs=inputs, reading=reading, screen=screen, awaited=False)


def for_another(page: AnswerPage) -> AnswerPage:
    """Return the page for another card or language: what is chosen stays, no slip said what it will say."""
    before = tuple(
        replace(one, reading=None, paper=Paper.NONE, paper_code="", step=-1) for one in page.before
    )
    inputs = replace(page.inputs, paper=Paper.NONE, paper_code="")
    return _asked_again(replace(page, inputs=inputs, before=before))


def printed(page: AnswerPage, step: int, paper: Paper, code: str) -> AnswerPage:
    """Keep how far the slip of one answer is, be it in sight or one that Back leads to."""
    before = tuple(
        replace(one, paper=paper, paper_code=code) if one.step == step else one for one in page.before
    )
    inputs = page.inputs
    if inputs.step == step:
        inputs = replace(inputs, paper=paper, paper_code=code)
    return replace(page, inputs=inputs, before=before)


def _asked_again(page: AnswerPage) -> AnswerPage:
    steps = page.steps + 1
    return replace(page, inputs=replace(page.inputs, step=steps), steps=steps, awaited=True)


def _before(page: AnswerPage) -> Before:
    inputs, known = page.inputs, None if page.awaited else page.reading
    return Before(inputs.chosen, known, inputs.verdict, inputs.paper, inputs.paper_code, inputs.step)

"""Says what is wrong with an article in the words of its form: names of fields and languages, no keys."""

from kiosk.model.problem import Problem
from kiosk.staff.answers.checking import PageProblem
from kiosk.staff.answers.pages import FIELDS
from kiosk.ui.staff.policies.language_names import language_name
from kiosk.words import Wording

_CHECKS = "policies.check."
_EMPTY = ("article.not_text", "article.missing")
_NAMED = {
    "article.valid_backwards": ("valid_from", "valid_until"),
    "article.no_body": ("body",),
}


def problem_told(one: PageProblem, words: Wording) -> str:
    """Return the sentence for the list beside the article, its language named first."""
    if one.stops and one.language is not None:
        language, said = language_name(one.language), _stopping(one.problem, words)
        return words("staff.policies.problem.stops", language=language, problem=said)
    values = dict(one.problem.values)
    if "languages" in values:
        values["languages"] = words.join(tuple(map(language_name, str(values["languages"]).split(", "))))
    sentence = f"staff.{one.problem.key}"
    if not one.problem.key.startswith(_CHECKS) or sentence not in words.catalogue:
        return words.show(one.problem)
    if one.language is None:
        return words(sentence, **values)
    return words(sentence, **{**values, "language": language_name(one.language)})


def _stopping(problem: Problem, words: Wording) -> str:
    values = dict(problem.values)
    name = values.get("name")
    if problem.key in _EMPTY and name in FIELDS:
        return words("staff.policies.problem.empty", field=_field(str(name), words))
    if problem.key in _NAMED:
        named = {name: _field(name, words) for name in _NAMED[problem.key]}
        return words(f"staff.policies.problem.{problem.key.removeprefix('article.')}", **named)
    return words.show(problem)


def _field(name: str, words: Wording) -> str:
    return words(f"staff.policies.field.{name}")

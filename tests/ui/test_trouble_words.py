"""What a failed job becomes on the screen: a table of errors and the sentences that patrons read."""

import errno

import pytest

from kiosk.model import errors
from kiosk.model.errors import EnvironmentTrouble, KioskError
from kiosk.ui.shared.trouble import Trouble, is_expected, trouble_behind
from kiosk.words import wording

LANGUAGES = ("en", "de", "pl")
# Before there is a window, a missing screen is told on the terminal; staff read sentences of their own.
OF_THE_WINDOW = [
    kind
    for kind in EnvironmentTrouble.__subclasses__()
    if kind is not errors.NoDisplay and kind.__module__ == errors.__name__
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [*OF_THE_WINDOW, errors.NoLibraryHere])
def test_every_trouble_of_the_machine_has_a_sentence_of_its_own_with_its_code(
    kind: type[KioskError], language: str
) -> None:
    words = wording(language)
    said = trouble_behind(kind(detail="/secret/path")).said(words)
    assert said.endswith(f"({kind.code})")
    assert "/secret/path" not in said
    assert trouble_behind(kind()).key != "trouble.unknown"
    assert said != Trouble("trouble.unknown", kind.code).said(words)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (OSError(errno.ENOSPC, "full"), "K206"),
        (OSError(errno.EDQUOT, "quota"), "K206"),
        (PermissionError(errno.EACCES, "no"), "K207"),
        (OSError(errno.EROFS, "read-only"), "K207"),
        (OSError("of no number"), "K000"),
        (errors.RecordUnknown(record="r1"), "K107"),
        (ZeroDivisionError(), "K000"),
    ],
)
def test_files_of_the_machine_tell_their_trouble_and_the_rest_shares_a_sentence(
    error: Exception, code: str
) -> None:
    assert trouble_behind(error).said(wording("en")).endswith(f"({code})")


def test_only_mistakes_of_the_program_are_unexpected() -> None:
    expected = (errors.DiskFull(), errors.CardUnknown(), PermissionError())
    assert all(is_expected(error) for error in expected)
    assert not is_expected(ZeroDivisionError())
    assert not is_expected(KeyError("x"))

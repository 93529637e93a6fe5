"""Languages by their MARC codes: how they are called, and which voice says them."""

import pytest

from kiosk.words.languages import spoken_code


@pytest.mark.parametrize(
    ("code", "spoken"),
    [
        ("ger", "de"),
        ("pol", "pl"),
        ("eng", "en"),
        ("mul", ""),
        ("und", ""),
        ("xyz", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_record_in_one_known_language_has_a_voice_to_ask_for(code: str | None, spoken: str) -> None:
    assert spoken_code(code) == spoken

"""What traits say of keys: the same however it is asked, and however the keys came to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.policies.understanding.profiles import Profiles

COUNTS = st.dictionaries(st.sampled_from("abcdefgh"), st.sampled_from((0.5, 1.0, 2.5)), min_size=1)
KEYS = st.dictionaries(st.sampled_from([f"key-{n}" for n in range(30)]), COUNTS, min_size=12)
ASKED = st.dictionaries(st.sampled_from("abcdefghx"), st.sampled_from((0.25, 1.0, 1.7)), min_size=1)


@given(KEYS, ASKED)
def test_asking_for_every_key_by_name_says_what_asking_for_all_does(
    keys: dict[str, dict[str, float]], asked: dict[str, float]
) -> None:
    profiles = Profiles().changed((), keys)
    of_all, known = profiles.speaks_for(asked)
    by_name, known_by_name = profiles.speaks_for(asked, list(keys))
    assert by_name == pytest.approx(of_all)
    assert known_by_name == known


@given(KEYS, COUNTS, COUNTS, ASKED)
def test_profiles_after_an_edit_say_what_profiles_made_anew_do(
    keys: dict[str, dict[str, float]],
    edited: dict[str, float],
    added: dict[str, float],
    asked: dict[str, float],
) -> None:
    before = Profiles().changed((), keys)
    before.speaks_for(asked)
    changed, removed, *_others = keys
    one = before.changed((changed,), {changed: edited})
    after = one.changed((removed,), {}).changed((), {"added": added})
    others = {key: counts for key, counts in keys.items() if key not in (changed, removed)}
    anew = Profiles().changed((), {**others, changed: edited, "added": added})
    assert after.speaks_for(asked)[0] == pytest.approx(anew.speaks_for(asked)[0])
    assert before.speaks_for(asked)[0] == pytest.approx(Profiles().changed((), keys).speaks_for(asked)[0])


def test_hundreds_of_rare_traits_that_agree_are_weighed_like_a_few() -> None:
    many = {f"piece-{n}": 1.0 for n in range(400)}
    usual = {f"other-{n}": 1.0 for n in range(20_000)}
    profiles = Profiles().changed((), {"meant": many, "other": usual})
    by_name, _known = profiles.speaks_for(many, ["meant", "other"])
    assert by_name == pytest.approx(profiles.speaks_for(many)[0])
    assert by_name["meant"] > 700 > 0 > by_name["other"]

"""Two changes of one record are told apart field by field, and each choice gives what it says."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kiosk.catalog.marc.record import MarcRecord, control, data_field
from kiosk.staff.records.comparing import Side, changes, differences, merged

from .shelf import wolf_hall

FIELDS = st.builds(
    lambda tag, value: control(tag, value) if tag < "010" else data_field(tag, "  ", ("a", value)),
    st.sampled_from(["001", "008", "245", "500", "650", "650"]),
    st.sampled_from(["a", "b", "c"]),
)
RECORDS = st.builds(
    lambda leader, fields: MarcRecord(leader, tuple(sorted(fields))),
    st.sampled_from(["00000nam a2200000 i 4500", "00000cam a2200000 c 4500"]),
    st.lists(FIELDS, max_size=7),
)


@given(RECORDS, RECORDS, RECORDS)
def test_a_choice_of_one_side_throughout_is_that_side(
    base: MarcRecord, theirs: MarcRecord, mine: MarcRecord
) -> None:
    found = differences(base, theirs, mine)
    assert merged(theirs, found, [Side.THEIRS] * len(found)) == theirs
    chosen = merged(theirs, found, [Side.MINE] * len(found))
    assert (chosen.leader, Counter(chosen.fields)) == (mine.leader, Counter(mine.fields))


@given(RECORDS, RECORDS)
def test_what_one_alone_changed_is_no_clash(base: MarcRecord, changed: MarcRecord) -> None:
    assert [one.plain_choice for one in differences(base, base, changed)] == [Side.MINE] * len(
        changes(base, changed)
    )
    theirs = differences(base, changed, base)
    assert all(one.plain_choice is Side.THEIRS for one in theirs)
    assert merged(changed, theirs, [Side.THEIRS] * len(theirs)) == changed


@given(RECORDS, RECORDS)
def test_the_same_change_by_both_is_no_difference(base: MarcRecord, changed: MarcRecord) -> None:
    assert differences(base, changed, changed) == ()
    assert changes(base, base) == ()


def test_two_new_subjects_are_both_kept_and_two_new_titles_clash() -> None:
    base = wolf_hall()
    theirs = base.having((*base.fields, data_field("650", " 0", ("a", "Tudors"))))
    mine = base.having((*base.fields, data_field("650", " 0", ("a", "Courts"))))
    found = differences(base, theirs, mine)
    assert [one.plain_choice for one in found] == [Side.THEIRS, Side.MINE]
    # Their addition stays, mine comes: so the plain choice is to keep both.
    both = merged(theirs, found, [Side.THEIRS, Side.MINE])
    assert [field.first("a") for field in both.all("650")] == ["Historical fiction.", "Tudors", "Courts"]
    untitled = base.having(field for field in base.fields if field.tag != "245")
    one, two = (untitled.having((*untitled.fields, data_field("245", "00", ("a", title)))) for title in "ab")
    (clash,) = differences(untitled, one, two)
    assert clash.clashes
    assert clash.plain_choice is None


def test_a_subject_deleted_here_and_mended_there_is_a_clash() -> None:
    base = wolf_hall()
    mended = base.having(
        data_field("650", " 0", ("a", "Historical novels.")) if field.tag == "650" else field
        for field in base.fields
    )
    without = base.having(field for field in base.fields if field.tag != "650")
    (clash,) = differences(base, mended, without)
    assert (clash.clashes, clash.mine) == (True, None)
    assert merged(mended, [clash], [Side.MINE]) == without

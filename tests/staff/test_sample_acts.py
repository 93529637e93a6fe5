"""The sample library's past is played once, however often it is begun."""

from pathlib import Path

from kiosk.staff.sample_acts import SamplePast, read_sample_acts
from tests.circulation.desk import MAIN, NOON, Desk, days, town_library

ACTS = """days_ago,time,act,card,subject,branch
60,10:00,checkout,R1,B1,MAIN
40,10:00,renew,R1,B1,MAIN
9,16:30,return,,B1,MAIN
8,10:00,checkout,R2,B1,MAIN
7,11:00,hold,R1,B1,MAIN
6,10:00,checkout,R1,B2,MAIN
5,10:00,lost,,B2,MAIN
4,12:00,pay,R1,5.00,MAIN
3,12:00,checkout,R1,B9,MAIN
3,12:00,hold,R1,nothing like it,MAIN
2,12:00,dance,R1,B1,MAIN
1,12:00,pay,R1,500.00,MAIN
1,12:00,pay,R9,1.00,MAIN
1,12:00,pay,R1,lots,MAIN
"""


def played(desk: Desk, folder: Path, day: float = 0) -> list[str]:
    file = folder / "acts.csv"
    file.write_text(ACTS, encoding="utf-8")
    past = SamplePast(desk.database, desk.acts, town_library())
    return past.play(read_sample_acts(file), NOON + days(day))


def test_the_past_is_played_once_and_what_was_refused_is_told(desk: Desk, tmp_path: Path) -> None:
    for card in ("R1", "R2"):
        desk.reader(card)
    for barcode in ("B1", "B2"):
        desk.copy(barcode)
    refused = played(desk, tmp_path)
    assert [line.rpartition(": ")[2] for line in refused] == [
        "patron.owes, item.unknown",
        "no such title",
        "no such act",
        "more_than_owed",
        "card_unknown",
        "invalid_amount",
    ]
    charges = desk.charges("R1")
    assert sorted(charges) == [("fine", "0.00"), ("replacement", "10.60")]
    lent = desk.lent("B1")
    assert (lent.branch, lent.lent_at) == (MAIN, NOON.replace(hour=9) - days(8))
    assert played(desk, tmp_path) == refused
    assert played(desk, tmp_path, day=1) == refused
    assert desk.charges("R1") == charges
    assert desk.lent("B1") == lent

"""Notices are queued once, sent by one, tried again or given up; templates and nights are remembered."""

from dataclasses import replace
from datetime import timedelta

from kiosk.storage import NewNotice, Template

from .builders import NOW, WEEK, Town

HOUR = timedelta(hours=1)
READY = NewNotice("hold_ready:1:2026-03-02", "hold_ready", "email", "pl", NOW, details={"title": "Ruhm"})
WORDING = Template("overdue", "de", "email", "Bitte: {title}", "anna", NOW, "Überfällig")


def test_a_notice_is_queued_once_even_after_it_was_sent(town: Town) -> None:
    with town.database.act() as work:
        assert work.notices.queue(READY)
        assert not work.notices.queue(replace(READY, queued_at=NOW + WEEK))
        (due,) = work.notices.due(NOW)
        assert (due.key, due.details, due.tries, due.next_try_at) == (READY.key, {"title": "Ruhm"}, 0, NOW)
        assert work.notices.due(NOW - HOUR) == ()
        work.notices.sent(due.id, NOW)
        assert not work.notices.queue(READY)
        assert work.notices.due(NOW + WEEK) == ()


def test_a_notice_that_somebody_is_sending_is_taken_by_nobody_else(town: Town) -> None:
    with town.database.act() as work:
        work.notices.queue(READY)
        (due,) = work.notices.due(NOW)
        taken = work.notices.take(due.id, now=NOW, until=NOW + HOUR)
        assert taken is not None
        assert taken.tries == 1
        assert work.notices.take(due.id, now=NOW, until=NOW + HOUR) is None
        assert work.notices.due(NOW) == ()
        assert work.notices.due(NOW + HOUR) == (taken,)


def test_a_notice_that_failed_is_tried_again_until_it_is_given_up(town: Town) -> None:
    with town.database.act() as work:
        work.notices.queue(READY)
        (due,) = work.notices.due(NOW)
        failed = work.notices.failed(due.id, "refused", next_try_at=NOW + HOUR)
        assert failed is not None
        assert (failed.last_error, failed.sent_at) == ("refused", None)
        assert work.notices.over_before(NOW + WEEK, 5) == ()
        over = work.notices.give_up(due.id, NOW + HOUR, "refused")
        assert work.notices.by_key(READY.key) == over
        assert work.notices.due(NOW + WEEK) == ()
        assert work.notices.sent(due.id, NOW) is None
        assert work.notices.over_before(NOW, 5) == ()
        assert work.notices.forget(work.notices.over_before(NOW + WEEK, 5)) == 1


def test_a_notice_of_later_waits_for_its_time(town: Town) -> None:
    with town.database.act() as work:
        work.notices.queue(replace(READY, next_try_at=NOW + WEEK))
        work.notices.queue(replace(READY, key="other", queued_at=NOW + HOUR))
        assert [notice.key for notice in work.notices.due(NOW + HOUR)] == ["other"]
        assert [notice.key for notice in work.notices.due(NOW + WEEK)] == ["other", READY.key]
        assert len(work.notices.due(NOW + WEEK, limit=1)) == 1


def test_a_library_words_its_notices_itself_or_not(town: Town) -> None:
    with town.database.act() as work:
        assert work.templates.get("overdue", "de", "email") is None
        work.templates.save(replace(WORDING, body="old"))
        work.templates.save(WORDING)
        work.templates.save(replace(WORDING, channel="print", subject=None))
        assert work.templates.get("overdue", "de", "email") == WORDING
        assert [template.channel for template in work.templates.all()] == ["email", "print"]
        assert work.templates.reset("overdue", "de", "email")
        assert not work.templates.reset("overdue", "de", "email")


def test_nights_are_remembered_by_day_and_step(town: Town) -> None:
    day = NOW.date()
    with town.database.act() as work:
        assert work.nightly_runs.last("lapse") is None
        work.nightly_runs.done(day, "lapse", NOW)
        work.nightly_runs.done(day, "lapse", NOW + HOUR)
        work.nightly_runs.done(day - WEEK, "lapse", NOW - WEEK)
        assert work.nightly_runs.last("lapse") == NOW + HOUR
        assert work.nightly_runs.last("unlink") is None
        assert work.nightly_runs.forget_before(day) == 1

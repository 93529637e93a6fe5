"""Articles, questions, messages, requests, accounts, the audit and the kiosks' last words."""

from dataclasses import replace
from datetime import date

import pytest

from kiosk.model.article import Article
from kiosk.model.request_number import shown_request_number
from kiosk.model.request_state import RequestState
from kiosk.model.texts import LocalText
from kiosk.storage import Account, HelpCall, NewMessage, PatronRequest, QuestionAsked, Role, StoredFlow

from .builders import NOW, WEEK, Town, act

RENEWALS = Article(
    key="renewals",
    language="de",
    topic="borrowing",
    title="Kann ich verlängern?",
    body="Ja, {{renewals}}.",
    questions=("Verlängern?", "Wie oft?"),
    keywords=("verlängern",),
    synonyms=(("film", ("dvd", "blu-ray")),),
    figure="{{renewals}}",
    refine=("item_type",),
    related=("fines",),
    review=date(2027, 1, 1),
    valid_from=date(2026, 1, 1),
    valid_until=date(2028, 1, 1),
)


def test_an_article_comes_back_as_saved_and_counts_its_versions(town: Town) -> None:
    with town.database.act() as work:
        assert work.articles.save(RENEWALS, by="anna", at=NOW) == RENEWALS
        assert work.articles.get("renewals", "de") == RENEWALS
        assert work.articles.save(replace(RENEWALS, version=9), by="anna", at=NOW) == RENEWALS
        second = work.articles.save(replace(RENEWALS, body="Nein.", visible=False), by="jan", at=NOW + WEEK)
        assert (second.version, second.body) == (2, "Nein.")
        history = work.articles.history("renewals", "de")
        assert [(entry.article.body, entry.written_by) for entry in history] == [
            ("Nein.", "jan"),
            ("Ja, {{renewals}}.", "anna"),
        ]


def test_replacing_articles_makes_them_equal_and_tells_whether_they_changed(town: Town) -> None:
    polish, other = replace(RENEWALS, language="pl"), replace(RENEWALS, key="other")
    with town.database.act() as work:
        assert work.articles.replace([RENEWALS, other], by="load", at=NOW)
        version = work.articles.version()
        assert not work.articles.replace([other, RENEWALS], by="load", at=NOW)
        assert work.articles.version() == version
        assert work.articles.replace([RENEWALS, polish], by="load", at=NOW)
        assert work.articles.all() == (RENEWALS, polish)
        assert work.articles.all("pl") == (polish,)
        assert work.articles.version() > version
        assert work.articles.retire("renewals") == 2
        assert work.articles.retire("renewals") == 0
        assert work.articles.all() == ()
        assert len(work.articles.history("renewals", "pl")) == 1, "what was taken away can be read again"


def test_a_draft_is_seen_by_nobody_until_it_is_made_live(town: Town) -> None:
    with town.database.act() as work:
        work.articles.save(RENEWALS, by="anna", at=NOW)
        version = work.articles.version()
        work.articles.save_draft(replace(RENEWALS, body="Vielleicht."), by="jan", at=NOW)
        draft = work.articles.save_draft(replace(RENEWALS, body="Nein.", topic="fees"), by="jan", at=NOW)
        assert (work.articles.all(), work.articles.version()) == ((RENEWALS,), version)
        assert work.articles.draft("renewals", "de") == draft
        assert [entry.article.body for entry in work.articles.drafts()] == ["Nein."]
        assert work.articles.publish("renewals", "de") == draft
        assert (work.articles.all(), work.articles.draft("renewals", "de")) == ((draft,), None)
        assert work.articles.version() > version
        assert work.articles.publish("renewals", "de") is None
        assert not work.articles.discard_draft("renewals", "de")


def test_an_article_is_made_to_read_as_it_once_did_with_its_topic_and_days(town: Town) -> None:
    later = replace(RENEWALS, body="Nein.", topic="fees", valid_until=None, visible=False)
    with town.database.act() as work:
        work.articles.save(RENEWALS, by="anna", at=NOW)
        work.articles.save(later, by="jan", at=NOW)
        work.articles.retire("renewals")
        restored = work.articles.restore("renewals", "de", 1, by="eva", at=NOW + WEEK)
        assert restored == replace(RENEWALS, version=3)
        assert work.articles.restore("renewals", "de", 9, by="eva", at=NOW) is None
        states = [str(entry.state) for entry in work.articles.history("renewals", "de")]
        assert states == ["live", "former", "former"]


def test_flows_come_back_as_written_and_those_not_wanted_go(town: Town) -> None:
    steps = {"start": "lost", "steps": {"lost": {"text": {"de": "Verloren?"}}}}
    lost, damaged = StoredFlow("lost", steps), StoredFlow("damaged", {"start": "a", "steps": {}})
    with town.database.act() as work:
        assert work.flows.replace([lost, damaged], by="load", at=NOW)
        assert not work.flows.replace([damaged, lost], by="load", at=NOW)
        assert work.flows.replace([StoredFlow("lost", steps, visible=False)], by="load", at=NOW)
        assert work.flows.all() == (StoredFlow("lost", steps, visible=False, version=2),)
        assert work.flows.get("damaged") is None


def test_a_kiosk_that_calls_again_before_anybody_came_has_called_once(town: Town) -> None:
    call = HelpCall("one", "by the door", "MAIN", "borrow", "scans", NOW)
    with town.database.act() as work:
        kept = work.help_calls.call(call)
        assert work.help_calls.call(replace(call, act_id="two", why="asked")) == kept
        other = work.help_calls.call(replace(call, act_id="three", kiosk="upstairs"))
        assert work.help_calls.waiting() == (kept, other)
        taken = work.help_calls.take(kept.id, by="anna", at=NOW + WEEK)
        assert work.help_calls.take(kept.id, by="jan", at=NOW + WEEK) == taken
        assert (taken is not None and taken.taken_by, work.help_calls.waiting()) == ("anna", (other,))
        assert work.help_calls.take(99, by="anna", at=NOW) is None
        assert work.help_calls.call(call) == taken, "a repeated act is the same call"
        assert work.help_calls.forget(work.help_calls.before(NOW + WEEK, 10)) == 2


def test_a_question_tells_how_it_came_and_where_it_led(town: Town) -> None:
    with town.database.act() as work:
        first = work.questions.asked(
            QuestionAsked("verl", "de", "choose", NOW, how="suggested", kiosk="door")
        )
        work.questions.led_to(first, "renewals")
        work.questions.asked(QuestionAsked("Wie oft?", "de", "answer", NOW, "renewals", after=first))
        last, began = work.questions.of_article("renewals")
        assert (last.after, began.led_to) == (first, "renewals")
        assert work.questions.next_after([first]) == (last,)
        assert work.questions.commonest("de", NOW) == (("renewals", 2),)
        assert work.questions.unanswered(NOW) == (), "one of several was opened"


def test_questions_without_an_answer_and_searches_in_vain_are_kept(town: Town) -> None:
    with town.database.act() as work:
        for text in ("Wo ist Eis?", "wo ist eis?", "Parkplatz?"):
            work.questions.asked(QuestionAsked(text, "de", "none", NOW))
        number = work.questions.asked(QuestionAsked("Verlängern?", "de", "answer", NOW + WEEK, "renewals"))
        unanswered = [entry.text for entry in work.questions.unanswered(NOW)]
        assert unanswered == ["Parkplatz?", "wo ist eis?", "Wo ist Eis?"]
        assert work.questions.commonest("de", NOW) == (("renewals", 1),)
        work.questions.helpful(number, False)
        assert work.questions.unanswered(NOW)[0].id == number, "its answer did not help"
        assert work.questions.of_article("renewals")[0].helpful is False
        work.questions.search_empty("qwertz", "de", NOW)
        assert work.questions.empty_searches(NOW)[0].text == "qwertz"
        assert work.questions.forget_before(NOW + WEEK) == 4


def test_a_message_is_left_once_answered_and_seen(town: Town) -> None:
    who = town.patron()
    new = NewMessage("once", "Hilfe", "de", NOW, who.id, question="Wo?", email="e@example.org", branch="MAIN")
    with town.database.act() as work:
        left = work.messages.leave(new)
        assert work.messages.leave(new) == left
        assert work.messages.inbox() == (left,)
        assert work.messages.waiting() == 1
        assert work.messages.unread(who.id) == ()
        replied = work.messages.reply(left.id, "Dort.", by="anna", at=NOW + WEEK)
        assert work.messages.inbox() == ()
        assert work.messages.unread(who.id) == (replied,)
        assert work.messages.seen(who.id, (), NOW + WEEK) == 0, "nothing of it was shown"
        assert work.messages.unread(who.id) == (replied,)
        assert work.messages.seen(who.id, (left.id,), NOW + WEEK) == 1
        assert work.messages.unread(who.id) == ()
        assert work.messages.reply(4711, "?", by="anna", at=NOW) is None


def test_staff_can_write_first_and_put_messages_away(town: Town) -> None:
    who = town.patron()
    with town.database.act() as work:
        told = work.messages.leave(NewMessage(act(), "Ihre Vormerkung …", "de", NOW, who.id, from_staff=True))
        assert work.messages.unread(who.id) == (told,)
        assert work.messages.inbox() == ()
        anonymous = work.messages.leave(NewMessage(act(), "spam", "de", NOW))
        work.messages.close(anonymous.id, NOW)
        assert work.messages.inbox() == ()
        assert len(work.messages.inbox(open_only=False)) == 1


def test_a_request_is_made_once_and_decided_once(town: Town) -> None:
    who = town.patron()
    with town.database.act() as work:
        wanted = PatronRequest("once", who.id, "purchase", NOW, {"title": "Ruhm"})
        made = work.requests.make(wanted)
        assert made == replace(wanted, id=made.id, number=made.number)
        assert work.requests.make(wanted) == made
        assert work.requests.waiting("purchase") == (made,)
        assert work.requests.waiting("address") == ()
        decided = work.requests.decide(made.id, "accepted", by="anna", at=NOW, answer="bestellt")
        assert decided is not None
        assert work.requests.decide(made.id, "declined", by="jan", at=NOW) is None
        assert work.requests.of_patron(who.id) == (decided,)


def test_a_request_goes_step_by_step_and_each_is_noted_once(town: Town) -> None:
    with town.database.act() as work:
        wanted = PatronRequest("r", None, "loan", NOW, email="e@example.org", branch="MAIN", language="pl")
        made = work.requests.make(wanted)
        typed = f" {shown_request_number(made.number).lower()} "
        assert work.requests.by_number(typed) == made
        assert work.requests.by_number("222-2222-223") is None
        ordered = RequestState.ORDERED
        moving = {"by": "anna", "at": NOW, "note": "in Leipzig", "next_step": "comes in May"}
        moved = work.requests.move(made.id, ordered, act_id="s1", **moving)  # type: ignore[arg-type]
        assert moved is not None
        assert (moved.state, moved.next_step, moved.answer) == ("ordered", "comes in May", "in Leipzig")
        assert work.requests.move(made.id, RequestState.DONE, act_id="s1", by="jan", at=NOW) == moved
        assert work.requests.unfinished() == (moved,)
        assert work.requests.waiting() == ()
        done = work.requests.move(made.id, RequestState.DONE, act_id="s2", by="jan", at=NOW + WEEK)
        assert done is not None
        assert (done.state, done.next_step) == ("done", None)
        assert work.requests.move(made.id, RequestState.DONE, act_id="s2", by="jan", at=NOW) == done
        assert work.requests.move(made.id, ordered, act_id="s3", by="jan", at=NOW) is None
        assert [(step.state, step.by) for step in work.requests.steps(made.id)] == [
            ("ordered", "anna"),
            ("done", "jan"),
        ]
        assert work.requests.over_before(NOW + WEEK, 5) == ()
        assert work.requests.forget(work.requests.over_before(NOW + 2 * WEEK, 5)) == 1
        assert work.requests.get(made.id) is None


def test_a_step_of_one_request_is_none_of_another(town: Town) -> None:
    with town.database.act() as work:
        first, second = (work.requests.make(PatronRequest(act(), None, "loan", NOW)) for _ in range(2))
        work.requests.move(first.id, RequestState.READY, act_id="s1", by="anna", at=NOW)
        assert work.requests.move(second.id, RequestState.READY, act_id="s1", by="anna", at=NOW) is None
        assert work.requests.unfinished("loan")[1] == second


def test_a_message_says_what_the_program_itself_tells(town: Town) -> None:
    with town.database.act() as work:
        told = work.messages.leave(NewMessage(act(), "", "de", NOW, from_staff=True, kind="hold_ready"))
        assert work.messages.get(told.id) == told
        assert told.kind == "hold_ready"


def test_accounts_have_roles_and_names_without_case(town: Town) -> None:
    role = Role("librarian", LocalText.of({"de": "Bibliothekarin"}), frozenset({"override", "edit"}))
    with town.database.act() as work:
        work.staff.save_role(replace(role, rights=frozenset()))
        work.staff.save_role(role)
        assert work.staff.roles() == (role,)
        anna = work.staff.add(Account("Anna", "Anna B.", "librarian", NOW, "$a"))
        assert anna is not None
        assert work.staff.add(Account("ANNA ", "Other", "librarian", NOW)) is None
        work.staff.set_password(anna.id, "$b")
        work.staff.set_active(anna.id, False)
        assert work.staff.by_name(" anna") == replace(anna, password_hash="$b", active=False)
        assert work.staff.by_name("jan") is None
        assert len(work.staff.all()) == 1


def test_the_audit_tells_the_latest_first(town: Town) -> None:
    with town.database.act() as work:
        for number in range(3):
            work.audit.write(
                at=NOW,
                account="anna",
                act="checkout",
                subject="patron",
                subject_id=number,
                details={"n": number},
                reason="knows her",
                overridden=["patron.owes"],
            )
        latest = work.audit.latest(2)
        assert [entry.details["n"] for entry in latest] == [2, 1]
        assert [entry.details["n"] for entry in work.audit.latest(2, before=latest[-1].id)] == [0]
        (one,) = work.audit.about("patron", 1)
        assert (one.overridden, one.reason) == (("patron.owes",), "knows her")


def test_a_kiosk_has_one_last_word(town: Town) -> None:
    with town.database.act() as work:
        work.kiosks.seen("entrance", NOW, {"printer": "out"})
        work.kiosks.seen("entrance", NOW + WEEK, {"printer": "ok"})
        (state,) = work.kiosks.all()
        assert (state.seen_at, state.state) == (NOW + WEEK, {"printer": "ok"})


@pytest.mark.parametrize("text", ["", "x" * 100_000, "\x00", "'; DROP TABLE messages; --", "🙂\ud83d"])
def test_any_text_can_be_left(town: Town, text: str) -> None:
    with town.database.act() as work:
        left = work.messages.leave(NewMessage(act(), text, "de", NOW))
        assert len(left.text) <= len(text)
        work.commit()

"""The walk that looks for a patron's words sees them wherever Python can hide them."""

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import lru_cache, partial
from queue import Queue, SimpleQueue
from threading import Event
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject, QTimer

from kiosk.ui.patron.visit import SignedIn
from tests.journeys.held import held_words


def own(function: Callable[..., object]) -> Callable[..., object]:
    """Take a function for one of the program's."""
    function.__module__ = "kiosk.hiding"
    return function


def in_closure(word: str) -> object:
    return own(lambda: word)


def in_default(word: str) -> object:
    return own(lambda told=word: told)


def in_slots(word: str) -> object:
    return SignedIn(card="", name="", category="", language=word)


def in_partial(word: str) -> object:
    return partial(print, word, end=word)


def in_queue(word: str) -> object:
    queue: Queue[tuple[str, ...]] = Queue()
    queue.put((word,))
    return queue


def in_simple_queue(word: str) -> object:
    queue: SimpleQueue[list[bytes]] = SimpleQueue()
    queue.put([word.encode()])
    return queue


def in_deque(word: str) -> object:
    return deque([{word: None}])


def in_generator(word: str) -> object:
    def told() -> Iterator[str]:
        kept = word
        yield ""
        yield kept

    generator = told()
    next(generator)
    return generator


def in_memory(word: str) -> object:
    remembering = lru_cache(own(lambda told: told))
    remembering(word)
    return remembering


@pytest.mark.parametrize(
    "hide",
    [
        in_closure,
        in_default,
        in_slots,
        in_partial,
        in_queue,
        in_simple_queue,
        in_deque,
        in_generator,
        in_memory,
    ],
)
def test_a_word_is_seen_wherever_it_hides(hide: Callable[[str], object]) -> None:
    word = f"hidden-{uuid4()}"
    hidden = hide(word)
    assert set(held_words([word, f"never-{uuid4()}"], [hidden])) == {word}
    del hidden
    assert not held_words([word], []), "and once it is gone no more"


def test_what_is_the_programs_own_is_seen_where_no_root_leads_to_it() -> None:
    word = f"hidden-{uuid4()}"
    hidden = in_slots(word)
    assert word in held_words([word], [])
    del hidden
    timer = QTimer()
    timer.timeout.connect(in_closure(word))
    assert word in held_words([word], []), "a signal calls it, which only C++ knows"
    timer.timeout.disconnect()
    del timer
    assert not held_words([word], [])


def test_work_that_waits_for_a_thread_is_seen() -> None:
    word, go_on = f"hidden-{uuid4()}", Event()
    with holding(go_on) as pool:
        pool.submit(go_on.wait)
        waiting = pool.submit(own(lambda: word))
        assert word in held_words([word], [pool])
        go_on.set()
        assert waiting.result(timeout=20) == word


@contextmanager
def holding(go_on: Event) -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        try:
            yield pool
        finally:
            go_on.set()


def test_what_the_test_itself_holds_is_not_the_programs() -> None:
    word = f"hidden-{uuid4()}"

    class Own(QObject):
        """A page, as far as it matters here."""

    Own.__module__ = "kiosk.hiding"
    page = Own()
    page.setProperty("heard", True)
    page.destroyed.connect(lambda: word)
    assert not held_words([word], [page])

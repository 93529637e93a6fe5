"""Looks for words in everything that a running kiosk holds: window, QML, Python, clipboard."""

import gc
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QJSValue
from PySide6.QtQuick import QQuickItem

from kiosk.catalog.folding import fold_variants
from kiosk.services import Services
from kiosk.ui.patron.counter import Counter
from scripts.hands import Hands
from tests.journeys.held import held_words

_TELLING = ("QString", "QStringList", "QUrl", "QVariant", "QVariantList", "QVariantMap", "QJSValue")


def words_left(
    hands: Hands, services: Services, words: Iterable[str], *, still: bool = False
) -> dict[str, str]:
    """Return which of the words are still somewhere, and where; ``still``: no event is handled before."""
    if not still:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        hands.settle()
    found: dict[str, str] = {}
    sought = tuple(words)
    for where, text in _everything(hands.counter):
        for word in sought:
            if word in text:
                found.setdefault(word, where)
    # As the kiosk itself does once the page no longer moves.
    gc.collect()
    # What records were indexed of late is the catalogue's own memory.
    fold_variants.cache_clear()
    return held_words(sought, (hands.counter, services)) | found


def _everything(counter: Counter) -> Iterator[tuple[str, str]]:
    """Yield every text that the app holds, and whose it is."""
    seen: set[int] = set()
    for root in (counter.window, counter):
        for thing in _below(root, seen):
            kind = f"{thing.metaObject().className()} {thing.objectName()}"
            for name, value in _properties(thing):
                yield f"{kind}.{name}", value
            # The presenters, the lists and the visit keep their state in Python.
            if "kiosk" in type(thing).__module__:
                yield kind, repr(vars(thing))
    yield "clipboard", QGuiApplication.clipboard().text()


def _below(thing: QObject, seen: set[int]) -> Iterator[QObject]:
    if id(thing) in seen:
        return
    seen.add(id(thing))
    yield thing
    inside = list(thing.children())
    if isinstance(thing, QQuickItem):
        inside += thing.childItems()
    for one in inside:
        yield from _below(one, seen)


def _properties(thing: QObject) -> Iterator[tuple[str, str]]:
    meta = thing.metaObject()
    for index in range(meta.propertyCount()):
        one = meta.property(index)
        if str(one.typeName()) in _TELLING and one.isReadable():
            value = one.read(thing)
            yield str(one.name()), str(value.toVariant() if isinstance(value, QJSValue) else value)

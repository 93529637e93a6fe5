"""What the home screen shows, free of Qt: filled by services, shown by its view model."""

from dataclasses import dataclass

from kiosk.ui.patron.channel_rows import ChannelRow


@dataclass(frozen=True, slots=True)
class HomeQuestion:
    """A question that stands on the Ask card; `article` names what answers it."""

    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """A new title on the shelf above the dock; `cover` is a file URL, empty until it is painted."""

    record: str
    title: str
    author: str
    cover: str = ""
    square: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class HomeState:
    """Everything of the home screen that services decide; `counts` is a whole sentence or empty."""

    questions: tuple[HomeQuestion, ...] = ()
    arrivals: tuple[Arrival, ...] = ()
    channels: tuple[ChannelRow, ...] = ()
    counts: str = ""
    borrowing: bool = True
    returning: bool = True
    joining: bool = False

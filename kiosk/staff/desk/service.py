"""The circulation desk's services, together."""

from kiosk.catalog.finding import Finder
from kiosk.circulation.acts import Acts
from kiosk.decisions import Decider
from kiosk.staff.desk.cards import DeskCards
from kiosk.staff.desk.lending import DeskLending
from kiosk.staff.desk.lists import DeskHolds
from kiosk.staff.desk.money import DeskMoney
from kiosk.staff.desk.papers import DeskPapers, PaperWays
from kiosk.staff.desk.reading import DeskReading
from kiosk.staff.desk.states import DeskItems
from kiosk.storage import Database


class CirculationDesk:
    """What the desk works with: each part guards its own methods."""

    def __init__(
        self, database: Database, decider: Decider, acts: Acts, finder: Finder, ways: PaperWays
    ) -> None:
        self.reading = DeskReading(database, decider, finder)
        self.cards = DeskCards(database, decider)
        self.lending = DeskLending(database, decider, acts)
        self.items = DeskItems(acts)
        self.money = DeskMoney(database, decider, acts)
        self.holds = DeskHolds(database, decider, acts)
        self.papers = DeskPapers(database, decider, ways)

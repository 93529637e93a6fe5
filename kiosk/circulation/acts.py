"""All acts of circulation over one database."""

from kiosk.circulation.change_hold import ChangeHold
from kiosk.circulation.charge import ChargeFee
from kiosk.circulation.checkin import Checkin
from kiosk.circulation.checkout import Checkout
from kiosk.circulation.claims import ClaimReturned
from kiosk.circulation.hold import CancelHold, PlaceHold
from kiosk.circulation.incomplete import ReportIncomplete
from kiosk.circulation.lost import DeclareLost
from kiosk.circulation.marking import MarkItem
from kiosk.circulation.nightly import Nightly
from kiosk.circulation.renew import Renew
from kiosk.circulation.settle import Settle
from kiosk.circulation.taking_back import TakeChargeBack
from kiosk.circulation.undo import Undo
from kiosk.circulation.undo_return import UndoReturn
from kiosk.circulation.withdraw import Withdraw
from kiosk.decisions import Decider
from kiosk.storage import Database


class Acts:
    """The verbs; each decides by the one decision function and commits once."""

    def __init__(self, database: Database, decider: Decider) -> None:
        self.checkout = Checkout(database, decider)
        self.checkin = Checkin(database, decider)
        self.renew = Renew(database, decider)
        self.place_hold = PlaceHold(database, decider)
        self.cancel_hold = CancelHold(database, decider)
        self.declare_lost = DeclareLost(database, decider)
        self.report_incomplete = ReportIncomplete(database, decider)
        self.settle = Settle(database, decider)
        self.undo = Undo(database, decider)
        self.undo_return = UndoReturn(database, decider)
        self.change_hold = ChangeHold(database, decider)
        self.withdraw = Withdraw(database, decider)
        self.claim_returned = ClaimReturned(database, decider)
        self.mark = MarkItem(database, decider)
        self.take_charge_back = TakeChargeBack(database, decider)
        self.charge = ChargeFee(database, decider)
        self.nightly = Nightly(database, decider)

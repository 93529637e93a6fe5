"""The only room that knows SQL: rows stay in it, frozen values of the model leave it."""

from kiosk.storage.asked_first import asking_first
from kiosk.storage.backup import Backup, backup, restore
from kiosk.storage.catalogue.copies import Copy
from kiosk.storage.catalogue.copy_rows import CopyRow
from kiosk.storage.catalogue.descriptions import NewRecord
from kiosk.storage.catalogue.headings import HeadingCount, HeadingPage, Neighbour
from kiosk.storage.catalogue.indexing import CopyToIndex, RecordToIndex
from kiosk.storage.catalogue.item_edits import ItemTies
from kiosk.storage.catalogue.kept_rows import RowChange
from kiosk.storage.catalogue.keys import heading_key, isbn_key
from kiosk.storage.catalogue.labelled import Labelled
from kiosk.storage.catalogue.listing import Counts, ListedRecord, StoredTitle
from kiosk.storage.catalogue.merging_records import RecordTies
from kiosk.storage.catalogue.versions import RecordVersion
from kiosk.storage.check import CheckResult, check
from kiosk.storage.circulation.desk_lists import KeptItem
from kiosk.storage.circulation.facts import Gathered
from kiosk.storage.circulation.holds import NewHold
from kiosk.storage.circulation.ledger import NewCharge, Settled
from kiosk.storage.circulation.loans import Decided
from kiosk.storage.circulation.new_loans import BeforeLoan, NewLoan
from kiosk.storage.circulation.open_kinds import OpenKind, OpenLoan
from kiosk.storage.circulation.pulling import Pull
from kiosk.storage.desk.audit import AuditEntry, AuditSought
from kiosk.storage.desk.help_calls import HelpCall
from kiosk.storage.desk.kiosks import KioskState
from kiosk.storage.desk.messages import Message, NewMessage
from kiosk.storage.desk.notice_facts import HoldTold, LoanDue
from kiosk.storage.desk.notices import NewNotice, Notice
from kiosk.storage.desk.request_list import ListedRequest
from kiosk.storage.desk.requests import PatronRequest, RequestStep
from kiosk.storage.desk.staff import Account, Role
from kiosk.storage.desk.templates import Template
from kiosk.storage.engine import Database, ForbiddenThread
from kiosk.storage.feed import Change, FeedKind, FeedPosition
from kiosk.storage.intake.sources import StoredSource
from kiosk.storage.intake.templates import StoredTemplate
from kiosk.storage.kept_backups import Keeping, Night, NightlyBackups
from kiosk.storage.library.usage import InUse
from kiosk.storage.people.attempts import Attempts
from kiosk.storage.people.erasure import PatronFile
from kiosk.storage.people.finding import Wanted
from kiosk.storage.people.former_cards import FormerCard
from kiosk.storage.people.merging import Moved
from kiosk.storage.people.notes import PatronNote
from kiosk.storage.people.patrons import Upserted
from kiosk.storage.people.restrictions import Restriction
from kiosk.storage.policies.articles import ArticleId, ArticleState, ArticleVersion, LiveVersion
from kiosk.storage.policies.flows import StoredFlow
from kiosk.storage.policies.questions import QuestionAsked, SearchedInVain
from kiosk.storage.reports.day_sums import Total
from kiosk.storage.reports.item_use import UsedItem, WhichItems
from kiosk.storage.reports.late_loans import LateLoan
from kiosk.storage.reports.title_sums import MovedTimes
from kiosk.storage.unit_of_work import Act, View
from kiosk.storage.urls import sqlite_url

__all__ = [
    "Account",
    "Act",
    "ArticleId",
    "ArticleState",
    "ArticleVersion",
    "Attempts",
    "AuditEntry",
    "AuditSought",
    "Backup",
    "BeforeLoan",
    "Change",
    "CheckResult",
    "Copy",
    "CopyRow",
    "CopyToIndex",
    "Counts",
    "Database",
    "Decided",
    "FeedKind",
    "FeedPosition",
    "ForbiddenThread",
    "FormerCard",
    "Gathered",
    "HeadingCount",
    "HeadingPage",
    "HelpCall",
    "HoldTold",
    "InUse",
    "ItemTies",
    "Keeping",
    "KeptItem",
    "KioskState",
    "Labelled",
    "LateLoan",
    "ListedRecord",
    "ListedRequest",
    "LiveVersion",
    "LoanDue",
    "Message",
    "Moved",
    "MovedTimes",
    "Neighbour",
    "NewCharge",
    "NewHold",
    "NewLoan",
    "NewMessage",
    "NewNotice",
    "NewRecord",
    "Night",
    "NightlyBackups",
    "Notice",
    "OpenKind",
    "OpenLoan",
    "PatronFile",
    "PatronNote",
    "PatronRequest",
    "Pull",
    "QuestionAsked",
    "RecordTies",
    "RecordToIndex",
    "RecordVersion",
    "RequestStep",
    "Restriction",
    "Role",
    "RowChange",
    "SearchedInVain",
    "Settled",
    "StoredFlow",
    "StoredSource",
    "StoredTemplate",
    "StoredTitle",
    "Template",
    "Total",
    "Upserted",
    "UsedItem",
    "View",
    "Wanted",
    "WhichItems",
    "asking_first",
    "backup",
    "check",
    "heading_key",
    "isbn_key",
    "restore",
    "sqlite_url",
]

"""The one tree of what can go wrong, each leaf with the key of its sentence and a support code.

A rule's "no" is a Decision, never one of these. Trouble of the environment (disk, database,
printer) and mistakes in what was asked are told apart by their branch of the tree.
"""

from typing import ClassVar


class KioskError(Exception):
    """Whatever the product itself refuses or fails at; ``values`` fill the sentence that ``key`` names."""

    key: ClassVar[str] = "error.unknown"
    code: ClassVar[str] = "K000"

    def __init__(self, **values: object) -> None:
        super().__init__(self.key, values)
        self.values = values

    def __str__(self) -> str:
        shown = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.key} ({self.code}) {shown}".rstrip()


class InputError(KioskError):
    """What was given cannot be used; the giver can mend it."""


class EnvironmentTrouble(KioskError):
    """The machine or the network fails; nothing is wrong with what was asked."""


class InvalidAmount(InputError):
    key, code = "error.invalid_amount", "K101"


class InvalidTime(InputError):
    key, code = "error.invalid_time", "K102"


class InvalidSetting(InputError):
    key, code = "error.invalid_setting", "K103"


class LibraryFileInvalid(InputError):
    key, code = "error.library_file_invalid", "K104"


class FileUnreadable(InputError):
    key, code = "error.file_unreadable", "K105"


class FormatUnknown(InputError):
    key, code = "error.format_unknown", "K106"


class RecordUnknown(InputError):
    key, code = "error.record_unknown", "K107"


class CardUnknown(InputError):
    key, code = "error.card_unknown", "K108"


class ItemUnknown(InputError):
    key, code = "error.item_unknown", "K109"


class BranchUnknown(InputError):
    key, code = "error.branch_unknown", "K110"


class ArticleInvalid(InputError):
    key, code = "error.article_invalid", "K111"


class InvalidPin(InputError):
    key, code = "error.invalid_pin", "K112"


class PatronHasLoans(InputError):
    key, code = "error.patron_has_open_business", "K113"


class MoreThanOwed(InputError):
    key, code = "error.more_than_owed", "K114"


class NoCardNumberLeft(InputError):
    key, code = "error.no_card_number_left", "K115"


class HoldUnknown(InputError):
    key, code = "error.hold_unknown", "K160"


class DayNotAhead(InputError):
    key, code = "error.day_not_ahead", "K161"


class FeeUnknown(InputError):
    key, code = "error.fee_unknown", "K162"


class LoanUnknown(InputError):
    key, code = "error.loan_unknown", "K163"


class NoLibraryHere(InputError):
    key, code = "error.no_library_here", "K120"


class ConfigurationInUse(InputError):
    key, code = "error.configuration_in_use", "K121"


class LibraryUnfinished(InputError):
    key, code = "error.library_unfinished", "K122"


class CodeImpossible(InputError):
    key, code = "error.code_impossible", "K130"


class LabelTooSmall(InputError):
    key, code = "error.label_too_small", "K131"


class SheetUnknown(InputError):
    key, code = "error.sheet_unknown", "K132"


class StartNotOnSheet(InputError):
    key, code = "error.start_not_on_sheet", "K133"


class RequestUnknown(InputError):
    key, code = "error.request_unknown", "K140"


class RequestStepImpossible(InputError):
    key, code = "error.request_step_impossible", "K141"


class RequestIncomplete(InputError):
    key, code = "error.request_incomplete", "K142"


class TooManyRequests(InputError):
    key, code = "error.too_many_requests", "K143"


class NeedsCard(InputError):
    key, code = "error.request_needs_card", "K144"


class PinNotNew(InputError):
    key, code = "error.pin_not_new", "K145"


class LanguageUnknown(InputError):
    key, code = "error.language_unknown", "K146"


class CardTaken(InputError):
    key, code = "error.card_taken", "K147"


class JoiningOff(InputError):
    key, code = "error.joining_off", "K148"


class RegistrationIncomplete(InputError):
    key, code = "error.registration_incomplete", "K149"


class NotTemporary(InputError):
    key, code = "error.not_temporary", "K150"


class CategoryUnknown(InputError):
    key, code = "error.category_unknown", "K151"


class HistoryNotKept(InputError):
    key, code = "error.history_not_kept", "K152"


class TooManyHere(InputError):
    key, code = "error.too_many_here", "K153"


class RequestOfKiosk(InputError):
    key, code = "error.request_of_kiosk", "K154"


class HelpCallUnknown(InputError):
    key, code = "error.help_call_unknown", "K155"


class ReplyTemplateUnknown(InputError):
    key, code = "error.reply_template_unknown", "K156"


class ArticleUnknown(InputError):
    key, code = "error.article_unknown", "K165"


class ArticleExists(InputError):
    key, code = "error.article_exists", "K166"


class QuestionUnknown(InputError):
    key, code = "error.question_unknown", "K167"


class ReplyTemplateInvalid(InputError):
    key, code = "error.reply_template_invalid", "K157"


class NoCallNumber(InputError):
    key, code = "error.no_call_number", "K134"


class NoMailAddress(InputError):
    key, code = "error.no_mail_address", "K135"


class LetterRefused(InputError):
    key, code = "error.letter_refused", "K136"


class LetterDeferred(InputError):
    key, code = "error.letter_deferred", "K164"


class MailNotSet(InputError):
    key, code = "error.mail_not_set", "K137"


class TemplateInvalid(InputError):
    key, code = "error.template_invalid", "K138"


class NothingHeld(InputError):
    key, code = "error.nothing_held", "K139"


class DatabaseUnavailable(EnvironmentTrouble):
    key, code = "error.database_unavailable", "K201"


class DatabaseNewer(EnvironmentTrouble):
    key, code = "error.database_newer", "K202"


class DatabaseOlder(EnvironmentTrouble):
    key, code = "error.database_older", "K203"


class DatabaseDamaged(EnvironmentTrouble):
    key, code = "error.database_damaged", "K204"


class DatabaseBusy(EnvironmentTrouble):
    key, code = "error.database_busy", "K205"


class DiskFull(EnvironmentTrouble):
    key, code = "error.disk_full", "K206"


class FolderNotWritable(EnvironmentTrouble):
    key, code = "error.folder_not_writable", "K207"


class IndexUnavailable(EnvironmentTrouble):
    key, code = "error.index_unavailable", "K208"


class NoDisplay(EnvironmentTrouble):
    key, code = "error.no_display", "K209"


class PrinterUnavailable(EnvironmentTrouble):
    key, code = "error.printer_unavailable", "K210"


class MailUnavailable(EnvironmentTrouble):
    key, code = "error.mail_unavailable", "K211"


class CameraUnavailable(EnvironmentTrouble):
    key, code = "error.camera_unavailable", "K212"


class SpeechUnavailable(EnvironmentTrouble):
    key, code = "error.speech_unavailable", "K213"

"""What can go wrong at the desk of staff: leaves of the one tree, with codes from K300 on."""

from collections.abc import Mapping

from kiosk.model.errors import EnvironmentTrouble, InputError
from kiosk.model.problem import Problem


class NotAllowed(InputError):
    key, code = "error.not_allowed", "K301"


class SignInOver(InputError):
    """The account was switched off, or its rights or password changed, since it signed in."""

    key, code = "error.sign_in_over", "K316"


class SignInRefused(InputError):
    key, code = "error.sign_in_refused", "K302"


class SignInLocked(InputError):
    key, code = "error.sign_in_locked", "K303"


class PasswordTooWeak(InputError):
    key, code = "error.password_too_weak", "K304"


class ExitPinWeak(InputError):
    key, code = "error.exit_pin_weak", "K374"


class AccountNameTaken(InputError):
    key, code = "error.account_name_taken", "K305"


class AccountUnknown(InputError):
    key, code = "error.account_unknown", "K306"


class RoleUnknown(InputError):
    key, code = "error.role_unknown", "K307"


class LastAdministrator(InputError):
    key, code = "error.last_administrator", "K308"


class AlreadyFounded(InputError):
    key, code = "error.already_founded", "K309"


class RecordChangedMeanwhile(InputError):
    key, code = "error.record_changed_meanwhile", "K310"


class RecordInvalid(InputError):
    key, code = "error.record_invalid", "K311"


class RecordNumberTaken(InputError):
    key, code = "error.record_number_taken", "K312"


class RecordVersionUnknown(InputError):
    key, code = "error.record_version_unknown", "K313"


class CoverUnusable(InputError):
    key, code = "error.cover_unusable", "K314"


class CoverNotKept(EnvironmentTrouble):
    key, code = "error.cover_not_kept", "K315"


class SettingsInvalid(InputError):
    key, code = "error.settings_invalid", "K370"


class SettingsChangedMeanwhile(InputError):
    key, code = "error.settings_changed_meanwhile", "K371"


class NothingToUndo(InputError):
    key, code = "error.nothing_to_undo", "K372"


class RuleValueUnreadable(InputError):
    key, code = "error.rule_value_unreadable", "K373"


class PatronChangedMeanwhile(InputError):
    key, code = "error.patron_changed_meanwhile", "K350"


class PatronFormIncomplete(InputError):
    key, code = "error.patron_form_incomplete", "K351"


class HoldsInTheWay(InputError):
    key, code = "error.holds_in_the_way", "K352"


class CardsNotOnePerson(InputError):
    key, code = "error.cards_not_one_person", "K353"


class TextMissing(InputError):
    key, code = "error.text_missing", "K354"


class PhotoUnusable(InputError):
    key, code = "error.photo_unusable", "K355"


class ArticleChangedMeanwhile(InputError):
    key, code = "error.article_changed_meanwhile", "K360"


class RequestChangedMeanwhile(InputError):
    key, code = "error.request_changed_meanwhile", "K361"


class FlowChangedMeanwhile(InputError):
    key, code = "error.flow_changed_meanwhile", "K362"


class TemplateChangedMeanwhile(InputError):
    key, code = "error.template_changed_meanwhile", "K363"


class AnswerEmpty(InputError):
    key, code = "error.answer_empty", "K364"


class AnswerReachesNobody(InputError):
    key, code = "error.answer_reaches_nobody", "K365"


class SourceUnreachable(EnvironmentTrouble):
    key, code = "error.source_unreachable", "K330"


class SourceNotConnected(SourceUnreachable):
    """Nobody answers at its address, whether the network, the name or the server is away."""

    key, code = "error.source_not_connected", "K344"


class SourceAnswerUnreadable(EnvironmentTrouble):
    key, code = "error.source_answer_unreadable", "K331"


class SourceRefused(InputError):
    key, code = "error.source_refused", "K332"


class SearchEmpty(InputError):
    key, code = "error.search_empty", "K333"


class SourceInvalid(InputError):
    key, code = "error.source_invalid", "K334"


class SourceUnknown(InputError):
    key, code = "error.source_unknown", "K335"


class RecordTemplateUnknown(InputError):
    key, code = "error.record_template_unknown", "K336"


class TitleMissing(InputError):
    key, code = "error.title_missing", "K337"


class SourceChangedMeanwhile(InputError):
    key, code = "error.source_changed_meanwhile", "K338"


class RecordTemplateInvalid(InputError):
    key, code = "error.record_template_invalid", "K339"


class TimeAhead(InputError):
    key, code = "error.desk_time_ahead", "K340"


class DatedTooFar(InputError):
    """A return dated further back than a book drop can have waited, by whoever may not waive."""

    key, code = "error.desk_dated_too_far", "K349"


class ReturnNotUndone(InputError):
    """Something has come of a return since; ``why`` is all that stands against taking it back."""

    key, code = "error.desk_return_not_undone", "K348"


class ReasonMissing(InputError):
    key, code = "error.desk_reason_missing", "K341"


class ChargeUnknown(InputError):
    key, code = "error.desk_charge_unknown", "K342"


class LeftOver(InputError):
    key, code = "error.desk_left_over", "K343"


class CopyChangedMeanwhile(InputError):
    """Somebody else changed the copy; ``item`` is it as it is now, ``fields`` names what differs."""

    key, code = "error.copy_changed_meanwhile", "K320"


class BarcodeTaken(InputError):
    key, code = "error.barcode_taken", "K321"


class CopyInvalid(InputError):
    """``problems`` says by field what is wrong; the first of them is told."""

    key, code = "error.copy_invalid", "K322"

    def __init__(self, problems: Mapping[str, Problem], barcode: str = "") -> None:
        super().__init__(barcode=barcode, problem=next(iter(problems.values()), None))
        self.problems = problems


class NoBarcodeLeft(InputError):
    key, code = "error.no_barcode_left", "K323"


class TooManyCopies(InputError):
    key, code = "error.too_many_copies", "K324"


class RecordInUse(InputError):
    key, code = "error.record_in_use", "K325"


class RecordHasLoans(InputError):
    key, code = "error.record_has_loans", "K326"


class NothingToMerge(InputError):
    key, code = "error.nothing_to_merge", "K327"


class TitleNotPutBack(InputError):
    """A deletion or a merge cannot be taken back any more; ``why`` is what stands against it."""

    key, code = "error.title_not_put_back", "K329"


class NothingToPrint(InputError):
    key, code = "error.nothing_to_print", "K328"

pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Which page stands behind which name. A page is added here and nowhere else in the shell.
QtObject {
    id: pages

    required property Desk desk

    // What patrons look after themselves.
    readonly property KioskSettingsPages own: KioskSettingsPages {
        desk: pages.desk
    }

    readonly property Component home: Component {
        KioskHomePage {
            home: pages.desk.home
            shell: pages.desk.shell
        }
    }

    readonly property Component find: Component {
        KioskFindPage {
            find: pages.desk.find
        }
    }

    readonly property Component browse: Component {
        KioskBrowsePage {
            browse: pages.desk.browse
        }
    }

    readonly property Component record: Component {
        KioskRecordPage {
            record: pages.desk.record
        }
    }

    readonly property Component borrow: Component {
        KioskBorrowPage {
            borrow: pages.desk.borrow
            signIn: pages.desk.signIn
        }
    }

    readonly property Component account: Component {
        KioskAccountPage {
            account: pages.desk.account
            post: pages.desk.accountPost
            signIn: pages.desk.signIn
        }
    }

    readonly property Component giveBack: Component {
        KioskReturnPage {
            checkin: pages.desk.checkin
        }
    }

    readonly property Component signIn: Component {
        KioskSignInPage {
            signIn: pages.desk.signIn
        }
    }

    readonly property Component language: Component {
        KioskLanguagePage {
            shell: pages.desk.shell
        }
    }

    readonly property Component access: Component {
        KioskAccessPage {
            shell: pages.desk.shell
            narration: pages.desk.narration
        }
    }

    readonly property Component ask: Component {
        KioskAskPage {
            ask: pages.desk.ask
        }
    }

    readonly property Component answer: Component {
        KioskAnswerPage {
            answer: pages.desk.answer
        }
    }

    readonly property Component flow: Component {
        KioskFlowPage {
            flow: pages.desk.flow
        }
    }

    readonly property Component request: Component {
        KioskRequestPage {
            request: pages.desk.request
        }
    }

    readonly property Component requestForm: Component {
        KioskRequestFormPage {
            request: pages.desk.request
        }
    }

    readonly property Component requestDone: Component {
        KioskRequestDonePage {
            request: pages.desk.request
        }
    }

    readonly property Component requestLookup: Component {
        KioskRequestLookupPage {
            request: pages.desk.request
        }
    }

    // Every step of joining is a page of this; it stays the step that is in sight when it is made.
    readonly property Component join: Component {
        KioskJoinPage {
            join: pages.desk.join
        }
    }

    readonly property Component joinDone: Component {
        KioskJoinDonePage {
            join: pages.desk.join
        }
    }

    readonly property var byName: ({
            "ask": ask,
            "answer": answer,
            "flow": flow,
            "language": language,
            "access": access,
            "account": account,
            "return": giveBack,
            "borrow": borrow,
            "sign_in": signIn,
            "request": request,
            "request_form": requestForm,
            "request_done": requestDone,
            "request_lookup": requestLookup,
            "join_name": join,
            "join_birth": join,
            "join_contact": join,
            "join_guardian": join,
            "join_language": join,
            "join_pin": join,
            "join_review": join,
            "join_agree": join,
            "join_done": joinDone,
            "home": home,
            "find": find,
            "record": record,
            "browse": browse
        })

    function of(name: string): Component {
        return byName[name] ?? own.byName[name] ?? null;
    }
}

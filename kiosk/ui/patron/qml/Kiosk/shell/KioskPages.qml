pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Which page stands behind which name. A page is added here and nowhere else in the shell.
QtObject {
    id: pages

    required property Desk desk

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

    readonly property Component borrow: Component {
        KioskBorrowPage {
            borrow: pages.desk.borrow
            signIn: pages.desk.signIn
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
        }
    }

    readonly property var byName: ({
            "language": language,
            "access": access,
            "borrow": borrow,
            "sign_in": signIn,
            "home": home,
            "find": find
        })

    function of(name: string): Component {
        return byName[name] ?? null;
    }
}

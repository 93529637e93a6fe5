pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// Which page of what patrons look after themselves stands behind which name.
QtObject {
    id: pages

    required property Desk desk

    readonly property Component settings: Component {
        KioskSettingsPage {
            settings: pages.desk.settings
        }
    }

    readonly property Component cardLost: Component {
        KioskCardLostPage {
            settings: pages.desk.settings
        }
    }

    readonly property Component settingsContact: Component {
        KioskSettingsContactPage {
            contact: pages.desk.settingsContact
        }
    }

    readonly property Component settingsHistory: Component {
        KioskSettingsHistoryPage {
            history: pages.desk.settingsHistory
        }
    }

    readonly property Component settingsData: Component {
        KioskSettingsDataPage {
            own: pages.desk.settingsData
        }
    }

    readonly property Component settingsErase: Component {
        KioskSettingsErasePage {
            erase: pages.desk.settingsErase
        }
    }

    readonly property Component settingsPin: Component {
        KioskSettingsPinPage {
            pin: pages.desk.settingsPin
        }
    }

    readonly property Component letters: Component {
        KioskAccountLettersPage {
            post: pages.desk.accountPost
        }
    }

    readonly property var byName: ({
            "account_messages": letters,
            "settings": settings,
            "card_lost": cardLost,
            "settings_contact": settingsContact,
            "settings_history": settingsHistory,
            "settings_data": settingsData,
            "settings_erase": settingsErase,
            "settings_pin": settingsPin
        })
}

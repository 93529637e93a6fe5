pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Desk

// What the patron has asked staff for: how far each is, and taking it back.
KioskAccountCard {
    id: requests

    required property AccountPostViewModel post

    title: qsTrId("account.requests")
    iconName: "ask"
    count: `${post.requestCount}`

    Repeater {
        model: requests.post.requests

        KioskAccountRequest {
            width: parent?.width ?? 0
            post: requests.post
        }
    }
}

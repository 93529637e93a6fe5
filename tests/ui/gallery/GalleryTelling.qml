import QtQuick
import Kiosk

// What tells how something goes: toast, progress, gauge.
Item {
    GalleryHead {
        x: 680
        y: 690
        text: "Toast, progress, wait"
    }

    KioskToast {
        x: 680
        y: 731
        width: 560
        text: "Hold cancelled"
        action: "Undo"
    }

    KioskProgress {
        x: 680
        y: 845
        width: 560
        text: "Renewing 3 of 5 ..."
        value: 0.6
    }

    KioskLimitGauge {
        x: 680
        y: 923
        width: 555
        before: 4
        today: 3
        limit: 20
    }
}

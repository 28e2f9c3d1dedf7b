import QtQuick
import Kiosk.Controls
import Kiosk.Visit

// The way to the next language, by its name; none where there is no other.
TouchButton {
    required property Preferences preferences

    visible: text !== ""
    plain: true
    padding: Theme.px(14)
    onActivated: preferences.nextLanguage()
}

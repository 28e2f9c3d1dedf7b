import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// The way to the reading aids.
TouchButton {
    required property Phrasebook phrases
    required property Navigation navigation

    padding: Theme.px(14)
    family: Theme.serif
    text: "Aa"
    textSize: Theme.firm
    spoken: phrases.words.comfort
    chosen: navigation.sheet === Sheets.comfort
    onActivated: navigation.toggleSheet(Sheets.comfort)
}

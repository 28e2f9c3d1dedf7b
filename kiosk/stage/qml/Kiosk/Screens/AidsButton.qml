import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// The way to the reading aids: at one place of every screen, at the right and low.
TouchButton {
    required property Phrasebook phrases
    required property Navigation navigation
    property bool compact: Theme.large

    // How far off the screen's lower edge it stands. Its letters, not its edge, stand at the margin.
    readonly property int beneath: compact ? Math.round(Theme.body * 0.3) : Theme.px(6)

    plain: true
    padding: Theme.px(14)
    height: compact ? Math.max(Theme.target, Math.round(Theme.body * 1.6)) : Math.max(Theme.target, Theme.px(76))
    family: Theme.serif
    text: "Aa"
    textSize: Theme.firm
    spoken: phrases.words.comfort
    chosen: navigation.sheet === Sheets.comfort
    onActivated: navigation.toggleSheet(Sheets.comfort)
}

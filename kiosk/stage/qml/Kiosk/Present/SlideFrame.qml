import QtQuick
import Kiosk.Controls
import Kiosk.Enums

// Where words and map lie on a slide: words at the left, the map at the right beneath their edge;
// upright the map above, the words beneath.
QtObject {
    id: root

    required property int width
    required property int height
    required property string kind
    // The words take the whole slide, over the map.
    property bool covered: false
    // The rows that the names of the sides take beneath the map.
    property int stripRows: 1

    readonly property bool upright: height > width
    readonly property bool narrow: width < height * 1.5
    readonly property bool map: kind !== SlideKinds.pictures
    readonly property bool sided: kind === SlideKinds.forces
    readonly property bool open: kind === SlideKinds.views
    // More words than others where the slide is narrow.
    readonly property bool wordy: kind === SlideKinds.decisions || kind === SlideKinds.sources
    readonly property int margin: Theme.mm(12)
    readonly property int edge: Theme.mm(18)

    readonly property real share: kind === SlideKinds.phases ? 0.41 : kind === SlideKinds.title ? 0.48 : kind === SlideKinds.lessons ? 0.56 : 0.6
    // How much of the slide's width, upright of its height, the words take.
    readonly property real part: sided && !upright ? (narrow ? 0.39 : 0.345) : narrow ? Math.min(wordy ? 0.76 : 0.64, share + (wordy ? 0.16 : 0.06)) : share
    readonly property int textWidth: open ? 0 : upright ? width : Math.round(width * part)
    readonly property int textTop: open ? height - plateHeight : upright && map ? Math.round(height * (1 - part)) : 0
    // Beneath the map the signs of the sides with their names; who fought stands with its own.
    readonly property int stripHeight: map && !sided ? Math.max(1, stripRows) * Theme.mm(14) : 0
    readonly property int plateHeight: upright ? Theme.mm(46) : Theme.mm(30)

    readonly property rect mapArea: {
        if (open)
            return Qt.rect(0, 0, width, textTop - stripHeight);
        if (upright)
            return Qt.rect(0, 0, width, Math.max(1, textTop - edge / 2 - stripHeight));
        if (sided)
            return Qt.rect(textWidth + edge / 2, 0, Math.max(1, width - 2 * textWidth - edge), height);
        return Qt.rect(textWidth + edge / 2, 0, Math.max(1, width - textWidth - edge / 2), height - stripHeight);
    }
    readonly property rect textArea: Qt.rect(margin, textTop + (upright && map ? edge / 2 : margin), (covered ? width - margin : textWidth) - margin - (upright ? margin : Theme.mm(4)), height - textTop - margin - (upright && map ? edge / 2 : margin))
    // Of two sides, the room of the one at the left and of the one at the right.
    readonly property int sideWidth: upright ? (width - 2 * margin - Theme.mm(8)) / 2 : textArea.width
}

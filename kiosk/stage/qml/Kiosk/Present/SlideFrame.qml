import QtQuick
import Kiosk.Controls

// Where words and map lie on a slide: words at the left, the map at the right beneath their edge.
QtObject {
    id: root

    required property int width
    required property int height
    required property string kind

    readonly property bool narrow: width < height * 1.5
    readonly property bool map: kind !== "pictures"
    readonly property bool sided: kind === "forces"
    readonly property bool open: kind === "views"
    readonly property int margin: Theme.mm(12)
    readonly property int edge: Theme.mm(18)

    readonly property real share: kind === "phases" ? 0.41 : kind === "title" ? 0.48 : kind === "lessons" ? 0.56 : 0.6
    readonly property int textWidth: open ? 0 : Math.round(width * (sided ? 0.345 : narrow ? Math.min(0.64, share + 0.06) : share))
    readonly property int plateHeight: Theme.mm(30)

    readonly property rect mapArea: {
        if (sided)
            return Qt.rect(textWidth + edge / 2, 0, Math.max(1, width - 2 * textWidth - edge), height);
        if (open)
            return Qt.rect(0, 0, width, height - plateHeight);
        return Qt.rect(textWidth + edge / 2, 0, Math.max(1, width - textWidth - edge / 2), height);
    }
    readonly property rect textArea: Qt.rect(margin, margin, textWidth - margin - (sided ? 0 : Theme.mm(4)), height - 2 * margin)
}

import QtQuick

// What comes fades in; what leaves, out.
NumberAnimation {
    property bool leaving

    from: leaving ? 1 : 0
    to: leaving ? 0 : 1
    duration: Style.fade
}

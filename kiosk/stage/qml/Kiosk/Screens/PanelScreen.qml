import QtQuick

// A panel as it fills the window, and where all lies on it.
Item {
    required property StageEdges edges
    required property StageFrame frame
}

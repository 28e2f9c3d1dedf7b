import QtQuick
import QtQuick.Shapes

// Gone over to the other side: a band that crosses to it, and goes on there.
Shape {
    id: root

    required property int thick
    // Where it leaves its lane, and where all lanes end.
    required property int begins
    required property int finishes
    // The middle of its lane, and how far beneath that the other side's is.
    required property real from
    required property real over
    required property color own
    required property color joined

    readonly property real bend: thick * 0.8
    readonly property real turn: over < 0 ? -bend : bend
    readonly property real middle: from + over / 2
    readonly property real line: begins + bend

    ShapePath {
        strokeColor: root.own
        strokeWidth: root.thick
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap
        startX: root.begins
        startY: root.from

        PathArc {
            x: root.line
            y: root.from + root.turn
            radiusX: root.bend
            radiusY: root.bend
            direction: root.over < 0 ? PathArc.Counterclockwise : PathArc.Clockwise
        }

        PathLine {
            x: root.line
            y: root.middle
        }
    }

    ShapePath {
        strokeColor: root.joined
        strokeWidth: root.thick
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap
        startX: root.line
        startY: root.middle

        PathLine {
            x: root.line
            y: root.from + root.over - root.turn
        }

        PathArc {
            x: root.line + root.bend
            y: root.from + root.over
            radiusX: root.bend
            radiusY: root.bend
            direction: root.over < 0 ? PathArc.Clockwise : PathArc.Counterclockwise
        }

        PathLine {
            x: Math.max(root.line + root.bend, root.finishes)
            y: root.from + root.over
        }
    }
}

pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.Enums
import Kiosk.Stage
import Kiosk.Visit

// What a touched name stands for, in place.
Sheet {
    id: root

    required property Navigation navigation
    required property Card card
    required property FilmPlayer film
    required property Viewer viewer

    // What is told in a text has its drawings on a page behind it.
    readonly property bool apart: card.body !== "" && card.knots.count === 0

    // Large, it leaves its page to what was lived; how the name is said comes at the end.
    overline: [Theme.large ? "" : card.pinyin, card.overline].filter(part => part !== "").join(" · ")
    title: card.title
    second: card.second

    Paragraphs {
        width: parent.width
        visible: text !== ""
        navigation: root.navigation
        text: root.card.body
    }

    component Shown: Item {
        id: drawing

        required property int index
        required property string key
        required property string turned
        required property bool film
        required property string signed
        required property bool worded
        required property string name
        required property string alt
        required property string credit
        required property string source
        required property int nth
        required property int among
        required property string compared
        required property string comparedName
        required property string comparedAlt
        required property string comparedSource
        required property real share

        // Of two that are compared the one of which more is seen.
        function enlarge() {
            root.viewer.open(comparison.visible && comparison.split < 0.5 ? compared : turned);
            root.navigation.openSheet(Sheets.picture);
        }

        // Upright the largest text leaves no room beside a drawing whose words are to be read.
        readonly property bool beneath: Theme.large && root.upright && larger.visible

        width: parent ? parent.width : 0
        height: rights.y + Math.max(rights.height, beneath ? larger.height : 0)
        Accessible.role: Accessible.Graphic
        Accessible.name: alt
        Accessible.ignored: !visible

        Image {
            id: large

            // Large text leaves no room for whose it is on the page of a drawing, which has words too;
            // what has none makes room for its title.
            readonly property real below: controls.height + names.height + hands.height + (hands.visible ? Theme.gap : 0) + (Theme.textScale > 1 ? 0 : rights.height)
            readonly property real above: drawing.worded || root.apart ? 0 : root.headed

            width: drawing.film || drawing.beneath ? drawing.width : drawing.width - larger.width - Theme.gap
            // A life leaves a photograph half of the page; a drawing has one to itself, for its words.
            height: Math.min(implicitHeight / Screen.devicePixelRatio, root.card.knots.count > 0 ? root.room * 0.5 - rights.height : root.room - below - above)
            fillMode: Image.PreserveAspectFit
            horizontalAlignment: Theme.mirrored ? Image.AlignRight : Image.AlignLeft
            transform: Face {
                of: large
            }
            source: width > 0 ? Theme.toned(`${drawing.source}/${Math.round(width * Screen.devicePixelRatio)}`) : ""
        }

        // A film takes the touch itself.
        TouchButton {
            id: larger

            x: drawing.beneath ? drawing.width - width : Math.round(large.paintedWidth) + Theme.gap
            y: drawing.beneath ? rights.y : large.height - height
            visible: !drawing.film
            icon: "maximize"
            spoken: Theme.told(root.phrases.words.enlarge, drawing.name)
            onActivated: drawing.enlarge()
        }

        TapHandler {
            enabled: !drawing.film && !comparison.visible
            longPressThreshold: 0
            gesturePolicy: TapHandler.WithinBounds
            onTapped: drawing.enlarge()
        }

        Comparison {
            id: comparison

            parent: large
            visible: drawing.compared !== ""
            phrases: root.phrases
            screen: large
            first: drawing.name
            second: drawing.comparedName
            alt: drawing.comparedAlt
            source: drawing.comparedSource
            share: drawing.share
        }

        DragHandler {
            target: null
            enabled: drawing.among > 1 && !comparison.visible
            yAxis.enabled: false
            onActiveChanged: {
                const across = centroid.position.x - centroid.pressPosition.x;
                if (!active && Math.abs(across) > Theme.mm(12))
                    root.card.turn(drawing.key, across < 0 ? 1 : -1);
            }
        }

        FilmControls {
            id: controls

            width: drawing.width
            visible: drawing.film
            phrases: root.phrases
            film: root.film
            picture: drawing.turned
            signed: drawing.signed
            screen: large
        }

        ComparedNames {
            id: names

            y: large.height + controls.height
            width: large.width
            reach: large.paintedWidth
            visible: comparison.visible
            first: drawing.name
            second: drawing.comparedName
        }

        GalleryHands {
            id: hands

            y: names.y + names.height + (visible ? Theme.gap : 0)
            width: drawing.width
            visible: drawing.among > 1
            phrases: root.phrases
            name: drawing.name
            nth: drawing.nth
            among: drawing.among
            onTurned: by => root.card.turn(drawing.key, by)
        }

        BodyText {
            id: rights

            y: hands.y + hands.height
            width: parent.width - (drawing.beneath ? larger.width + Theme.gap : 0)
            visible: text !== ""
            height: text !== "" ? implicitHeight : 0
            text: drawing.credit
            color: Theme.muted
        }
    }

    Repeater {
        model: root.apart ? null : root.card.pictures

        Shown {}
    }

    Thread {
        width: parent.width
        visible: knots.count > 0
        navigation: root.navigation
        knots: root.card.knots
    }

    FactList {
        width: parent.width
        visible: facts.count > 0
        navigation: root.navigation
        facts: root.card.facts
        inline: true
        spacing: Theme.px(10)
    }

    WebAddress {
        width: parent.width
        phrases: root.phrases
        web: root.card.web
    }

    BodyText {
        width: parent.width
        visible: text !== ""
        text: root.card.lacking
        color: Theme.muted
    }

    LinkedText {
        width: parent.width
        visible: text !== ""
        navigation: root.navigation
        text: root.card.sources
        color: Theme.muted
    }

    BodyText {
        width: parent.width
        visible: Theme.large && text !== ""
        text: root.card.pinyin
        color: Theme.muted
    }

    Repeater {
        model: root.apart ? root.card.pictures : null

        Shown {}
    }
}

pragma Singleton

import QtQuick
import Kiosk.Stage

// Every size and colour of the exhibit. Sizes come from the screen in millimetres.
QtObject {
    id: root

    property Stage stage: null

    readonly property bool ready: stage !== null
    readonly property bool highContrast: ready && stage.preferences.highContrast
    readonly property bool reducedMotion: ready && stage.preferences.reducedMotion
    readonly property real textScale: ready ? stage.preferences.textScale / 100 : 1
    readonly property real pxPerMm: ready ? stage.pxPerMm : 4
    // The language is written from right to left.
    readonly property bool mirrored: ready && stage.phrases.mirrored
    // The part of the window on which all is laid out.
    readonly property rect field: ready ? stage.field.area : Qt.rect(0, 0, 1920, 1080)
    readonly property bool upright: field.height > field.width
    readonly property int leastText: ready ? stage.bodyPx : 40
    // What a text scale multiplies; less than the least text on glass of few inches.
    readonly property int text: ready ? stage.textPx : 40

    // The palette's word.
    readonly property string tone: ready ? stage.preferences.tone : "table"
    readonly property Colours colours: Colours {
        tone: root.tone
    }
    readonly property color ink: colours.ink
    readonly property color inkRaised: colours.inkRaised
    readonly property color paper: colours.paper
    readonly property color muted: colours.muted
    readonly property color rule: colours.rule
    readonly property color night: colours.night
    readonly property color amber: colours.amber
    readonly property color bar: colours.bar
    readonly property color day: colours.day
    readonly property color alarm: colours.alarm

    readonly property string sans: "Noto Sans SC"
    readonly property string serif: "Noto Serif SC"
    readonly property int body: Math.max(leastText, Math.round(text * textScale))
    // Text on buttons over the map grows less, so that there is map left.
    readonly property int bounded: Math.min(body, Math.max(leastText, Math.round(text * 1.4)))
    readonly property int small: Math.max(leastText, Math.ceil(body * 0.75))
    // The steps of type above the body; large text leaves less room for them to grow.
    readonly property int firm: step(46)
    readonly property int lead: step(54)
    readonly property int figure: step(62)
    readonly property int title: step(84)
    readonly property int opening: step(112)
    readonly property int heading: Math.max(leastText, Math.round(text * (0.25 + textScale)))
    readonly property int second: firm
    readonly property real lineHeight: ready ? Number(stage.phrases.words.line_height) : 1
    // From here on words on buttons give way to icons, second titles to the text.
    readonly property bool large: body > 1.3 * text

    readonly property int target: mm(20)
    readonly property int gap: Math.ceil(mm(3))
    readonly property int margin: mm(10)
    readonly property int hairline: Math.max(1, mm(0.3))

    readonly property int fade: reducedMotion ? 0 : 280
    readonly property int flight: reducedMotion ? 0 : 600

    // Of what can be touched: its rule, the bar of what is chosen, its amber under a finger.
    readonly property int touchRule: Math.max(1, mm(0.55))
    readonly property int crest: mm(1.9)
    readonly property color amberDown: Qt.darker(amber, 4 / 3)

    // A side's colour as it is painted.
    function side(colour: color): color {
        return colours.side(colour, tone);
    }

    // A side's colour as its lines and words are.
    function lineOf(colour: color): color {
        return colours.lineOf(colour, tone);
    }

    // A side's colour as ground of words.
    function lane(colour: color): color {
        return colours.lane(colour, tone);
    }

    // The colour of a role of the palette.
    function role(name: string): color {
        return colours.role(name, tone);
    }

    // The address of a picture in the screen's colours.
    function toned(address: string): string {
        return `${address}?${tone}`;
    }

    // What of `width` is left free at the right so that the lines of a text are even.
    function spare(text: string, font: font, width: real): int {
        const plain = text.replace(/<[^>]*>/g, "");
        return ready && width > 0 ? Math.floor(width - stage.typesetting.balancedWidth(plain, font, width)) : 0;
    }

    // The width of the longest word of a plain text.
    function widest(text: string, font: font): real {
        return ready ? stage.typesetting.widest(text, font) : 0;
    }

    // A plain text in which no line ends within a short name.
    function together(text: string): string {
        return ready ? stage.typesetting.together(text) : text;
    }

    // The same, in which none ends within a phrase that has room on a line.
    function captioned(text: string, font: font, width: real): string {
        return ready ? stage.typesetting.captioned(text, Math.floor(width / font.pixelSize) - 1) : text;
    }

    // A text in paragraphs that a card may have.
    function paragraphs(text: string, font: font, width: real): var {
        return ready && width > 0 && text !== "" ? stage.typesetting.paragraphs(text, font, width) : [];
    }

    // The sentences of a text, which together are the text.
    function sentences(text: string): var {
        return ready ? stage.typesetting.sentences(text) : [];
    }

    // From where to where a sentence of a text goes, line by line.
    function stretches(text: string, font: font, width: real, early: var, number: int): var {
        return ready ? stage.typesetting.stretches(text, font, width, early, number) : [];
    }

    readonly property string comma: ready ? String(stage.phrases.words.comma) : ""

    // The number of a proof in a text, as one says it.
    function proof(number: string): string {
        return ready ? stage.phrases.say("nth_proof", [number]) : "";
    }

    // A thing and what is told of it, as one says it.
    function told(thing: string, words: string): string {
        return thing === "" || !ready ? words : stage.phrases.say("told_of", [thing, words]);
    }

    // A text of the second language as it is told beside its like; "" for none.
    function inSecond(text: string): string {
        return ready ? stage.phrases.inSecond(text) : "";
    }

    // The pages of what is higher than `room`, made of `leaves`.
    function paged(leaves: var, room: real): var {
        return ready ? stage.typesetting.paged(leaves, room) : null;
    }

    // A text as StyledText, the whole of it a link where it leads somewhere.
    function leading(ref: string, text: string): string {
        const said = text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
        return ref === "" ? said : `<a href="${ref}">${said}</a>`;
    }

    // A part of the field as it is laid out, where it is seen.
    function faced(area: rect): rect {
        return mirrored ? Qt.rect(field.width - area.x - area.width, area.y, area.width, area.height) : area;
    }

    // A length of the drawing on glass of 24 inches, 1920 px across, which grows with the text.
    function px(drawn: real): int {
        return Math.round(drawn * leastText / 41);
    }

    // How far words keep from the sides of a window.
    function pageMargin(width: real, height: real): int {
        return px(height > width ? 56 : width < 1.5 * height ? 48 : 64);
    }

    // A step of type of that drawing: of large text never less than the body.
    function step(drawn: real): int {
        const grown = drawn / 41 + (textScale - 1) * Math.max(0.25, 1 - 0.75 * (drawn / 41 - 1));
        return Math.max(body, Math.round(text * grown));
    }

    function mm(millimetres: real): int {
        return Math.round(millimetres * pxPerMm);
    }
}

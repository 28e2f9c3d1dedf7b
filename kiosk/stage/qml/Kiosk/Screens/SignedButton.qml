import QtQuick
import Kiosk.Controls
import Kiosk.Stage

// The way to what the stop tells in sign language; none where nothing does.
TouchButton {
    required property Phrasebook phrases
    required property FilmPlayer film
    required property Page page

    visible: page.signed !== ""
    text: phrases.words.sign_language
    role: Accessible.CheckBox
    chosen: film.picture === page.signed
    onActivated: film.asked()
}

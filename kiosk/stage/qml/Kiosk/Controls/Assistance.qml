pragma Singleton

import Kiosk.Visit

// A press that comes without finger or key is told to its window, as those are.
Assistant {
    // A key or assistive technology does something, in this moment.
    property bool acting: false
}

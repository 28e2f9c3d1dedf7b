pragma Singleton

import Kiosk.Visit

// A press that comes without finger or key is told to its window, as those are.
Assistant {}

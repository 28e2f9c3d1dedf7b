import QtQuick

// What no page cuts, and after which one may end.
Item {}

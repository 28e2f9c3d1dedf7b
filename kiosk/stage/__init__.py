"""The stage: all that QML binds to."""

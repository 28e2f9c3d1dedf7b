"""Rules for udev and variables for the compositor, made of this machine's settings."""

from __future__ import annotations

from kiosk.machine.settings import Settings

MATRICES = {
    90: "0 -1 1 1 0 0",
    180: "-1 0 1 0 -1 1",
    270: "0 1 0 -1 0 1",
}
"""libinput's matrix of a touch frame turned clockwise by so many degrees."""

_TOUCH = 'SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_INPUT_TOUCHSCREEN}=="1"'
_KEYBOARD = 'SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_INPUT_KEYBOARD}=="1"'


def input_rules(settings: Settings) -> str:
    """The udev rules: a touch frame as it is mounted, and no keyboard but those that are named.

    A keyboard that is a touch frame besides, as some say that they are, is left alone.
    """
    lines = ["# Written by kiosk deploy from /etc/kiosk/settings.yaml."]
    touch = settings.touch
    if matrix := MATRICES.get(touch.rotation):
        lines.append(f'{_TOUCH}, ENV{{LIBINPUT_CALIBRATION_MATRIX}}="{matrix}"')
    if touch.output:
        lines.append(f'{_TOUCH}, ENV{{WL_OUTPUT}}="{touch.output}"')
    strangers = "".join(f', ENV{{ID_SERIAL}}!="{name}"' for name in settings.keys)
    foreign = 'ENV{ID_BUS}=="usb|bluetooth", ENV{ID_INPUT_TOUCHSCREEN}!="1"'
    lines.append(f'{_KEYBOARD}, {foreign}{strangers}, ENV{{LIBINPUT_IGNORE_DEVICE}}="1"')
    return "\n".join([*lines, ""])


def variables(settings: Settings, *, debian: int, in_3d: bool, content: str) -> str:
    """The environment of the exhibit's unit on this machine."""
    said: dict[str, str] = {}
    if content:
        said["KIOSK_CONTENT"] = content
    if not in_3d:
        said |= {"WLR_RENDERER": "pixman", "WLR_NO_HARDWARE_CURSORS": "1"}
        said["QT_QUICK_BACKEND"] = "software"
    if settings.rotation and debian < 13:
        said["KIOSK_CAGE"] = " ".join(["-r"] * (settings.rotation // 90))
    elif settings.rotation:
        said["KIOSK_TRANSFORM"] = str(settings.rotation)
        said["KIOSK_OUTPUT"] = settings.touch.output
    lines = [f"{name}={value}" for name, value in said.items() if value]
    return "\n".join(["# Written by kiosk deploy.", *lines, ""])

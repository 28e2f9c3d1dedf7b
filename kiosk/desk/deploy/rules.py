"""Rules for udev and variables for the compositor, made of this machine's settings."""

from __future__ import annotations

from collections.abc import Mapping

from kiosk.machine.settings import Display, Settings

MATRICES = {
    90: "0 -1 1 1 0 0",
    180: "-1 0 1 0 -1 1",
    270: "0 1 0 -1 0 1",
}
"""libinput's matrix of a touch frame turned clockwise by so many degrees."""

_TOUCH = 'SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_INPUT_TOUCHSCREEN}=="1"'
_KEYBOARD = 'SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_INPUT_KEY}=="1"'

ROTATE = {90: "right", 180: "inverted", 270: "left"}
"""xrandr's words for a picture turned clockwise."""

WRITTEN = "# Written by kiosk deploy from /etc/kiosk/settings.yaml."


def output_of(settings: Settings, outputs: Mapping[str, bool]) -> str:
    """The output that the exhibit is shown on, "" where nobody can tell beforehand.

    `outputs` are those of the machine, and whether a screen is plugged in there.
    """
    plugged = [name for name, is_plugged in outputs.items() if is_plugged]
    if settings.display is Display.X11:  # which has names of its own, and finds the first itself
        return settings.screen
    return settings.screen or (plugged[0] if len(plugged) == 1 else "")


def unknown(settings: Settings, outputs: Mapping[str, bool]) -> list[str]:
    """A line for each output of the settings that the machine has not; none where it tells none."""
    named = {"screen": settings.screen, "touch.output": settings.touch.output}
    if settings.display is Display.X11:
        return []
    return [
        f"{key}: this machine has no output {name}; it has {', '.join(outputs)}"
        for key, name in named.items()
        if name and outputs and name not in outputs
    ]


def input_rules(settings: Settings) -> str:
    """The udev rules: a touch frame as it is mounted, and no keyboard but those that are named.

    A keyboard that is a touch frame besides, as some say that they are, is left alone. Of cage one
    output is on, to all of which touches go; but it doesn't turn them with the picture, so the
    frame is turned here. X turns them itself.
    """
    lines = [WRITTEN]
    touch = settings.touch
    turned = 0 if settings.display is Display.X11 else settings.rotation
    if matrix := MATRICES.get((touch.rotation - turned) % 360):
        lines.append(f'{_TOUCH}, ENV{{LIBINPUT_CALIBRATION_MATRIX}}="{matrix}"')
    if touch.output:
        lines.append(f'{_TOUCH}, ENV{{WL_OUTPUT}}="{touch.output}"')
    strangers = "".join(f', ENV{{ID_SERIAL}}!="{name}"' for name in settings.keys)
    foreign = 'ENV{ID_BUS}=="usb|bluetooth", ENV{ID_INPUT_TOUCHSCREEN}!="1"'
    lines.append(f'{_KEYBOARD}, {foreign}{strangers}, ENV{{LIBINPUT_IGNORE_DEVICE}}="1"')
    return "\n".join([*lines, ""])


def stick_rules(label: str) -> str:
    """The udev rule by which a stick of that label is taken, and no other."""
    stick = f'ENV{{ID_BUS}}=="usb", ENV{{ID_FS_LABEL}}=="{label}", ENV{{ID_FS_TYPE}}=="vfat|exfat"'
    wants = 'SYMLINK+="kiosk-stick", TAG+="systemd", ENV{SYSTEMD_WANTS}+="kiosk-stick.service"'
    rule = f'ACTION!="remove", SUBSYSTEM=="block", {stick}, {wants}'
    return "\n".join([WRITTEN, rule, ""])


def variables(
    settings: Settings,
    outputs: Mapping[str, bool],
    *,
    debian: int,
    in_3d: bool,
    content: str,
) -> str:
    """The environment of the exhibit's unit on this machine."""
    said: dict[str, str] = {}
    if content:
        said["KIOSK_CONTENT"] = content
    if settings.stick:
        said["KIOSK_TAKEN"] = "/var/lib/kiosk/exhibit"
    if not in_3d:
        said |= {"WLR_RENDERER": "pixman", "WLR_NO_HARDWARE_CURSORS": "1"}
        said["QT_QUICK_BACKEND"] = "software"
    said["KIOSK_OUTPUT"] = output_of(settings, outputs)
    against = (360 - settings.rotation) % 360  # Wayland counts against the clock
    if settings.display is Display.X11:
        said["KIOSK_ROTATE"] = ROTATE.get(settings.rotation, "")
    elif against and debian < 13:
        said["KIOSK_CAGE"] = " ".join(["-r"] * (against // 90))
    elif against:
        said["KIOSK_TRANSFORM"] = str(against)
    lines = [f"{name}={value}" for name, value in said.items() if value]
    return "\n".join(["# Written by kiosk deploy.", *lines, ""])


def dark_outputs(settings: Settings, outputs: Mapping[str, bool], *, debian: int) -> list[str]:
    """The outputs that the kernel must leave dark: cage of Debian 12 can't, and shows on all."""
    if debian >= 13 or settings.display is Display.X11 or settings.screen not in outputs:
        return []
    return [name for name in outputs if name != settings.screen]

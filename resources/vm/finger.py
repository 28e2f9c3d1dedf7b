"""In the machine: a touch screen that is plugged in late, and a finger on it.

`finger.py` touches the glass wherever a line of its input says, as "0.5 0.25": parts of the panel
as it is made, however its picture is turned. Linux alone, standard library only.
"""

from __future__ import annotations

import fcntl
import os
import struct
import sys
import time

EV_SYN, EV_KEY, EV_ABS = 0, 1, 3
BTN_TOUCH = 0x14A
ABS_X, ABS_Y, SLOT, MT_X, MT_Y, ID = 0, 1, 0x2F, 0x35, 0x36, 0x39
LIMITS = {ABS_X: 4095, ABS_Y: 4095, SLOT: 9, MT_X: 4095, MT_Y: 4095, ID: 65535}
CREATE, EVBIT, KEYBIT, ABSBIT, PROPBIT = 1, 100, 101, 103, 110
DIRECT = 1
"""The property of a touch screen, which a touch pad has not."""

HOLD_S = 0.1


def device() -> int:
    """A new touch screen of the kernel's."""
    file = os.open("/dev/uinput", os.O_WRONLY)

    def tell(number: int, value: int) -> None:
        fcntl.ioctl(file, 4 << 16 | 0x40000000 | ord("U") << 8 | number, value)

    for kind in (EV_SYN, EV_KEY, EV_ABS):
        tell(EVBIT, kind)
    tell(KEYBIT, BTN_TOUCH)
    tell(PROPBIT, DIRECT)
    for code in LIMITS:
        tell(ABSBIT, code)
    most = [LIMITS.get(code, 0) for code in range(64)]
    usb = struct.pack("<HHHHI", 3, 0x1234, 0x5678, 1, 0)
    os.write(file, b"A late frame".ljust(80, b"\0") + usb + struct.pack("<256i", *most, *[0] * 192))
    fcntl.ioctl(file, ord("U") << 8 | CREATE)
    return file


def touch(file: int, number: int, x: float, y: float) -> None:
    """A touch at parts of the glass."""
    across, down = round(x * LIMITS[MT_X]), round(y * LIMITS[MT_Y])
    place = ((EV_ABS, MT_X, across), (EV_ABS, MT_Y, down))
    single = ((EV_ABS, ABS_X, across), (EV_ABS, ABS_Y, down))
    begun = ((EV_ABS, SLOT, 0), (EV_ABS, ID, number), *place, (EV_KEY, BTN_TOUCH, 1), *single)
    for events in (begun, ((EV_ABS, ID, -1), (EV_KEY, BTN_TOUCH, 0))):
        for event in (*events, (EV_SYN, 0, 0)):
            os.write(file, struct.pack("<qqHHi", 0, 0, *event))
        time.sleep(HOLD_S)


if __name__ == "__main__":
    glass = device()
    for count, line in enumerate(sys.stdin, 1):
        touch(glass, count, *map(float, line.split()))

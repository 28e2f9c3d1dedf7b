"""Memory: a picture's is its own and goes back to the machine with it."""

from __future__ import annotations

import subprocess
import sys

import pytest

KEPT = """
import ctypes, sys
from kiosk.desk.memory import give_back, set_pictures_apart

class Info(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks",
        "fordblks", "keepcost")]

libc = ctypes.CDLL(None)
if not hasattr(libc, "mallinfo2"):
    sys.exit(77)
libc.mallinfo2.restype = Info
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
if sys.argv[1] == "apart":
    set_pictures_apart()
libc.free(libc.malloc(24_000_000))
before = libc.mallinfo2().hblkhd
picture = libc.malloc(9_000_000)
apart = libc.mallinfo2().hblkhd - before
libc.free(picture)
give_back()
sys.exit(0 if apart >= 9_000_000 else 1)
"""


FROZEN = """
import gc, weakref
from kiosk.desk.memory import let_go

class Ring:
    pass

ring = Ring()
ring.itself, gone = ring, weakref.ref(ring)
gc.freeze()
del ring
gc.collect()
assert gone()
let_go()
assert not gone()
assert gc.get_freeze_count()
"""


def test_what_was_taken_to_stay_is_let_go() -> None:
    subprocess.run([sys.executable, "-c", FROZEN], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="glibc's own way of keeping memory")
@pytest.mark.parametrize(("how", "code"), [("apart", 0), ("as it comes", 1)])
def test_after_one_picture_was_freed_the_next_has_memory_of_its_own(how: str, code: int) -> None:
    done = subprocess.run([sys.executable, "-c", KEPT, how], check=False)
    if done.returncode == 77:
        pytest.skip("this C library doesn't say what it keeps")
    assert done.returncode == code

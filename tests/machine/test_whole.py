"""Files that are written whole or not at all."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from kiosk.machine import whole


@pytest.mark.parametrize("safe", [False, True])
@pytest.mark.parametrize(("content", "held"), [(b"\x00\xff", b"\x00\xff"), ("邯", "邯".encode())])
def test_a_file_takes_the_place_of_the_one_before(
    tmp_path: Path, content: bytes | str, held: bytes, safe: bool
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"before")
    whole.write(file, content, safe=safe)
    assert file.read_bytes() == held
    assert list(tmp_path.iterdir()) == [file]


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, os.strerror(28))

    file = tmp_path / "a.pdf"
    file.write_bytes(b"before")
    monkeypatch.setattr(Path, "open", lambda path, _: path.touch() or Full())
    with pytest.raises(OSError, match="No space left on device"):
        whole.write(file, b"after")
    monkeypatch.undo()
    assert file.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, os.strerror(28), "/a/.part-b"), "No space left on device"),
        (OSError("no such device"), "no such device"),
        (ValueError("no such ground"), "no such ground"),
    ],
)
def test_a_reason_is_said_in_the_words_of_the_system(error: Exception, said: str) -> None:
    assert whole.reason(error) == said

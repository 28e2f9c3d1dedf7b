"""The PIN: kept as a sum, asked for slowly after wrong tries, set anew by whoever is root."""

from __future__ import annotations

import json
from pathlib import Path

import argon2
import pytest

from kiosk import cli
from kiosk.desk.deploy.machine import Machine
from kiosk.desk.staff import secret
from kiosk.desk.staff.secret import NoSecret, Tries
from kiosk.machine import folders
from tests.desk.conftest import SLOW

KNOCK = (1, 3, 2, 4, 1, 3)


@pytest.fixture(autouse=True)
def home(state: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    (tmp_path / "etc").mkdir()
    monkeypatch.setenv("KIOSK_STAFF", str(tmp_path / "etc" / "staff.json"))
    return tmp_path / "etc" / "staff.json"


def test_the_right_pin_alone_is_right(home: Path) -> None:
    assert not secret.exists()
    secret.write("2468", KNOCK)
    assert secret.exists()
    kept = secret.read()
    assert kept.knock == KNOCK
    assert secret.is_right(kept, "2468")
    assert not secret.is_right(kept, "2469")
    assert not secret.is_right(kept, "")
    assert "2468" not in home.read_text()
    assert home.stat().st_mode & 0o077 == 0


def test_trying_all_pins_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(argon2, "PasswordHasher", SLOW)
    secret.write("2468", KNOCK)
    cost = argon2.extract_parameters(secret.read().pin)
    assert cost.memory_cost * cost.time_cost >= 3 * 64 * 1024  # KiB, as RFC 9106 has it
    assert secret.is_right(secret.read(), "2468")
    assert not secret.is_right(secret.read(), "2469")


@pytest.mark.parametrize("pin", ["123", "123456789", "12a4", "١٢٣٤", ""])
def test_what_is_no_pin(pin: str) -> None:
    with pytest.raises(ValueError, match="a PIN has 4 to 8 digits"):
        secret.write(pin, KNOCK)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pin": "1234", "knock": [1,2,3,4,1]}', "\0"])
def test_a_damaged_file_opens_to_nobody_and_says_what_to_do(home: Path, text: str) -> None:
    home.write_text(text)
    assert secret.exists()
    with pytest.raises(NoSecret, match="set the PIN anew: sudo kiosk staff"):
        secret.read()


def test_a_sum_that_was_tampered_with_is_wrong(home: Path) -> None:
    secret.write("2468", KNOCK)
    told = json.loads(home.read_text())
    home.write_text(json.dumps(told | {"pin": told["pin"][:-4] + "AAAA"}))
    assert not secret.is_right(secret.read(), "2468")


def test_wrong_tries_cost_more_and_more_across_restarts() -> None:
    waits = []
    for _ in range(13):
        tries = Tries()
        tries.wrong()
        waits.append(Tries().wait_s)
    assert waits == [0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]
    Tries().right()
    assert Tries().wait_s == 0


def test_a_damaged_count_counts_from_the_beginning(state: Path) -> None:
    Tries().wrong()
    (state / "campaign-kiosk" / "wrong-tries").write_text("many")
    assert Tries().wait_s == 0


def prompted(monkeypatch: pytest.MonkeyPatch, pin: str) -> None:
    monkeypatch.setattr("click.prompt", lambda *_, **__: pin)


def test_the_command_sets_both_and_forgets_wrong_tries(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(9):
        Tries().wrong()
    prompted(monkeypatch, "1945")
    assert cli.main(["staff", "--knock", "1,3,2,4,1"]) == 0
    assert secret.read().knock == (1, 3, 2, 4, 1)
    assert Tries().wait_s == 0
    said = capsys.readouterr().out
    assert "  2. lower right\n" in said
    assert "1945" not in said


def test_root_forgets_the_wrong_tries_of_the_exhibit(
    state: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for _ in range(9):
        Tries().wrong()
    monkeypatch.setattr(folders, "DEPLOYED", folders.state_folder())
    with monkeypatch.context() as roots:
        roots.setenv("XDG_STATE_HOME", str(tmp_path / "root"))
        secret.write("1945", KNOCK)
    assert Tries().wait_s == 0


def test_a_root_that_forgets_is_told_no_pin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(Machine, "forgets", True)
    prompted(monkeypatch, "1945")
    assert cli.main(["staff"]) == 1
    assert "sudo overlayroot-chroot kiosk staff" in capsys.readouterr().err
    assert not secret.exists()


@pytest.mark.parametrize(
    ("pin", "arguments", "said"),
    [
        ("19", [], "a PIN has 4 to 8 digits"),
        ("1945", ["--knock", "1,2"], "a knock has 5 to 12 corners"),
        ("1945", ["--knock", "a"], "invalid literal"),
    ],
)
def test_what_the_command_refuses(
    pin: str,
    arguments: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    prompted(monkeypatch, pin)
    assert cli.main(["staff", *arguments]) == 1
    assert said in capsys.readouterr().err
    assert not secret.exists()

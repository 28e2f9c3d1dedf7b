"""The doctor's page: what is right and wrong on machines made up in a folder."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from kiosk import cli
from kiosk.desk.deploy.plan import MASKED
from kiosk.desk.doctor import doctor, hardware, keeping, showing
from kiosk.desk.doctor.finding import Finding, Probe, State
from tests.meeting import SMALL

CARD = " 0 [PCH    ]: HDA-Intel - PCH\n"
NOW = 1_800_000_000.0
WELL = {
    "written": NOW - 30,
    "platform": "wayland",
    "renderer": "Mesa Intel(R) UHD Graphics",
    "screen": {
        "name": "HDMI-A-1",
        "px": [1920, 1080],
        "mm": [531, 299],
        "hz": 60.0,
        "screens": 1,
        "sensible": True,
    },
    "measured": "531x299",
    "reach": "",
    "covers": True,
    "touch": ["ILITEK Multi-Touch"],
    "content": "/srv/kiosk/exhibit",
}


class Made:
    """A machine in a folder, whose programs answer as they are told."""

    def __init__(self, root: Path) -> None:
        self.root, self.answers, self.now = root, dict[str, str](), NOW
        self.state = root / "state"
        self.state.mkdir()

    def put(self, path: str, text: str) -> None:
        where = self.root / path
        where.parent.mkdir(parents=True, exist_ok=True)
        where.write_text(text)

    def says(self, **told: Any) -> None:
        """The exhibit's own word."""
        (self.state / "health.json").write_text(json.dumps(WELL | told))

    @property
    def probe(self) -> Probe:
        def answer(command: Sequence[str]) -> str:
            return self.answers.get(command[0], "")

        return Probe(self.root, self.state, answer, self.now)

    def of(self, topic: str) -> Finding:
        """The worst finding on a topic."""
        found = [one for one in doctor.examine(self.probe) if one.topic == topic]
        assert found, f"nothing of {topic}"
        return max(found, key=lambda one: doctor.WORTH[one.state])

    def topics(self) -> set[str]:
        return {one.topic for one in doctor.examine(self.probe)}


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path)


@pytest.mark.parametrize(
    ("told", "topic", "state", "said"),
    [
        ({}, "renderer", State.GOOD, "Mesa Intel"),
        ({"renderer": "llvmpipe (LLVM 15)"}, "renderer", State.BAD, "OpenGL without a GPU"),
        ({"touch": []}, "touch", State.BAD, "there is no touch screen"),
        ({"covers": False}, "window", State.BAD, "has a title bar"),
        ({"reach": "220 of its 1210 mm; hang it lower"}, "reach", State.DOUBT, "220 of its"),
        ({"measured": ""}, "screen", State.DOUBT, "it was never measured"),
        (
            {"measured": "", "screen": WELL["screen"] | {"mm": [16, 9], "sensible": False}},  # type: ignore[operator]
            "screen",
            State.BAD,
            "which can't be",
        ),
        ({"screen": None}, "screen", State.BAD, "there is none"),
        ({"refused": ["a.yaml:1:1: b", "c"]}, "new content", State.DOUBT, "b, and 1 more"),
        ({"closed": "x.yaml:3:1: y"}, "closed", State.BAD, "x.yaml:3:1"),
        ({"written": NOW - 600}, "exhibit", State.BAD, "it has said nothing since"),
        ({"off": "the screen is off"}, "exhibit", State.GOOD, "the screen is off"),
    ],
)
def test_the_exhibits_own_word(
    made: Made, told: dict[str, Any], topic: str, state: State, said: str
) -> None:
    made.says(**told)
    found = made.of(topic)
    assert found.state is state
    assert said in found.said
    assert bool(found.advice) is (state is not State.GOOD)


@pytest.mark.parametrize(
    ("shown", "state", "said"),
    [(48, State.GOOD, "5 are played"), (20, State.BAD, "this machine drops 30 of 50 frames of it")],
)
def test_the_films_of_what_is_shown_are_tried(
    made: Made, shown: int, state: State, said: str
) -> None:
    told = {"codec": "VP9", "width": 1920, "height": 1080, "rate": 25, "due": 50, "shown": shown}
    made.answers[sys.executable] = json.dumps(told | {"broken": ""})
    made.says(folder=str(SMALL.parent / "galleries"))
    found = made.of("films")
    assert found.state is state
    assert said in found.said
    made.answers[sys.executable] = ""
    assert made.of("films").state is State.UNKNOWN
    made.says(folder=str(SMALL))
    assert "films" not in made.topics()


def test_no_screen_is_nothing_wrong_while_the_hours_are_over(made: Made) -> None:
    made.says(screen=None, off="the screen is off (by wayland)")
    assert "screen" not in made.topics()


@pytest.mark.parametrize("text", ["", "[]", "{", "\0"])
def test_an_exhibit_that_has_said_nothing_is_unknown(made: Made, text: str) -> None:
    (made.state / "health.json").write_text(text)
    assert made.of("exhibit").state is State.UNKNOWN


def shown(state: str, restarts: int, status: str = "") -> str:
    return (
        f"LoadState=loaded\nActiveState={state}\nSubState=running\nNRestarts={restarts}\n"
        f"StatusText={status}\n"
    )


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (shown("active", 0), State.GOOD),
        (shown("active", 2), State.DOUBT),
        (shown("active", 0, "new content is refused: a"), State.DOUBT),
        (shown("failed", 5), State.BAD),
        ("LoadState=not-found\n", State.UNKNOWN),
        ("", State.UNKNOWN),
    ],
)
def test_systemds_word(made: Made, answer: str, state: State) -> None:
    made.answers["systemctl"] = answer
    assert made.of("service").state is state


@pytest.mark.parametrize(
    ("path", "text", "topic", "state"),
    [
        ("proc/self/mounts", "overlay / overlay ro 0 0\n", "root", State.GOOD),
        ("proc/self/mounts", "/dev/sda1 / ext4 rw,noatime 0 0\n", "root", State.GOOD),
        ("sys/class/thermal/thermal_zone0/temp", "48000", "temperature", State.GOOD),
        ("sys/class/thermal/thermal_zone0/temp", "84000", "temperature", State.DOUBT),
        ("sys/class/thermal/thermal_zone0/temp", "99000", "temperature", State.BAD),
        ("sys/class/thermal/thermal_zone0/temp", "?", "temperature", State.UNKNOWN),
        ("sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1", "power", State.BAD),
        ("sys/class/watchdog/watchdog0/state", "active", "watchdog", State.GOOD),
        ("sys/class/watchdog/watchdog0/state", "inactive", "watchdog", State.DOUBT),
        ("run/systemd/timesync/synchronized", "", "clock", State.GOOD),
        ("etc/kiosk/settings.yaml", "idle_s: 90\n", "settings", State.GOOD),
        ("etc/kiosk/settings.yaml", "idle: 90\n", "settings", State.BAD),
        ("etc/kiosk/deployed.json", "{}", "locks", State.BAD),
    ],
)
def test_the_machine(made: Made, path: str, text: str, topic: str, state: State) -> None:
    made.put(path, text)
    assert made.of(topic).state is state


@pytest.mark.parametrize(
    ("cards", "device", "state", "said"),
    [
        (CARD, "HDMI 0\n", State.GOOD, "HDA-Intel - PCH; speech is heard on HDMI 0"),
        (CARD, "\n", State.UNKNOWN, "HDA-Intel - PCH, and no device of it to play on"),
        ("--- no soundcards ---\n", "HDMI 0", State.DOUBT, "there is no sound card"),
    ],
)
def test_the_device_on_which_speech_is_heard_is_named(
    made: Made, cards: str, device: str, state: State, said: str
) -> None:
    made.put("proc/asound/cards", cards)
    made.answers[sys.executable] = device
    assert (made.of("sound").state, made.of("sound").said) == (state, said)


def test_the_sound_server_of_a_deployed_machine_is_asked(made: Made) -> None:
    made.put("proc/asound/cards", CARD)
    made.put("run/kiosk-sound/native", "")
    made.answers["env"] = "Built-in Audio\n"
    assert made.of("sound").said == "HDA-Intel - PCH; speech is heard on Built-in Audio"


def test_a_root_that_is_asked_to_be_read_only_and_is_not(made: Made) -> None:
    made.put("proc/self/mounts", "/dev/sda1 / ext4 rw 0 0\n")
    made.put("proc/cmdline", "quiet overlayroot=tmpfs")
    assert made.of("root").state is State.BAD


def test_a_clock_that_stands_in_1970(made: Made) -> None:
    made.now = 1000.0
    assert made.of("clock").state is State.BAD


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ('{"smart_status": {"passed": true}}', State.GOOD),
        ('{"smart_status": {"passed": false}}', State.BAD),
        ("", State.UNKNOWN),
    ],
)
def test_a_disks_own_word(made: Made, answer: str, state: State) -> None:
    (made.root / "sys" / "block" / "sda").mkdir(parents=True)
    made.answers["smartctl"] = answer
    assert made.of("disk health").state is state


def test_a_full_disk(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    assert made.of("disk").state is State.GOOD
    monkeypatch.setattr(hardware, "LEAST_FREE", 1e18)
    assert made.of("disk").state is State.BAD


def test_all_ways_out_are_shut(made: Made) -> None:
    made.put("etc/kiosk/deployed.json", "{}")
    made.put("proc/sys/kernel/sysrq", "0\n")
    for unit in MASKED:
        link = made.root / "etc/systemd/system" / unit
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to("/dev/null")
    assert made.of("locks").state is State.GOOD
    made.put("proc/sys/kernel/sysrq", "438\n")
    assert "SysRq" in made.of("locks").said


def test_a_deployed_machine_has_a_pin(made: Made) -> None:
    assert "staff gate" not in made.topics()
    made.put("etc/kiosk/deployed.json", "{}")
    assert made.of("staff gate").state is State.DOUBT
    assert made.of("staff gate").advice == "sudo kiosk staff, then systemctl restart kiosk"
    made.put("etc/kiosk/staff.json", "{}")
    assert made.of("staff gate").state is State.GOOD


def test_a_check_that_fails_is_a_finding(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(probe: Probe) -> Iterator[Finding]:
        raise RuntimeError("no")

    monkeypatch.setattr(doctor, "CHECKS", [broken, *showing.CHECKS])
    assert made.of("broken").said == "it could not be looked at: RuntimeError: no"
    assert "service" in made.topics()


def test_what_is_wrong_comes_first_with_what_to_do(made: Made) -> None:
    made.says(touch=[])
    lines = doctor.as_text(doctor.examine(made.probe)).splitlines()
    assert lines[0] == "WRONG touch        there is no touch screen"
    assert lines[1].strip().startswith("-> look at the frame's USB cable")
    assert re.fullmatch(r"1 wrong, \d+ to look at\.", lines[-1])


def test_open_metrics(made: Made) -> None:
    made.says(touch=[])
    lines = doctor.as_metrics(doctor.examine(made.probe), NOW).splitlines()
    assert 'kiosk_state{topic="touch"} 2' in lines
    assert "kiosk_written_seconds 1800000000" in lines
    assert lines[-1] == "# EOF"
    series = [line.rpartition(" ")[0] for line in lines if line[0] != "#"]
    assert len(series) == len({*series})


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "kiosk.prom"
    code = cli.main(["doctor", "--format", "json", "--metrics", str(file)])
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {"versions", "disk", "fonts", "exhibit"} <= {one["topic"] for one in found}
    assert code == any(one["state"] == "bad" for one in found)
    assert file.read_text().endswith("# EOF\n")
    assert cli.main(["doctor", "--metrics", str(tmp_path / "no" / "file")]) == 1
    assert "no/file" in capsys.readouterr().err


def test_the_files_of_what_is_spoken(tmp_path: Path) -> None:
    probe = Probe(tmp_path, tmp_path)
    (found,) = keeping.speech(probe)
    assert (found.state, found.advice) == (State.UNKNOWN, "kiosk narrate makes them")
    spoken = tmp_path / "spoken"
    spoken.mkdir()
    (spoken / "index.json").write_text('{"en": {"home": "a.opus", "close": "b.opus"}}')
    (spoken / "a.opus").write_bytes(b"OggS")
    (found,) = keeping.speech(probe)
    assert found.state is State.DOUBT
    assert found.said == "1 of 2 texts have no file, such as “close”"
    (spoken / "b.opus").write_bytes(b"OggS")
    (found,) = keeping.speech(probe)
    assert (found.state, found.said) == (State.GOOD, "2 texts in en have their file")

"""What goes wrong on a floor: each time the exhibit must come back by itself."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

from run import EXHIBIT, HEALTH, LOG, Run, expect

FREE = "df --output=avail -B1 / | tail -n 1 | tr -d ' '"
WRITER = Path(__file__).with_name("writer.py")
WRITE = "XDG_STATE_HOME=/var/lib/kiosk/tried /opt/kiosk/current/bin/python /root/writer.py"


def kill(run: Run, number: int) -> str:
    """The exhibit is killed: it comes again."""
    return _struck(run, f"kill-{number}", "KILL")


def hang(run: Run, number: int) -> str:
    """The exhibit hangs: the watchdog finds it out, here after five minutes."""
    return _struck(run, f"hang-{number}", "STOP")


def _struck(run: Run, name: str, signal: str) -> str:
    booted = run.moment("ActiveEnter") if run.restarts == 0 else 0.0
    before = run.restarts
    since = float(run.ask(f"cut -d' ' -f1 /proc/uptime; kill -{signal} {EXHIBIT}").split()[0])
    run.until_again(before)
    began, shown = run.began() - since, run.moment("ActiveEnter") - since
    run.shot(name)
    expect(0 < began < shown, f"the restart began after {began:.1f} s, the picture {shown:.1f} s")
    after = f"; the boot took {booted:.0f} s" if booted else ""
    return f"the restart began after {began:.1f} s, picture after {shown:.0f} s{after}"


def crashes(run: Run, number: int) -> str:
    """Failures again and again bring the safe screen, with the reason."""
    run.ask("mv /usr/local/lib/kiosk/start.sh /root/; systemctl restart kiosk")
    run.machine.until("systemctl is-active kiosk-safe", "active")
    run.ask("sleep 3")
    run.shot(f"crashes-{number}-safe")
    run.ask("mv /root/start.sh /usr/local/lib/kiosk/; systemctl stop kiosk-safe")
    run.shown()
    return "the safe screen came, and then the exhibit"


def disk_full(run: Run, number: int) -> str:
    """Not a byte is free: the exhibit starts all the same."""
    run.ask(f"fallocate -l $({FREE}) /fill; head -c 9G /dev/zero >/fill2 2>/dev/null; sync")
    free = run.number(FREE)
    how = _come_again(run, number)
    run.shot(f"disk_full-{number}")
    still = run.number(FREE)
    run.ask("rm -f /fill /fill2; sync")
    run.start_again()
    run.machine.until(f"find {HEALTH} -newermt '-2 min' | wc -l", "1")
    return f"{free} bytes free, {still} after {how}: a picture, and records once there was room"


def log_full(run: Run, number: int) -> str:
    """More is logged than there is room for: old lines go, and the exhibit goes on."""
    run.ask("head -c 120M /dev/urandom | base64 -w 40000 | systemd-cat")
    run.ask(f"head -c 30M /dev/zero >>{LOG}")
    run.ask("journalctl --sync 2>/dev/null; true")
    used = run.number("du -sm /var/log/journal | cut -f1")
    how = _come_again(run, number)
    own = run.number(f"stat -c %s {LOG}")
    run.shot(f"log_full-{number}")
    expect(used <= 110, f"the journal takes {used} MB")
    expect(own < 2_000_000, f"{LOG} has {own} bytes")
    return f"the journal took {used} MB, the exhibit's own log {own} bytes after {how}"


def state_gone(run: Run, number: int) -> str:
    """All that the exhibit keeps is gone: it begins anew."""
    run.ask("rm -rf /var/lib/kiosk /var/cache/kiosk; sync")
    how = _come_again(run, number)
    run.machine.until(f"test -s {HEALTH}; echo $?", "0")
    run.shot(f"state_gone-{number}")
    return f"after {how} the picture came, and the folder was there again"


def _come_again(run: Run, number: int) -> str:
    """A kill, a restart or a pulled plug, by the number; which it was."""
    which = ("a kill", "a restart", "a pulled plug")[(number - 1) % 3]
    if which == "a kill":
        before = run.restarts
        run.ask(f"kill -KILL {EXHIBIT}")
        run.until_again(before)
    elif which == "a restart":
        run.machine.console.begin("systemctl --no-block reboot")
        run.machine.until_dark()
        run.shown()
    else:
        run.pull_the_plug()
        run.power_on()
        run.shown()
    return which


def init_crash(run: Run, number: int) -> str:
    """The first process crashes: the hardware's watchdog starts the machine again."""
    return _reset(run, f"init_crash-{number}", "kill -SEGV 1")


def panic(run: Run, number: int) -> str:
    """The kernel panics: the machine starts by itself."""
    run.ask("echo 1 >/proc/sys/kernel/sysrq")
    return _reset(run, f"panic-{number}", "echo c >/proc/sysrq-trigger")


def _reset(run: Run, name: str, command: str) -> str:
    since = run.machine.age()
    run.machine.console.begin(command)
    dark = run.machine.until_dark() - since
    shown = run.shown() - since
    run.shot(name)
    return f"dark after {dark:.0f} s, picture again after {shown:.0f} s"


def plug(run: Run, number: int) -> str:
    """The plug is pulled at any moment: the exhibit is back, and nothing that was kept is lost."""
    chance = random.Random(number)
    kept = _keep(run, chance.uniform(1, 40))
    run.pull_the_plug()
    run.power_on()
    early = ""
    if number % 4 == 0:  # and again while it starts
        moment = chance.uniform(5, 60)
        run.machine.console.heard(moment)
        run.pull_the_plug()
        run.power_on()
        early = f", and again {moment:.0f} s after power on"
    at = run.shown()
    run.shot(f"plug-{number}")
    said = f"{kept} were kept{early}; picture {at:.0f} s after power on"
    return f"{said}, {_held(run, kept)}"


def _keep(run: Run, seconds: float) -> int:
    """Has the machine write what an exhibit keeps, from then on; how much is safe after a while."""
    console = run.machine.console
    console.put("/root/writer.py", WRITER.read_text())
    console.begin(f"{WRITE} keep")
    said = console.until_says("kept ") + console.heard(seconds)
    return max(map(int, re.findall(r"kept (\d+)\n", said)), default=0)


def _held(run: Run, kept: int) -> str:
    """What is there of it on a machine that has started again; raises Wrong where it is less."""
    run.machine.console.put("/root/writer.py", WRITER.read_text())
    found = json.loads(run.ask(f"{WRITE} look"))
    errors = run.number("dmesg | grep -c 'EXT4-fs error'")
    failed = run.ask("systemctl --failed --no-legend")
    least = min(found["visits"], found["file"], found["content"])
    seen = json.dumps(found)
    expect(least >= kept and found["sound"] and found["whole"], f"{kept} were kept, now {seen}")
    expect(errors == 0 and not failed, f"{errors} errors of the file system, {failed}; {seen}")
    return seen


def read_only(run: Run, number: int) -> str:
    """A root that forgets: only what has a disk of its own outlasts a pulled plug."""
    home = "/var/lib/kiosk"
    run.ask(f"systemctl stop kiosk; echo /dev/vdb {home} ext4 noatime 0 0 >>/etc/fstab")
    run.ask(f"mount {home}; /usr/local/bin/kiosk deploy --read-only; sync")
    words = run.ask("grep -o 'overlayroot=.* ro' /etc/default/grub.d/kiosk.cfg")
    expect(bool(words), "no words for the kernel's line")
    run.pull_the_plug()
    run.power_on(words)
    run.shown()
    root = run.ask("findmnt -no FSTYPE /; findmnt -no OPTIONS /media/root-ro | cut -d, -f1").split()
    expect(root == ["overlay", "ro"], f"the root, and what is beneath it: {root}")
    kept = _keep(run, 20)
    run.pull_the_plug()
    run.power_on(words)
    at = run.shown()
    run.shot(f"read_only-{number}")
    expect(not run.number("ls /root/writer.py 2>/dev/null | wc -l"), "the root kept a file")
    held = _held(run, kept)
    said = run.ask("/usr/local/bin/kiosk deploy 2>&1 | tail -n 1")
    expect("forgets" in said, f"kiosk deploy: {said}")
    run.pull_the_plug()
    return f"the root is an overlay; {kept} were kept, picture {at:.0f} s after power on, {held}"

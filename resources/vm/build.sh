#!/usr/bin/env bash
# Builds a bootable exhibit machine: a bare Debian 12 or 13, on which `kiosk deploy` does the rest.
# Needs root, and network for apt and pip; no loop device and no mounts of our own.
#   build.sh SUITE WHEEL OUT         e.g. build.sh trixie dist/campaign_kiosk-0.1.0-*.whl build/vm
# CONTENT names another exhibit than the one that is built in.
# Leaves OUT/SUITE/{disk.raw,vmlinuz,initrd,made}; does nothing where these are of the same wheel.
set -euo pipefail
suite=$1 wheel=$(realpath "$2") out=$3/$1 here=$(cd "$(dirname "$0")" && pwd)
made=$(find "$wheel" "$here/build.sh" "$here/files" ${CONTENT:+"$CONTENT"} -type f -print0 | sort -z |
    xargs -0 sha256sum | sha256sum | cut -c1-16)
if [ "$(cat "$out/made" 2>/dev/null)" = "$made" ]; then echo "$out is of this wheel already"; exit; fi
# A build that was killed leaves /proc and /sys mounted in its folder.
awk -v in_="$(realpath -m "$out")/" 'index($2, in_) == 1 { print $2 }' /proc/mounts | sort -r | xargs -r umount
rm -rf --one-file-system "$out"; mkdir -p "$out"
# apt's own sources (MIRROR and SECURITY override them).
uris() { apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | sort -u; }
mirror=${MIRROR:-$(uris | grep -v security | head -n 1)} security=${SECURITY:-$(uris | grep security | head -n 1)}
case $suite in bookworm) debian=12 ;; trixie) debian=13 ;; *) echo "no suite $suite" >&2; exit 1 ;; esac

# The software with what it needs, packed as for a machine without a network: inside it is offline.
python3 -m kiosk deploy --bundle "$out/wheels" --from "$wheel" --debian "$debian"
exhibit=
mkdir -p "$out/files"; cp -r "$here/files/." "$out/files/"
if [ -n "${CONTENT:-}" ]; then
    exhibit="--content /srv/kiosk/exhibit"
    mkdir -p "$out/files/srv/kiosk"; cp -r "$CONTENT" "$out/files/srv/kiosk/exhibit"
fi

# Debian. linux-image-amd64, not -cloud-amd64: the cloud kernel has no DRM, so no screen. apt stays
# offline inside the image, so what `kiosk deploy` would install is here from the beginning.
needed=$(python3 - "$debian" <<'PY'
import sys
from kiosk.desk.deploy.plan import GLIB, OVERLAY, PACKAGES, X11
print(",".join([*PACKAGES, *OVERLAY, *X11, GLIB[int(sys.argv[1])]]))
PY
)
packages=linux-image-amd64,initramfs-tools,systemd-sysv,udev,libpam-systemd,kmod,iproute2,zstd,$needed
mmdebstrap --mode=root --variant=minbase --format=directory --include="$packages" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' \
    --customize-hook="mkdir -p \"\$1/wheels\" && cp $out/wheels/* \"\$1/wheels/\"" \
    --customize-hook="cp -r $out/files/. \"\$1/\"" \
    --customize-hook="chroot \"\$1\" sh -euc '
        python3 -m venv /setup
        /setup/bin/pip install -q --no-index --find-links /wheels campaign-kiosk
        /setup/bin/kiosk deploy --from /wheels $exhibit
        /setup/bin/kiosk deploy --from /wheels
        rm -rf /setup /wheels
        echo kiosk >/etc/hostname
        printf \"/dev/vda / ext4 defaults,noatime 0 1\n\" >/etc/fstab
        systemctl enable test-console.service'" \
    "$suite" "$out/root" \
    "deb $mirror $suite main" "deb $security $suite-security main"

# A plain ext4 image without mounting anything.
cp "$out"/root/boot/vmlinuz-* "$out/vmlinuz"; cp "$out"/root/boot/initrd.img-* "$out/initrd"
mke2fs -q -t ext4 -L root -d "$out/root" "$out/disk.raw" "${SIZE:-4G}"
rm -rf "$out/root" "$out/wheels" "$out/files"
echo "$made" >"$out/made"
du -h "$out"/*

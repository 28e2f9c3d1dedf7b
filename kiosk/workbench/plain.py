"""Values as somebody would write them in YAML."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import yaml

from kiosk.exhibit.model.record import Keyed, Words


def plain(value: Any) -> Any:
    """Mappings, lists, texts and numbers of a value: what is usual goes without saying."""
    if isinstance(value, Keyed):
        changed = value.changed
        return {name: plain(part) for name, part in value if name in changed}
    if isinstance(value, Words):
        return value.root
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return str(value) if isinstance(value, str) else value


def inline(value: object) -> str:
    """A plain value in one line of YAML: 8, railway, [en, zh], {ar: hijri}."""
    text: str = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=math.inf
    )
    return text.removesuffix("...\n").strip()

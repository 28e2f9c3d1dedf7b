"""The records made from nodes, and what the schema has against them in plain sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from kiosk.exhibit.coordinates import GLOBE, lies_in, turned
from kiosk.exhibit.model import Exhibit, Words
from kiosk.exhibit.nodes import Node
from kiosk.exhibit.problem import Finding, Steps, did_you_mean, quoted

_SHAPES = {"bounds": "[west, south, east, north]", "highlight": "[id, id]"}
_POINT = "[longitude, latitude]"


def exhibit_from(root: Node) -> tuple[Exhibit | None, list[Finding]]:
    """The exhibit, None if anything keeps it from being made, and all that the schema found."""
    try:
        return Exhibit.model_validate(root.plain()), []
    except ValidationError as error:
        return None, _findings(error.errors(include_url=False), root)


def parts_from(root: Node) -> dict[str, Any]:
    """Those fields of the exhibit that are sound by themselves, by name."""
    parts: dict[str, Any] = {}
    plain = root.plain()
    for name, field in Exhibit.model_fields.items():
        try:
            adapter: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
            parts[name] = adapter.validate_python(plain[name])
        except (KeyError, ValidationError):
            continue
    return parts


def _findings(errors: list[ErrorDetails], root: Node) -> list[Finding]:
    unknown: dict[Steps, str] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            unknown[error["loc"]] = did_you_mean(str(error["loc"][-1]), _keys_at(error["loc"][:-1]))
    offered = {(*steps[:-1], hint) for steps, hint in unknown.items()}
    findings: list[Finding] = []
    for error in errors:
        steps = error["loc"]
        if steps in unknown:
            spot = root.spot_of(steps, at_key=True)
            findings.append(Finding(steps, "is not a key here", unknown[steps], spot=spot))
        elif error["type"] == "missing":
            if (*steps[:-1], f'did you mean "{steps[-1]}"?') not in offered:
                findings.extend(_missing(steps, root))
        elif error["type"] != "too_short" or _is_short(error, root):
            message, hint = _sentence(error, root.find(steps))
            findings.append(Finding(steps, message, hint or _turned(error, root)))
    return findings


def _missing(steps: Steps, root: Node) -> Iterator[Finding]:
    *_, last = steps
    if isinstance(last, int):
        values = root.find(steps[:-1])
        if values and isinstance(values.content, list) and len(values.content) == last:
            yield Finding(steps[:-1], "holds too few numbers", _shape(steps))
    elif root.find(steps) is not None:
        yield Finding(steps, "has nothing behind it", "write a value, or remove the key")
    else:
        yield Finding(steps[:-1], f'lacks the key "{last}"')


def _is_short(error: ErrorDetails, root: Node) -> bool:
    """Whether the list is short as written, not only for entries that are wrong themselves."""
    node = root.find(error["loc"])
    written = node.content if node else None
    return not isinstance(written, list) or len(written) < error["ctx"]["min_length"]


def _sentence(error: ErrorDetails, node: Node | None) -> tuple[str, str]:
    """Message and hint for one error of the schema."""
    kind, steps, context = error["type"], error["loc"], error.get("ctx", {})
    found = _found(node)
    match kind:
        case "enum":
            choices = re.findall(r"'([^']*)'", str(context["expected"]))
            near = did_you_mean(found.strip('"'), choices)
            return f"{found} is not one of {', '.join(choices)}", near
        case "value_error":
            said = str(context["error"])
            return (f"{found} {said}" if node and isinstance(node.content, str) else said), ""
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return f"{found} is not a whole number", "write digits only, such as 12"
        case "float_parsing" | "float_type" | "finite_number":
            return f"{found} is not a number", "write it with a point, such as 2.5"
        case "bool_parsing" | "bool_type":
            return f"{found} is neither true nor false", ""
        case "greater_than_equal":
            return f"{found} is less than {_number(context['ge'])}", ""
        case "less_than_equal":
            return f"{found} is more than {_number(context['le'])}", ""
        case "string_type":
            return f"{found} stands where a text is expected", ""
        case "string_too_long":
            return f"{found} is longer than {context['max_length']} characters", ""
        case "string_pattern_mismatch" if str(context["pattern"]).startswith("^#"):
            return f"{found} is not a colour", 'write it as "#a1b2c3", in quotes'
        case "string_pattern_mismatch":
            return f"{found} is not an id", "small letters, digits and hyphens, such as north-ford"
        case "datetime_type":
            return f"{found} stands where a moment is expected", "such as 1815-06-18 11:30"
        case "dict_type" if _model_at(steps) is Words:
            return f"{found} stands where words are expected", "a text, or a text for each language"
        case "dict_type" | "model_type" | "model_attributes_type":
            return f"{found} stands where keys are expected", _some_keys(steps)
        case "tuple_type" | "list_type":
            return f"{found} stands where a list is expected", _shape(steps)
        case "too_long":
            return "holds too many numbers", _shape(steps)
        case "too_short":
            least = context["min_length"]
            return f"needs at least {least} {'entry' if least == 1 else 'entries'}", ""
        case _:
            return f"{found}: {error['msg']}", ""


def _turned(error: ErrorDetails, root: Node) -> str:
    """A hint for coordinates that would lie on the map with longitude first."""
    numbers = _numbers(root.find(error["loc"]))
    if error["type"] != "value_error" or len(numbers) not in (2, 4):
        return ""
    bounds = _numbers(root.find(("map", "bounds")))
    return turned(bounds if len(bounds) == 4 and lies_in(GLOBE, bounds) else GLOBE, numbers)


def _numbers(node: Node | None) -> list[float]:
    """The numbers that a list holds; empty if it is no list of numbers."""
    written = node.content if node and isinstance(node.content, list) else []
    try:
        return [float(str(number.content)) for number in written]
    except ValueError:
        return []


def _found(node: Node | None) -> str:
    content = node.content if node else None
    if isinstance(content, str):
        return quoted(content)
    if isinstance(content, dict):
        return "a set of keys"
    return "a list" if isinstance(content, list) else "nothing"


def _number(value: Any) -> str:
    return f"{value:g}"


def _shape(steps: Steps) -> str:
    names = [step for step in steps if isinstance(step, str)]
    if not names or names[-1] in _SHAPES:
        return _SHAPES[names[-1]] if names else ""
    return _POINT if names[-1] in ("at", "via", "ring", "line") else 'each entry begins with "- "'


def _some_keys(steps: Steps) -> str:
    model = _model_at(steps)
    required = (
        [key for key, field in model.model_fields.items() if field.is_required()] if model else []
    )
    return f"such as {', '.join(f'{key}:' for key in required[:3])}" if required else ""


def _keys_at(steps: Steps) -> tuple[str, ...]:
    """The keys that the record at `steps` may have."""
    model = _model_at(steps)
    return tuple(model.model_fields) if model else ()


def _model_at(steps: Steps) -> type[BaseModel] | None:
    """The class of what is expected at `steps`."""
    model: type[BaseModel] | None = Exhibit
    for step in steps:
        if isinstance(step, str):
            if model is None or step not in model.model_fields:
                return None
            model = _model_in(model.model_fields[step].annotation)
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)

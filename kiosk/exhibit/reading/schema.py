"""The records made from nodes, and what the schema has against them in plain sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, get_args

from pydantic_core import ErrorDetails, ValidationError

from kiosk.exhibit.calendars import Reckoning
from kiosk.exhibit.geo import GLOBE, lies_in, turned
from kiosk.exhibit.model import Exhibit, Record, Words
from kiosk.exhibit.reading import dates, edtf, lookalikes
from kiosk.exhibit.reading.core import key_validator
from kiosk.exhibit.reading.nodes import Node
from kiosk.exhibit.reading.problem import Finding, Steps, did_you_mean, quoted

_SHAPES = {"bounds": "[west, south, east, north]", "highlight": "[id, id]"}
MAX_ERRORS = 10_000
TOO_MANY = Finding((), f"holds more than {MAX_ERRORS} mistakes", "these are the first of them")
"""The finding on an exhibit that is read no further, and not shown."""
LOST = "has nothing behind it, since # begins a comment"
"""The message on a key whose value begins with a #."""
_WRITE = "write a value, or remove the key"
_SLICE = 500
_ONE_WORD = (
    *("enum", "string_pattern_mismatch", "bool_parsing", "bool_type", "finite_number"),
    *("int_parsing", "int_type", "int_from_float", "float_parsing", "float_type"),
)
"""Errors of values that are typed with the keyboard's own characters alone."""
_EACH = 'each entry begins with "- "'
_POINT = "[longitude, latitude]"


def exhibit_from(root: Node) -> tuple[Exhibit | None, dict[str, Any], list[Finding]]:
    """The exhibit, its sound fields by name, and all that the schema found.

    The exhibit is None if anything keeps it from being made. Lists are read some entries at a
    time, and no further after `MAX_ERRORS`: the errors of a whole list could fill the memory.
    """
    parts: dict[str, Any] = {}
    errors: list[ErrorDetails] = []
    reckoning = _reckoning(root)
    for name in Exhibit.model_keys:
        node = root.child(name)
        if node is None or node.content is None:
            if name in Exhibit.required_keys:
                errors.append({"type": "missing", "loc": (name,), "msg": "", "input": None})
            continue
        sound, found = _part(name, node, reckoning)
        if not found:
            parts[name] = sound
        errors += found
        if len(errors) > MAX_ERRORS:
            return None, parts, [TOO_MANY, *_findings(errors[:MAX_ERRORS], root)]
    if errors:
        return None, parts, _findings(errors, root)
    return Exhibit(**parts), parts, []


def _reckoning(root: Node) -> Reckoning:
    """The way in which the exhibit writes its dates."""
    starts, calendar = (root.find(("exhibit", key)) for key in ("starts", "calendar"))
    said = [str(node.content) if node else "" for node in (starts, calendar)]
    return edtf.reckoning_of(*said)


def _part(name: str, node: Node, reckoning: Reckoning) -> tuple[Any, list[ErrorDetails]]:
    """The value of a field of the exhibit, and what the schema has against it."""
    if not isinstance(node.content, list):
        return _validated(name, node.plain(), 0, reckoning)
    sound: list[Any] = []
    errors: list[ErrorDetails] = []
    for start in range(0, max(1, len(node.content)), _SLICE):
        plain = [entry.plain() for entry in node.content[start : start + _SLICE]]
        values, found = _validated(name, plain, start, reckoning)
        sound += values
        errors += found
        if len(errors) > MAX_ERRORS:
            break
    return tuple(sound), errors


def _validated(
    name: str, plain: Any, start: int, reckoning: Reckoning
) -> tuple[Any, list[ErrorDetails]]:
    try:
        return key_validator(Exhibit, name).validate_python(plain, context=reckoning), []
    except ValidationError as error:
        errors = error.errors(include_url=False, include_input=False)
    for found in errors:
        found["loc"] = (name, *_shifted(found["loc"], start))
    return (), errors


def _shifted(steps: Steps, start: int) -> Steps:
    """The steps from a slice of a list as those from the list."""
    if steps and isinstance(steps[0], int):
        return (steps[0] + start, *steps[1:])
    return steps


def _findings(errors: list[ErrorDetails], root: Node) -> list[Finding]:
    unknown: dict[Steps, str] = {}
    for error in errors:
        if error["type"] == "unexpected_keyword_argument":
            unknown[error["loc"]] = did_you_mean(str(error["loc"][-1]), _keys_at(error["loc"][:-1]))
    strangers = {finding.steps: finding for finding in _strangers(unknown, root)}
    offered = {(*steps[:-1], hint) for steps, hint in unknown.items()}
    findings: list[Finding] = [*strangers.values()]
    lacking: dict[Steps, list[str]] = {}
    for error in errors:
        steps = error["loc"]
        if steps[:2] in strangers:
            continue
        if steps in unknown:
            spot = root.spot_of(steps, at_key=True)
            findings.append(Finding(steps, "is not a key here", unknown[steps], spot=spot))
        elif error["type"] == "missing" and isinstance(steps[-1], int):
            findings.extend(_too_few(steps, root))
        elif error["type"] == "missing":
            if (written := root.find(steps)) is not None:
                lost = written.comment
                hint = f"put it in quotes: {quoted(lost)}" if lost else _WRITE
                findings.append(Finding(steps, LOST if lost else "has nothing behind it", hint))
            elif (*steps[:-1], f'did you mean "{steps[-1]}"?') not in offered:
                lacking.setdefault(steps[:-1], []).append(f'"{steps[-1]}"')
        elif error["type"] != "too_short" or _is_short(error, root):
            message, hint = sentence(error, root.find(steps))
            findings.append(Finding(steps, message, hint or _turned(error, root)))
    for steps, keys in lacking.items():
        said = f"keys {', '.join(keys[:-1])} and {keys[-1]}" if len(keys) > 1 else f"key {keys[0]}"
        findings.append(Finding(steps, f"lacks the {said}"))
    return findings


def _strangers(unknown: Iterable[Steps], root: Node) -> Iterator[Finding]:
    """Entries with several unknown keys that would all be right in another list."""
    wrong = Counter(steps[:2] for steps in unknown if len(steps) == 3)
    for steps, count in wrong.items():
        node = root.find(steps)
        if count < 2 or node is None or not isinstance(node.content, dict):
            continue
        written = node.content.keys()
        homes = [name for name in Exhibit.model_keys if written <= {*_keys_at((name, 0))}]
        if homes and isinstance(steps[1], int):
            hint = f'does the line "{homes[0]}:" lack above it?'
            cause = f"{homes[0]} among {steps[0]}"
            yield Finding(steps, f"belongs to {homes[0]} by its keys", hint, cause=cause)


def _too_few(steps: Steps, root: Node) -> Iterator[Finding]:
    *_, last = steps
    values = root.find(steps[:-1])
    if values and isinstance(values.content, list) and len(values.content) == last:
        yield Finding(steps[:-1], "holds too few numbers", _shape(steps))


def _is_short(error: ErrorDetails, root: Node) -> bool:
    """True if the list is short as written, not only for entries that are wrong themselves."""
    node = root.find(error["loc"])
    written = node.content if node else None
    return not isinstance(written, list) or len(written) < error["ctx"]["min_length"]


def sentence(error: ErrorDetails, node: Node | None) -> tuple[str, str]:
    """Message and hint for one error of the schema."""
    kind, steps, context = error["type"], error["loc"], error.get("ctx", {})
    found = _found(node)
    written = node.content if node and isinstance(node.content, str) else ""
    message, hint = lookalikes.slip(written) if kind in _ONE_WORD else ("", "")
    if message:
        return message, hint
    match kind:
        case "enum":
            choices = re.findall(r"'([^']*)'", str(context["expected"]))
            near = did_you_mean(found.strip('"'), choices)
            return f"{found} is not one of {', '.join(choices)}", near
        case "moment":
            return dates.amiss(written)
        case "value_error":
            said = str(context["error"])
            return (f"{found} {said}" if node and isinstance(node.content, str) else said), ""
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return f"{found} is not a whole number", f"write digits only, such as {_whole(written)}"
        case "float_parsing" | "float_type" | "finite_number":
            return f"{found} is not a number", f"write it with a point, such as {_point(written)}"
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
            return f"{found} is not a colour", f'write it as "{_colour(written)}", in quotes'
        case "string_pattern_mismatch" if str(context["pattern"]).startswith("^[XIV"):
            rule = "X a cross, I a bar, V a chevron, ~ a wave, . a dot; six at most"
            return f"{found} is no row of marks", rule
        case "string_pattern_mismatch":
            rule, meant = "small letters, digits and hyphens", lookalikes.as_id(written)
            message = f"{found} is not an id"
            if letter := lookalikes.foreign(written):
                message += f": it holds {letter}"
            return message, f"{rule}, such as {meant or 'second-corps'}"
        case "datetime_type":
            return f"{found} stands where a moment is expected", "such as 1815-06-18 11:30"
        case "dict_type" if _model_at(steps) is Words:
            return f"{found} stands where words are expected", "a text, or a text for each language"
        case "dict_type" | "dataclass_type":
            return f"{found} stands where keys are expected", _some_keys(steps)
        case "tuple_type" | "list_type":
            return f"{found} stands where a list is expected", _as_list(steps, node)
        case "too_long" if _numbers(node):
            return "holds too many numbers", _shape(steps)
        case "too_long":
            return f"holds more than {context['max_length']} entries", ""
        case "too_short":
            least = context["min_length"]
            return f"needs at least {least} {'entry' if least == 1 else 'entries'}", ""
        case _:
            return f"{found}: {error['msg']}", ""


def _whole(written: str) -> str:
    """The whole number that was probably meant, or any."""
    grouped = re.fullmatch(r"\d{1,3}(?:[ ,.'’\u00a0\u2009\u202f]\d{3}){1,3}", written)
    return re.sub(r"\D", "", written) if grouped else "12"


def _point(written: str) -> str:
    """The number that was probably meant, or any."""
    return written.replace(",", ".") if re.fullmatch(r"-?\d{1,9},\d{1,9}", written) else "2.5"


def _colour(written: str) -> str:
    """The colour that was probably meant, or any."""
    digits = written.strip(" #").lower()
    if re.fullmatch("[0-9a-f]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    return f"#{digits}" if re.fullmatch("[0-9a-f]{6}", digits) else "#a1b2c3"


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


def _as_list(steps: Steps, node: Node | None) -> str:
    """The hint to write a list at `steps` instead of what is there."""
    content = node.content if node else None
    if _model_at(steps) is None and isinstance(content, str) and _shape(steps) == _EACH:
        return f"write [{content.strip(' []')[:40]}]"
    return _shape(steps)


def _shape(steps: Steps) -> str:
    names = [step for step in steps if isinstance(step, str)]
    if not names or names[-1] in _SHAPES:
        return _SHAPES[names[-1]] if names else ""
    return _POINT if names[-1] in ("at", "via", "ring", "line") else _EACH


def _some_keys(steps: Steps) -> str:
    model = _model_at(steps)
    fields = model.model_fields.items() if model and issubclass(model, Record) else ()
    required = [key for key, field in fields if field.is_required()]
    return f"such as {', '.join(f'{key}:' for key in required[:3])}" if required else ""


def _keys_at(steps: Steps) -> tuple[str, ...]:
    """The keys that the record at `steps` may have."""
    model = _model_at(steps)
    return model.model_keys if model and issubclass(model, Record) else ()


def _model_at(steps: Steps) -> type[Record | Words] | None:
    """The class of what is expected at `steps`."""
    model: type[Record | Words] | None = Exhibit
    for step in steps:
        if isinstance(step, str):
            fields = model.model_fields if model and issubclass(model, Record) else {}
            model = _model_in(fields[step].annotation) if step in fields else None
    return model


def _model_in(annotation: Any) -> type[Record | Words] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record | Words):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)

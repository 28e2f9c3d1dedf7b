"""PySide6's `Property` and `QmlUncreatable` as a type checker should see them.

PySide6's stubs give a property no value and call `QmlUncreatable` not callable. At run time both
names are PySide6's own; pyside6-metaobjectdump knows them by name, so import them under it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol, Self, TypeVar, overload

    from PySide6.QtCore import Signal

    _Value = TypeVar("_Value", covariant=True)
    _Class = TypeVar("_Class", bound=type)

    class _Readable(Protocol[_Value]):
        @overload
        def __get__(self, instance: None, owner: type) -> Self: ...
        @overload
        def __get__(self, instance: object, owner: type) -> _Value: ...
        def setter(self, fset: Callable[[Any, Any], None]) -> Self: ...
        def __set__(self, instance: object, value: Any) -> None: ...

    def Property(
        kind: type | str, *, notify: Signal | None = None, constant: bool = False
    ) -> Callable[[Callable[[Any], _Value]], _Readable[_Value]]:
        """Makes the method a read-only Qt property of type `kind`."""
        ...

    def QmlUncreatable(reason: str) -> Callable[[_Class], _Class]:
        """Lets QML name the class but not make one of it, for the reason given."""
        ...
else:
    from PySide6.QtCore import Property
    from PySide6.QtQml import QmlUncreatable

__all__ = ["Property", "QmlUncreatable"]

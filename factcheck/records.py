"""Classes of plain data that take little time to define and to use.

The dataclass decorator takes 15 ms for the 35 such classes, a twentieth of the time of a short check. To find a member
of an enum takes Python 3.11 five times as long as to find an attribute of another class: it calls a function of the
metaclass. A short check asks for the tags of words 50,000 times, which took a thirtieth of its time.
"""

from __future__ import annotations

from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["Members", "record", "replace"]

if TYPE_CHECKING:
    # For type checkers and mypyc a record is a dataclass, and a class of members an enum.
    from dataclasses import dataclass as record
    from dataclasses import replace
    from enum import IntEnum as Members
else:
    Class = TypeVar("Class", bound=type)

    def record(cls: Class) -> Class:
        """Give a class a constructor that takes and sets its declared fields, as a dataclass does.

        It gets nothing else: records are compared by identity and copied with `replace`. A default value is shared by
        all instances.
        """
        fields = tuple(cls.__annotations__)
        defaults = tuple(cls.__dict__[name] for name in fields if name in cls.__dict__)
        code = _constructor(len(fields)).replace(co_varnames=("self", *fields), co_names=fields)
        cls.__init__ = FunctionType(code, {}, "__init__", defaults)
        return cls

    @cache
    def _constructor(fields: int) -> CodeType:
        """The code of a constructor with so many fields, compiled once: copies with other names take no time."""
        names = [f"_{number}" for number in range(fields)]
        made: dict[str, Any] = {}
        exec(f"def __init__(self, {', '.join(names)}): {'; '.join(f'self.{name} = {name}' for name in names)}", made)
        return made["__init__"].__code__

    def replace(given: Any, /, **changes: Any) -> Any:
        """A copy of a record with some of its fields changed."""
        fields = {name: getattr(given, name) for name in type(given).__annotations__}
        return type(given)(**{**fields, **changes})

    class Members(int):
        """A base for classes of named numbers, each of which is the only object of its name, as in an IntEnum."""

        name: str

        def __init_subclass__(cls) -> None:
            for name, value in [*vars(cls).items()]:
                if type(value) is int and not name.startswith("_"):
                    member = cls(value)
                    member.name = name
                    setattr(cls, name, member)

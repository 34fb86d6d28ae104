"""A property that is reckoned once for each instance, without the lock of `functools.cached_property`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Owner = TypeVar("Owner")
Value = TypeVar("Value")


class cached_property(Generic[Owner, Value]):  # noqa: N801
    """The same as `functools.cached_property`, which takes a lock in Python 3.11: a hundred thousand of one comparison.

    Without a lock two threads may reckon one value twice; here a value depends on its instance alone.
    """

    def __init__(self, reckon: Callable[[Owner], Value]) -> None:
        self.reckon = reckon
        self.__doc__ = reckon.__doc__

    def __set_name__(self, owner: type[Owner], name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> cached_property[Owner, Value]: ...
    @overload
    def __get__(self, instance: Owner, owner: type[Any]) -> Value: ...
    def __get__(self, instance: Owner | None, owner: type[Any]) -> cached_property[Owner, Value] | Value:
        if instance is None:
            return self
        # The value is found in the instance from now on, and the property is not asked again.
        found = instance.__dict__[self.name] = self.reckon(instance)
        return found

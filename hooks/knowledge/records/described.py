"""What is said of each field of a record: the docstring under it, read from the source for the schemas alone."""

import ast
import inspect
import sys
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel


def descriptions(record: type[BaseModel]) -> dict[str, str]:
    """Field → what is said of it, on one line; also of the fields that it inherits."""
    said: dict[str, str] = {}
    for parent in reversed(record.__mro__):
        said |= docstrings(parent.__module__).get(parent.__name__, {})
    return {name: said[name] for name in record.model_fields if name in said}


@cache
def docstrings(module: str) -> dict[str, dict[str, str]]:
    """Class → field → docstring, of a module that is loaded; nothing outside the core."""
    if not module.startswith(__package__):
        return {}
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: dict(said_in(node)) for node in tree.body if isinstance(node, ast.ClassDef)}


def said_in(record: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """(field, docstring) of each text that stands right under a field."""
    for field, below in zip(record.body, record.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str() as text)):
                yield name, " ".join(text.split())

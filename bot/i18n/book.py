"""One Fluent file. A sentence is parsed when it is first said: all of them at once take half a second and 11 MB."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

START = re.compile(r"^(?=[^\s#}])", re.MULTILINE)  # what goes on is indented, or closes a brace
NAME = re.compile(r"([A-Za-z][\w-]*) *=")


@dataclass(frozen=True)
class Sentence:
    """`variables` are the names it wants, `selectors` those it chooses by, with what each may be."""

    variables: frozenset[str]
    selectors: frozenset[tuple[str, tuple[str, ...]]]


class Book:
    """Refuses with ValueError what Fluent would skip in silence: a broken line when opened, a sentence when read."""

    def __init__(self, path: Path, language: str) -> None:
        self._path = path
        self.bundle = FluentBundle([language], use_isolating=False)
        self._unread: dict[str, str] = {}
        self._read: dict[str, Sentence] = {}
        self._entries: dict[str, ast.Message] = {}
        for entry in START.split(path.read_text("utf-8"))[1:]:
            found = NAME.match(entry)
            if found is None:
                raise ValueError(f"{path}: cannot be read: {entry.strip()[:80]}")
            if self._unread.setdefault(found[1], entry) is not entry:
                raise ValueError(f"{path}: {found[1]} stands there twice")

    @cached_property
    def sentences(self) -> Mapping[str, Sentence]:
        """All of them, for whoever wants to know whether the file is whole."""
        return {key: self._sentence(key) for key in self._unread}

    def sentence(self, key: str) -> Sentence | None:
        """None when there is none of this name."""
        return self._sentence(key) if key in self._unread else None

    def _sentence(self, key: str) -> Sentence:
        if key not in self._read:
            names = _Names(self)
            names.visit(self.entry(key))
            self._read[key] = Sentence(frozenset(names.names), frozenset(names.selectors))
        return self._read[key]

    def entry(self, key: str) -> ast.Message:
        """Raises KeyError."""
        if key not in self._entries:
            # Where a letter stands in the file is not needed, and half of what the parser makes.
            resource = FluentParser(with_spans=False).parse(self._unread[key])
            broken = [one for one in resource.body if isinstance(one, ast.Junk)]
            if broken:
                raise ValueError(f"{self._path}: {key} cannot be read: {(broken[0].content or '').strip()[:80]}")
            self.bundle.add_resource(resource)
            [self._entries[key]] = [one for one in resource.body if isinstance(one, ast.Message)]
        return self._entries[key]


class _Names(Visitor):
    def __init__(self, book: Book) -> None:
        self.book = book
        self.names: set[str] = set()
        self.selectors: set[tuple[str, tuple[str, ...]]] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.visit(self.book.entry(node.id.name))

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        keys = tuple(sorted(v.key.name if isinstance(v.key, ast.Identifier) else v.key.value for v in node.variants))
        if isinstance(node.selector, ast.VariableReference):
            self.selectors.add((node.selector.id.name, keys))
        self.generic_visit(node)

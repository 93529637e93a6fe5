"""Reads YAML of plain texts, lists and tables: no aliases, which make a small file huge, no name twice."""

from typing import Any

import yaml


class NotPlain(Exception):
    """Something that YAML allows and these files do not; ``complaint`` is the last part of its words' key."""

    def __init__(self, complaint: str, **values: object) -> None:
        super().__init__(complaint)
        self.complaint, self.values = complaint, values


def plain_yaml(text: str) -> Any:
    """Return what the text says; raises NotPlain, and yaml.YAMLError, ValueError or RecursionError."""
    return yaml.load(text, _Loader)


class _Loader(yaml.SafeLoader):
    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise NotPlain("yaml_alias")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        names = [str(name.value) for name, _value in node.value]
        twice = [name for name in names if names.count(name) > 1]
        if twice:
            raise NotPlain("name_twice", name=twice[0])
        return super().construct_mapping(node, deep)

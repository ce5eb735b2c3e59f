"""Styles and scripts as published: one sheet, one file a folder of scripts, of the theme what pages ask for."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from . import scripts, theme

CALCULATOR = "assets/javascripts/calculator.js"
TAKEN_HOME, OFFLINE = "assets/javascripts/businesscase/start.js", "assets/javascripts/offline.js"


@dataclass(frozen=True)
class Assets:
    """`files` come instead of those `withdrawn`; pages name `styles`, `bundle` and the scripts of the `calculator`."""

    files: Mapping[str, str]
    withdrawn: tuple[str, ...]
    styles: str
    bundle: str
    calculator: tuple[str, ...]


def assets_of(names: Iterable[str], read: Callable[[str], str]) -> Assets:
    """`names` are the files of the theme and ours; `read` gives the text of one."""
    unasked = theme.unasked(names)
    kept = [name for name in names if name not in unasked]
    sheets, modules = theme.sheets(kept), [name for name in kept if scripts.SOURCE.fullmatch(name)]
    texts = {name: read(name) for name in modules}
    joined = scripts.joined(texts) | {OFFLINE: scripts.alone(TAKEN_HOME, texts)}
    return Assets(
        files={theme.STYLES: theme.stylesheet({name: read(name) for name in sheets}), **joined},
        withdrawn=(*unasked, *sheets, *modules),
        styles=theme.STYLES,
        bundle=theme.bundle(kept),
        calculator=tuple(scripts.needed(CALCULATOR, joined)),
    )

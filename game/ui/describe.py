"""Say what is on a screen in words: the tree as a text model for text mode, tests and speech."""

from collections.abc import Iterator, Sequence
from typing import Any

from game.ui.widgets import (
    Animated,
    Badge,
    Bar,
    Button,
    Canvas,
    Card,
    Choice,
    Column,
    Content,
    Divider,
    Entry,
    Field,
    Flag,
    Grid,
    Image,
    Layers,
    Meter,
    Modal,
    Panel,
    Paper,
    Paragraph,
    Progress,
    Ring,
    Row,
    Scroll,
    Shortcut,
    Slider,
    Spacer,
    Stepper,
    Table,
    Text,
    Toggle,
    Widget,
)
from game.ui.widgets.base import SIGNS


def describe(it: Widget) -> dict[str, Any]:
    """Return role, name, value, state and children of a widget; what is empty is left out."""
    found: dict[str, Any] = {"role": it.role, "name": it.name, "value": value(it)}
    found["state"] = state(it)
    found["hint"] = it.hint
    found["children"] = [describe(child) for child in children(it) if child.role != "none"]
    return {key: what for key, what in found.items() if what or key == "role"}


def children(it: Widget) -> Sequence[Widget]:
    """Return the widgets directly inside a widget, in reading order."""
    match it:
        case Ring():
            return [place.child for place in it.places]
        case Table():
            return it.entries
        case Entry():
            return it.cells
        case Animated():
            # What says so at its end is not there before: nobody is to be told it early.
            return [it.child] if it.done is None else []
        case Scroll():
            return [it.child]
        case Button():
            return [it.lead] if it.lead is not None else []
        case Row() | Column() | Grid() | Panel() | Paper() | Card() | Modal() | Layers():
            return it.children
        case Paragraph():
            return it.children
        case _:
            return []


def value(it: Widget) -> str:
    """Return what a widget says, in words."""
    match it:
        case Text():
            return plain(it.content)
        case Paragraph():
            return f"{it.number} {plain(it.content)}".strip()
        case Animated():
            return "…" if it.done is not None and texts(it.child) else ""
        case Badge():
            return badge_words(it)
        case Button():
            return f"{it.label} {it.note}".strip()
        case Card():
            return it.label
        case Panel() | Paper() | Modal():
            return it.title
        case Field():
            return f"{it.label}: {it.value}" if it.label else it.value
        case Stepper():
            words = stepper_words(it)
            return f"{it.label}: {words}" if it.label else words
        case Slider():
            return f"{it.label}: {it.text or it.value}"
        case Toggle():
            return f"{it.label}: {'on' if it.on else 'off'}"
        case Choice():
            words = next((words for option, words in it.options if option == it.value), "")
            return f"{it.label}: {words}" if it.label else words
        case Shortcut():
            return it.label
        case Progress():
            return f"{it.label}: {it.value}/{it.total}"
        case Meter():
            return it.text or f"{it.value}/{it.total}"
        case Bar() | Canvas() | Flag() | Image() | Ring():
            return it.text
        case _:
            return ""


def state(it: Widget) -> dict[str, Any]:
    """Return how a widget stands: selected, disabled with its reason, its key."""
    found = {
        "selected": getattr(it, "selected", False),
        "disabled": getattr(it, "disabled", ""),
        "key": getattr(it, "key", ""),
        "acts": getattr(it, "message", None) is not None,
    }
    return {key: what for key, what in found.items() if what}


def walk(it: Widget) -> Iterator[Widget]:
    """Yield a widget and all inside it, in reading order."""
    yield it
    for child in children(it):
        yield from walk(child)


def find(it: Widget, name: str) -> Widget | None:
    """Return the widget of a name."""
    return next((one for one in walk(it) if one.name == name), None)


def texts(it: Widget) -> list[str]:
    """Return everything a widget says, piece by piece."""
    return [words for one in walk(it) if (words := value(one))]


def lines(it: Widget) -> str:
    """Return a tree as indented lines, for people and for golden files."""
    return "\n".join(_lines(it, 0))


def _lines(it: Widget, depth: int) -> Iterator[str]:
    if isinstance(it, Spacer | Divider):
        return
    says, marks = value(it), state(it)
    if isinstance(it, Entry):
        says = " · ".join(texts(it))
    shown = says or it.name
    if shown:
        parts = [f"{it.role}: {shown}" if it.role != "text" else shown]
        if "key" in marks:
            parts.append(f"[{marks['key']}]")
        if "selected" in marks:
            parts.append("(selected)")
        if "disabled" in marks:
            parts.append(f"(not now: {marks['disabled']})")
        yield "  " * depth + " ".join(parts)
        depth += 1
    if isinstance(it, Entry):
        return
    for child in children(it):
        yield from _lines(child, depth)


def plain(content: Content) -> str:
    """Return a content without its styles."""
    return content if isinstance(content, str) else "".join(run.text for run in content)


def badge_words(it: Badge) -> str:
    """Return what stands on a badge, its sign included."""
    return " ".join(part for part in (SIGNS.get(it.sign or it.tone, ""), it.text) if part)


def stepper_words(it: Stepper) -> str:
    """Return the value of a stepper in words."""
    place = (it.value - it.lo) // it.step
    return it.names[place] if 0 <= place < len(it.names) else str(it.value)

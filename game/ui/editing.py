"""Edit one line of text: pure, from a key to the next text and caret."""

from attrs import evolve

from game.ui.layout import Edit


def opened(stop: str, text: str) -> Edit:
    """Return the edit of a field that was just focused: all of it selected."""
    return Edit(stop, text, len(text), 0)


def typed(edit: Edit, text: str) -> Edit:
    """Put text in the place of the selection."""
    start, end = edit.span
    whole = edit.text[:start] + text.replace("\n", " ") + edit.text[end:]
    caret = start + len(text)
    return Edit(edit.stop, whole, caret, caret)


def moved(edit: Edit, caret: int, *, selecting: bool) -> Edit:
    """Put the caret elsewhere, and drop the selection or stretch it."""
    caret = max(0, min(len(edit.text), caret))
    return evolve(edit, caret=caret, anchor=edit.anchor if selecting else caret, composition="")


def keyed(edit: Edit, key: str) -> Edit | None:
    """Return what a key makes of an edit; None if the key means nothing to a text.

    key: as in bindings, such as "left", "ctrl+shift+right", "backspace", "ctrl+a".
    """
    parts = key.split("+")
    selecting, by_word, name = "shift" in parts, "ctrl" in parts, parts[-1]
    match name:
        case "left":
            return moved(edit, _left(edit, by_word=by_word), selecting=selecting)
        case "right":
            return moved(edit, _right(edit, by_word=by_word), selecting=selecting)
        case "home":
            return moved(edit, 0, selecting=selecting)
        case "end":
            return moved(edit, len(edit.text), selecting=selecting)
        case "backspace" | "delete":
            if edit.caret == edit.anchor:
                step = _left if name == "backspace" else _right
                edit = moved(edit, step(edit, by_word=by_word), selecting=True)
            return typed(edit, "")
        case "a" if by_word:
            return evolve(edit, anchor=0, caret=len(edit.text))
        case _:
            return None


def chosen(edit: Edit) -> str:
    """Return the selected text."""
    start, end = edit.span
    return edit.text[start:end]


def _left(edit: Edit, *, by_word: bool) -> int:
    if not by_word:
        return edit.caret - 1
    return edit.text.rfind(" ", 0, max(0, edit.caret - 1)) + 1


def _right(edit: Edit, *, by_word: bool) -> int:
    if not by_word:
        return edit.caret + 1
    found = edit.text.find(" ", edit.caret + 1)
    return len(edit.text) if found < 0 else found

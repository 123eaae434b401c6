"""Names of keys as bindings write them, and looks of the pointer."""

import contextlib

import pygame

from game.ui.layout import Zone

_NAMES = {
    pygame.K_RETURN: "enter",
    pygame.K_KP_ENTER: "enter",
    pygame.K_ESCAPE: "esc",
    pygame.K_SPACE: "space",
    pygame.K_PAGEUP: "pageup",
    pygame.K_PAGEDOWN: "pagedown",
    pygame.K_KP_PLUS: "+",
    pygame.K_KP_MINUS: "-",
}
MODIFIERS = {
    pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT,
    pygame.K_RALT, pygame.K_LMETA, pygame.K_RMETA, pygame.K_CAPSLOCK, pygame.K_NUMLOCK,
}  # fmt: skip


def name_of(event: pygame.Event) -> str:
    """Return the name of a key as bindings write it, in lower case."""
    mod = getattr(event, "mod", 0)
    letter = getattr(event, "unicode", "")
    name = _NAMES.get(event.key) or pygame.key.name(event.key).lower()
    ctrl = mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
    if not ctrl and len(letter) == 1 and letter.isprintable() and letter != " ":
        return letter.lower()
    parts = ["ctrl"] if ctrl else []
    parts += ["alt"] if mod & pygame.KMOD_ALT else []
    parts += ["shift"] if mod & pygame.KMOD_SHIFT else []
    return "+".join([*parts, name])


def show_cursor(zone: Zone | None) -> None:
    """Let the pointer look like what it can do."""
    shape = pygame.SYSTEM_CURSOR_ARROW
    if zone is not None and zone.does == "type":
        shape = pygame.SYSTEM_CURSOR_IBEAM
    elif zone is not None and zone.does in ("press", "send", "drag"):
        shape = pygame.SYSTEM_CURSOR_HAND
    with contextlib.suppress(pygame.error):
        # Some systems have no such cursors; the arrow then stays.
        pygame.mouse.set_cursor(shape)

"""Turn a widget tree into a flat display list: pure, without pygame.

`lay_out` measures and places; `faults` lists what must not happen on any screen.
"""

from collections.abc import Mapping
from typing import Any

from game.ui.layout import above, boxes, buttons, controls, figures, surfaces, words
from game.ui.layout.faults import faults
from game.ui.layout.items import (
    Area,
    Binding,
    Box,
    Colour,
    Drawing,
    Edit,
    Fade,
    FontKey,
    Glyphs,
    Item,
    Layout,
    Metrics,
    Motion,
    Payload,
    Picture,
    Pips,
    Rect,
    Stop,
    Stripe,
    Tip,
    UiState,
    Veil,
    Zone,
)
from game.ui.layout.passing import GUTTER, SIZES, Kind, Pass
from game.ui.layout.typeset import Typesetter
from game.ui.widgets import (
    Animated,
    Badge,
    Bar,
    Button,
    Canvas,
    Card,
    Choice,
    Column,
    Divider,
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

KINDS: Mapping[type[Widget], Kind[Any]] = {
    Animated: above.AnimatedKind(),
    Badge: words.BadgeKind(),
    Bar: figures.BarKind(),
    Button: buttons.ButtonKind(),
    Canvas: figures.CanvasKind(),
    Card: surfaces.CardKind(),
    Choice: controls.ChoiceKind(),
    Column: boxes.ColumnKind(),
    Divider: surfaces.DividerKind(),
    Field: controls.FieldKind(),
    Flag: figures.FlagKind(),
    Grid: boxes.GridKind(),
    Image: figures.ImageKind(),
    Layers: above.LayersKind(),
    Meter: figures.MeterKind(),
    Modal: above.ModalKind(),
    Panel: surfaces.PanelKind(),
    Paper: surfaces.PaperKind(),
    Paragraph: words.ParagraphKind(),
    Progress: figures.ProgressKind(),
    Ring: figures.RingKind(),
    Row: boxes.RowKind(),
    Scroll: surfaces.ScrollKind(),
    Shortcut: surfaces.ShortcutKind(),
    Slider: controls.SliderKind(),
    Spacer: surfaces.NothingKind(),
    Stepper: controls.StepperKind(),
    Table: boxes.TableKind(),
    Text: words.TextKind(),
    Toggle: controls.ToggleKind(),
}

WINDOW = "window"
"""Id of the scrolling area that a whole screen becomes when it cannot fit."""


def lay_out(
    tree: Widget,
    size: tuple[int, int],
    scale: float,
    state: UiState,
    setter: Typesetter,
) -> Layout:
    """Place a tree in a window of a size in pixels at a text scale.

    A tree that cannot fit is not squeezed: the window scrolls.
    """
    window = Rect(0, 0, *size)
    at = Pass(KINDS, scale, state, setter, window)
    if at.heights(tree, window.w)[0] <= window.h:
        at.place(tree, window)
    else:

        def height(width: int) -> int:
            # Roomy enough that panels need not scroll within what scrolls, but not endless.
            least, natural = at.heights(tree, width)
            return min(natural, max(least, 2 * window.h))

        surfaces.scrolled(at, WINDOW, window, height, lambda inner: at.place(tree, inner))
    tip = next((tip for tip in at.tips if tip.id == state.tip), None) if state.tip else None
    if tip is None and state.tip:
        found = next((stop for stop in at.stops if stop.id == state.tip and stop.hint), None)
        if found is not None:
            tip = Tip(found.id, found.rect, found.clip, found.hint, found.layer)
    top = max((item.layer for item in at.items), default=0)
    if tip is not None and tip.layer == top:
        above.place_tip(at, tip)
    return Layout(
        size,
        tuple(at.items),
        tuple(stop for stop in at.stops if stop.layer == top),
        tuple(zone for zone in at.zones if zone.layer == top),
        tuple(binding for binding in at.bindings if binding.layer == top),
        tuple(area for area in at.areas if area.layer == top),
        tuple(tip for tip in at.tips if tip.layer == top),
        tuple(at.motions),
        top,
    )


__all__ = [
    "GUTTER",
    "KINDS",
    "SIZES",
    "WINDOW",
    "Area",
    "Binding",
    "Box",
    "Colour",
    "Drawing",
    "Edit",
    "Fade",
    "FontKey",
    "Glyphs",
    "Item",
    "Kind",
    "Layout",
    "Metrics",
    "Motion",
    "Pass",
    "Payload",
    "Picture",
    "Pips",
    "Rect",
    "Stop",
    "Stripe",
    "Tip",
    "Typesetter",
    "UiState",
    "Veil",
    "Zone",
    "faults",
    "lay_out",
]

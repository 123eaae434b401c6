"""Words: plain texts, document paragraphs, badges."""

from attrs import field, frozen

from game.ui.widgets.base import Align, Family, Sign, Size, Tone, Widget, some


@frozen
class Run:
    """A piece of a text in one style; an empty tone takes the tone of the text around it."""

    text: str
    bold: bool = False
    italic: bool = False
    tone: Tone = ""
    underline: bool = False
    strike: bool = False
    background: Tone = ""


Content = str | tuple[Run, ...]


@frozen
class Text(Widget):
    """Words; wrapped to the width there is, at line breaks in the content too.

    nowrap: keep one line and end it with an ellipsis where it does not fit.
    size: "label" is set in small letterspaced capitals, as panel titles are.
    """

    role = "text"
    content: Content
    size: Size = field(default="body", kw_only=True)
    tone: Tone = field(default="text", kw_only=True)
    font: Family = field(default="sans", kw_only=True)
    bold: bool = field(default=False, kw_only=True)
    italic: bool = field(default=False, kw_only=True)
    align: Align = field(default="start", kw_only=True)
    nowrap: bool = field(default=False, kw_only=True)


@frozen
class Paragraph(Widget):
    """One numbered paragraph of a document, which can be focused when it has a message.

    number: "29." and the like, set before the first line.
    indent: how far the first line is moved in; hanging: how far all lines are.
    tint: colour wash behind the paragraph, with an edge of the same tone at the left.
    children: widgets under the text, such as who proposed the change.
    """

    role = "paragraph"
    content: Content
    number: str = field(default="", kw_only=True)
    indent: int = field(default=0, kw_only=True)
    hanging: int = field(default=0, kw_only=True)
    tint: Tone = field(default="", kw_only=True)
    size: Size = field(default="lead", kw_only=True)
    font: Family = field(default="serif", kw_only=True)
    tone: Tone = field(default="text", kw_only=True)
    message: object = field(default=None, kw_only=True)
    selected: bool = field(default=False, kw_only=True)
    children: tuple[Widget, ...] = field(default=(), converter=some, kw_only=True)


@frozen
class Badge(Widget):
    """A small pill: coloured ground, sign, few words. Yes, abstain and no bring their sign."""

    role = "badge"
    text: str
    tone: Tone = "muted"
    sign: Sign = field(default="", kw_only=True)

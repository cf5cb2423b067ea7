"""The look of the course in one place: colours, type, spacing, line widths.

Widgets take these values as CSS custom properties (``css_variables``), drawings take them as plotting
settings (``figures.style``). Nothing else in the project names a colour.
"""

from dataclasses import dataclass, fields

FONT_STACK = ("DejaVu Sans", "Verdana", "Arial", "sans-serif")
"""Used in drawings, where the page cannot choose the font; widgets inherit the page's own reading font."""


@dataclass(frozen=True)
class Palette:
    """The named colours of one theme. Texts reach 4.5 to 1 on ``panel``, lines 3 to 1."""

    ink: str
    muted: str
    page: str
    panel: str
    raised: str
    line: str
    primary: str
    on_primary: str
    primary_soft: str
    accent: str
    accent_soft: str
    ok: str
    ok_soft: str
    caution: str
    caution_soft: str
    danger: str
    danger_soft: str
    info: str
    info_soft: str


LIGHT = Palette(
    ink="#1F2933",
    muted="#52606D",
    page="#FFFFFF",
    panel="#FBF7F2",
    raised="#FFFFFF",
    line="#8A7F73",
    primary="#0F6B6B",
    on_primary="#FFFFFF",
    primary_soft="#E1F0EE",
    accent="#A84A22",
    accent_soft="#FBE9E0",
    ok="#2F6B3A",
    ok_soft="#E6F2E7",
    caution="#6B4A00",
    caution_soft="#FFF4D6",
    danger="#A61B1B",
    danger_soft="#FDECEA",
    info="#1B5E9B",
    info_soft="#E5EFF9",
)

DARK = Palette(
    ink="#F2EDE6",
    muted="#B8B2A9",
    page="#1B1E22",
    panel="#262A2F",
    raised="#2F343A",
    line="#8C857B",
    primary="#6FD0C8",
    on_primary="#0E2E2D",
    primary_soft="#1F3D3C",
    accent="#F0A27A",
    accent_soft="#44301F",
    ok="#8FD19E",
    ok_soft="#22382A",
    caution="#F2C94C",
    caution_soft="#3D3414",
    danger="#FF9A94",
    danger_soft="#452322",
    info="#8EC5FF",
    info_soft="#1E3347",
)


@dataclass(frozen=True)
class SkinTone:
    """The tints of one body in the drawings."""

    name: str
    fill: str
    shade: str
    """Soft shadow that gives shape."""
    areola: str
    line: str
    """Outline, at least 3 to 1 on the light panel."""
    inner: str
    """Lines drawn on the skin, at least 3 to 1 on ``fill``."""
    change: str
    """A new colour as it shows on this skin."""
    change_deep: str
    """The dents and edges inside a changed patch."""


NEUTRAL = SkinTone("neutral", "#F3E6D8", "#E6D3C0", "#D3B39C", "#857A6E", "#82776B", "#E0907A", "#9C4A38")
NEUTRAL_DARK = SkinTone(
    "neutral on a dark ground", "#7A6857", "#685747", "#4E3A2E", "#D3C7B8", "#1C1612", "#E0907A", "#E8B0A0"
)
"""The tint that stands for any skin, for drawings on a dark ground; real tones stay as they are."""
SKIN_TONES = (
    SkinTone("light", "#F6DCCB", "#EBC6B0", "#D79C86", "#8C5F4B", "#8C5F4B", "#DE7C6C", "#96392F"),
    SkinTone("brown", "#C6916A", "#B37D57", "#8A5338", "#5C3722", "#5C3722", "#99492F", "#5A2418"),
    SkinTone("deep brown", "#81553E", "#6E4531", "#45261A", "#1A0B06", "#1A0B06", "#4B2333", "#1C0810"),
)

STAGE_TONES = (
    SkinTone("very light", "#FBE8DC", "#F1D3C2", "#E0A793", "#8C5F4B", "#8C5F4B", "#DE7C6C", "#96392F"),
    SkinTone("light", "#F3D3B8", "#E5BC9B", "#C98F71", "#8A5A3C", "#8A5A3C", "#D97B60", "#8F3A28"),
    SkinTone("tan", "#DBAE84", "#C8986D", "#A06A45", "#6B4326", "#6B4326", "#B9603F", "#6E2C1A"),
    SkinTone("brown", "#A97450", "#956341", "#6B3F26", "#42230F", "#42230F", "#8A4030", "#451810"),
    SkinTone("deep brown", "#6F4A36", "#5E3C2A", "#3C2216", "#170A05", "#170A05", "#4B2333", "#1C0810"),
)
"""The tones to choose from on the player's stage, the lightest first."""


@dataclass(frozen=True)
class Tissue:
    """Tints for the drawings under the skin."""

    fat: str = "#F8E7B5"
    gland: str = "#EBB9A6"
    duct: str = "#A9583F"
    muscle: str = "#CF8C80"
    rib: str = "#F4EEE2"
    node: str = "#5E8F62"
    lymph: str = "#2F6B3A"
    cloth: str = "#CBDCE6"
    cloth_line: str = "#5B7688"
    trousers: str = "#A9BAC6"
    mattress: str = "#CDDBE4"
    milk: str = "#FFFDF5"
    blood: str = "#A51A20"
    clear: str = "#E4EEF8"
    flake: str = "#FBF6F0"
    """What somebody may see on a nipple: these colours are signs and are the same on every ground."""
    way: str = "#0E6A6A"
    away: str = "#A31B1C"
    edge: str = "#FFFEFC"
    """The ways of hands on skin, which keeps its tone on every ground: on it, away from it, and the light round it."""


TISSUE = Tissue()
TISSUE_DARK = Tissue(
    fat="#5E5434", gland="#8A5F50", duct="#E0937B", muscle="#8A4F46", rib="#5B564C", node="#A6DBAA", mattress="#2B4158"
)
"""Under the skin on a dark ground; clothes stay as they are."""
SHIRT = SkinTone(
    "shirt",
    TISSUE.cloth,
    TISSUE.cloth,
    TISSUE.cloth,
    TISSUE.cloth_line,
    TISSUE.cloth_line,
    TISSUE.cloth,
    TISSUE.cloth,
)
TROUSERS = SkinTone(
    "trousers",
    TISSUE.trousers,
    TISSUE.trousers,
    TISSUE.trousers,
    TISSUE.cloth_line,
    TISSUE.cloth_line,
    TISSUE.trousers,
    TISSUE.trousers,
)
"""Clothes, drawn with the same pens as skin."""


@dataclass(frozen=True)
class TypeScale:
    """Text sizes in CSS pixels, and the measure."""

    small: int = 14
    body: int = 17
    heading: int = 22
    title: int = 30
    far: int = 64
    line_height: float = 1.55
    measure: str = "68ch"


@dataclass(frozen=True)
class Space:
    """Distances in CSS pixels, multiples of one unit."""

    unit: int = 8
    small: int = 4
    medium: int = 16
    large: int = 24
    radius: int = 10
    target: int = 44
    """The smallest side of a control."""


@dataclass(frozen=True)
class LineWidths:
    """Line weights of the drawings in pixels: one for the body, a heavier one for what is taught."""

    fine: float = 1.0
    body: float = 1.8
    taught: float = 2.8


TYPE = TypeScale()
SPACE = Space()
LINES = LineWidths()


def on_dark() -> dict[str, str]:
    """What each colour of a drawing becomes on a dark ground; colours that are not named stay."""
    pairs: list[tuple[Palette, Palette] | tuple[SkinTone, SkinTone] | tuple[Tissue, Tissue]] = [
        (TISSUE, TISSUE_DARK),
        (NEUTRAL, NEUTRAL_DARK),
        (LIGHT, DARK),
    ]
    found = {
        getattr(light, field.name): getattr(dark, field.name)
        for light, dark in pairs
        for field in fields(light)
        if getattr(light, field.name).startswith("#")
    }
    found[LIGHT.raised] = DARK.raised
    return {light: dark for light, dark in found.items() if light != dark}


def css_variables() -> str:
    """The tokens as CSS custom properties, for the light theme and for JupyterLab's dark theme."""
    sizes = {f"text-{name}": f"{getattr(TYPE, name)}px" for name in ("small", "body", "heading", "title", "far")}
    space = {f"space-{field.name}": f"{getattr(SPACE, field.name)}px" for field in fields(SPACE)}
    shared = sizes | space | {"line-height": str(TYPE.line_height), "measure": TYPE.measure}
    return _rule(":root", _colours(LIGHT) | _on_drawings() | shared) + _on_screen(
        _rule('body[data-jp-theme-light="false"]', _colours(DARK))
    )


def button_styles(selector: str, *, line: str, ink: str) -> str:
    """The look of a button for the place that ``selector`` names; ``line`` and ``ink`` are colours of the palette.

    The sheet of each place says the rest. A panel stands in a page with a sheet of its own: if both had the same rule
    for the same buttons, the order in which a browser meets the two would decide.
    """
    shape = {
        "background": "var(--course-raised)",
        "border": f"1px solid var(--course-{line})",
        "border-radius": f"{SPACE.radius}px",
        "color": f"var(--course-{ink})",
        "cursor": "pointer",
        "font": "inherit",
    }
    main = {
        "background": "var(--course-primary)",
        "border-color": "var(--course-primary)",
        "color": "var(--course-on-primary)",
    }
    return _block(selector, shape) + _block(f"{selector}-main", main)


def _colours(palette: Palette) -> dict[str, str]:
    return {field.name.replace("_", "-"): getattr(palette, field.name) for field in fields(palette)}


def _on_drawings() -> dict[str, str]:
    """Colours for what lies on a drawing: its panel is light in every theme."""
    named = {f"drawing-{name}": getattr(LIGHT, name) for name in ("ink", "page", "primary", "info", "ok", "caution")}
    return named | {"drawing-cloth": TISSUE.cloth, "drawing-cloth-line": TISSUE.cloth_line}


def _on_screen(rule: str) -> str:
    """A rule that paper ignores: what is printed keeps the light colours."""
    return f"@media screen {{\n{rule}}}\n"


def _rule(selector: str, values: dict[str, str]) -> str:
    return _block(selector, {f"--course-{name}": value for name, value in values.items()})


def _block(selector: str, values: dict[str, str]) -> str:
    lines = "".join(f"  {name}: {value};\n" for name, value in values.items())
    return f"{selector} {{\n{lines}}}\n"

"""The palette Fusion draws with."""

from PySide6.QtGui import QColor, QPalette

from smartpick_desktop.ui.tokens import Tokens

_Role = QPalette.ColorRole


def make_palette(tokens: Tokens) -> QPalette:
    """The palette Fusion draws with, for all that the style sheet does not name."""
    palette = QPalette()
    for role, colour in _palette_roles(tokens).items():
        palette.setColor(role, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText):
        palette.setColor(disabled, role, QColor(tokens.edge))
    palette.setColor(disabled, _Role.Highlight, QColor(tokens.line2))
    return palette


def _palette_roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    return {
        _Role.Window: tokens.canvas,
        _Role.WindowText: tokens.ink,
        _Role.Base: tokens.surface,
        _Role.AlternateBase: tokens.inset,
        _Role.ToolTipBase: tokens.ink,
        _Role.ToolTipText: tokens.surface,
        _Role.Text: tokens.ink,
        _Role.PlaceholderText: tokens.ink3,
        _Role.Button: tokens.surface,
        _Role.ButtonText: tokens.ink,
        _Role.BrightText: tokens.on_accent,
        _Role.Light: tokens.surface,
        _Role.Midlight: tokens.line,
        _Role.Mid: tokens.line2,
        _Role.Dark: tokens.edge,
        _Role.Shadow: tokens.line2,
        _Role.Highlight: tokens.accent,
        _Role.HighlightedText: tokens.on_accent,
        _Role.Accent: tokens.accent,
        _Role.Link: tokens.accent_ink,
        _Role.LinkVisited: tokens.accent_ink,
    }

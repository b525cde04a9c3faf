"""Which sign stands for which state."""

from smartpick_desktop.core.assessment.verdict import State
from smartpick_desktop.ui.widgets.glyph import Glyph
from smartpick_desktop.ui.widgets.text_label import Tone

_GLYPHS = {
    State.FINE_AS_IS: Glyph.FINE,
    State.WORTH_A_PLAN: Glyph.WORTH,
    State.NEEDS_A_PLAN_FIRST: Glyph.NEEDS,
}
_TONES = {
    State.FINE_AS_IS: Tone.FINE,
    State.WORTH_A_PLAN: Tone.WORTH,
    State.NEEDS_A_PLAN_FIRST: Tone.NEEDS,
}


def glyph_of(state: State | None) -> Glyph:
    """The sign of `state`; a hollow one where there is none yet."""
    return Glyph.UNKNOWN if state is None else _GLYPHS[state]


def tone_of(state: State | None) -> Tone:
    """The ink of `state`."""
    return Tone.INK3 if state is None else _TONES[state]

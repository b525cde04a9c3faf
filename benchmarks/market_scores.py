"""How good foretold chances were: Brier, log loss, AUC, calibration error and slope, coverage."""

from dataclasses import dataclass

import numpy as np
from market_world import Flags, Floats, Ints

BINS = 10
_EDGE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The scores of one predictor; `said` and `was` are those of its highest tenth."""

    brier: float
    log_loss: float
    auc: float
    ece: float
    slope: float
    said: float
    was: float


def score(foretold: Floats, happened: Flags) -> Score:
    """Hold chances against what happened."""
    p = np.clip(foretold, _EDGE, 1.0 - _EDGE)
    y = happened.astype(float)
    tenths = np.array_split(np.argsort(p, kind="stable"), BINS)
    gaps = [len(t) * abs(float(p[t].mean() - y[t].mean())) for t in tenths]
    return Score(
        brier=float(np.mean((p - y) ** 2)),
        log_loss=float(-np.mean(y * np.log(p) + (1.0 - y) * np.log(1.0 - p))),
        auc=auc(p, happened),
        ece=sum(gaps) / len(p),
        slope=calibration_slope(p, y),
        said=float(p[tenths[-1]].mean()),
        was=float(y[tenths[-1]].mean()),
    )


def auc(p: Floats, happened: Flags) -> float:
    """The chance that one it happened to was given the higher chance; ties count half."""
    _, place, count = np.unique(p, return_inverse=True, return_counts=True)
    ends = np.cumsum(count)
    ranks = (ends - (count - 1) / 2.0)[place]
    yes, no = int(happened.sum()), int((~happened).sum())
    return float((ranks[happened].sum() - yes * (yes + 1) / 2.0) / (yes * no))


def calibration_slope(p: Floats, y: Floats) -> float:
    """The slope of a logistic regression of what happened on the logit of the chance."""
    x = np.log(p / (1.0 - p))
    design = np.column_stack((np.ones_like(x), x))
    beta = np.array((0.0, 1.0))
    for _ in range(60):
        fitted = 1.0 / (1.0 + np.exp(np.clip(-design @ beta, -50.0, 50.0)))
        weight = np.maximum(fitted * (1.0 - fitted), 1e-9)
        step = np.linalg.solve(design.T @ (design * weight[:, None]), design.T @ (y - fitted))
        step = np.clip(step, -0.3, 0.3)  # far-off chances would make a full step run away
        beta += step
        if np.abs(step).max() < 1e-10:
            break
    return float(beta[1])


def coverage(low: Ints, high: Ints, count: Ints) -> tuple[float, float]:
    """How often a count lay within its 10-90 % range, and how wide the range was on average."""
    return float(((count >= low) & (count <= high)).mean()), float((high - low).mean())

"""Holds the outlook against a made-up market that works otherwise than it believes.

Run with `PYTHONPATH=src python benchmarks/bench_validation.py`; it takes about two minutes on one
core. `--write` puts what it prints into docs/model-validation.md. Every seed is fixed.
"""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
from market_lists import habit_lists
from market_model import Model, Season, fit, foretell, hold_back, start
from market_policies import POLICIES, Result, follow
from market_replay import replay_table
from market_scores import Score, coverage, score
from market_season import Lists, draw_doubt, play
from market_world import PEOPLE, TYPES, Flags, Floats, Ints, World, make_world

from smartpick_desktop.core.outlook.chances import WEIGHTS
from smartpick_desktop.core.outlook.interviews import count_range, mixed_distribution
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.outlook_data import load_outlook_rules

SEED = 20261127
FITTED_ON, TRIED_ON, FOLLOWED_IN, FOLLOWED = 4, 10, 40, 40
COUNTED = 160  # people of each fresh market whose interviews are held against their range
PAGE = Path(__file__).resolve().parents[1] / "docs" / "model-validation.md"


def main() -> int:
    """Print the page; 1 where a bar does not hold."""
    rules = load_outlook_rules(
        resource("rules", "outlook.toml"), resource("data", "outlook_groups.csv")
    )
    seasons = [season(at) for at in range(FITTED_ON)]
    model, rates = fit(Model(rules=rules, fit=start()), seasons), type_rates(seasons)
    lines, bars = predictions(model, rates)
    more, more_bars = policies(model, rates)
    page = [
        *head(model),
        *landing(seasons),
        *lines,
        *more,
        *bars_table(bars + more_bars),
        *replay_table(rules),
    ]
    text = "\n".join(page) + "\n"
    print(text)
    if "--write" in sys.argv[1:]:
        PAGE.write_text(text, encoding="utf-8")
    return 0 if all(holds for _, _, holds in bars + more_bars) else 1


def season(at: int) -> Season:
    """One market of that number, with the lists that people make by themselves."""
    seed = SEED + 10 * at
    world = make_world(seed)
    lists = habit_lists(world, seed + 1)
    return world, lists, play(world, lists, draw_doubt(world, seed + 2))


def type_rates(seasons: list[Season]) -> Floats:
    """The match rate of each applicant type."""
    kind = np.concatenate([world.people.kind for world, *_ in seasons])
    matched = np.concatenate([outcome.match >= 0 for *_, outcome in seasons])
    return np.array([matched[kind == each].mean() for each in range(len(TYPES))])


REAL = {
    "us_md": ("11.5", ".88", "12.4 / 5.2"),
    "us_do": ("11.9", ".88", ""),
    "us_img": ("6.6", ".70", ""),
    "non_us_img": ("5.3", ".63", "7.3 / 1.9"),
}
"""Offers, match rate and offers of matched / not matched that the market was made to land near."""


def landing(seasons: list[Season]) -> list[str]:
    """Where the market lands, beside what it was made to land near."""
    kind = np.concatenate([world.people.kind for world, *_ in seasons])
    matched = np.concatenate([outcome.match >= 0 for *_, outcome in seasons])
    offers = np.concatenate([outcome.invited.sum(axis=1) for *_, outcome in seasons])
    lines = [
        "| people | offers, meant | are | match, meant | is | offers matched / not, meant | are |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for number, name in enumerate(TYPES):
        one, (meant, rate, both) = kind == number, REAL[name]
        yes, no = offers[one & matched].mean(), offers[one & ~matched].mean()
        lines.append(
            f"| {name} | {meant} | {offers[one].mean():.1f} | {rate} | "
            f"{matched[one].mean():.2f} | {both} | {yes:.1f} / {no:.1f} |"
        )
    return [*lines, ""]


Bars = list[tuple[str, str, bool]]


def predictions(model: Model, rates: Floats) -> tuple[list[str], Bars]:
    """How good what was foretold of 16,000 people was, with the lists they made themselves."""
    own, flat, kinds, happened, blocked = [], [], [], [], 0
    low, high, counts = [], [], []
    rows = np.arange(PEOPLE)
    for at in range(TRIED_ON):
        world, lists, outcome = season(100 + at)
        own.append(foretell(model, world, lists, rows).match)
        flat.append(foretell(replace(model, tau=0.0), world, lists, rows).match)
        kinds.append(world.people.kind)
        happened.append(outcome.match >= 0)
        blocked += outcome.blocking_pairs
        few, many, got = interviews(model, world, lists, outcome.invited)
        low, high, counts = [*low, *few], [*high, *many], [*counts, *got]
    was: Flags = np.concatenate(happened)
    base = rates[np.concatenate(kinds)]
    factor = np.concatenate(own)
    held = hold_back(factor, model.rules.settings.shrink_own, base)
    table = {
        "the outlook, as it is shown": score(held, was),
        "before it is held back": score(factor, was),
        "the same, programs as coin flips": score(np.concatenate(flat), was),
        "the match rate of the applicant type": score(base, was),
    }
    share, width = coverage(np.array(low), np.array(high), np.array(counts))
    best = table["the outlook, as it is shown"]
    tried = f"{len(was):,} people in {TRIED_ON} fresh markets, with lists of their own."
    covered = (
        f"The range of the middle 80 % held the number of interviews of {share:.2f} of "
        f"{len(counts):,} people; it was {width:.1f} interviews wide."
    )
    lines = [
        "## What was foretold, and what happened", "", tried, "",
        "| foretold by | Brier | log loss | AUC | ECE | slope | highest tenth: said / was |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(row(name, one) for name, one in table.items()), "",
        covered, "",
    ]  # fmt: skip
    bars = [
        ("Brier score at most .140", f"{best.brier:.4f}", best.brier <= 0.140),
        ("ECE at most .020", f"{best.ece:.4f}", best.ece <= 0.020),
        ("slope .85 to 1.10, as shown", f"{best.slope:.2f}", 0.85 <= best.slope <= 1.10),
        ("interviews covered .74 to .90", f"{share:.2f}", 0.74 <= share <= 0.90),
        ("pairs that would rather have each other: none", str(blocked), blocked == 0),
    ]
    return lines, bars


def interviews(
    model: Model, world: World, lists: Lists, invited: Flags
) -> tuple[list[int], list[int], list[int]]:
    """The 10 and 90 % points of the interviews of some people, and how many they had."""
    low, high, got = [], [], []
    for person in range(0, PEOPLE, PEOPLE // COUNTED):
        rows = np.array([person])
        invite, take = model.logits(world, rows, lists.signalled[rows].astype(float))
        chosen = np.flatnonzero(lists.applied[person])
        q, _ = model.at_nodes(invite[:, chosen], take[:, chosen])
        few, many = count_range(mixed_distribution(q[0].T, WEIGHTS))
        low.append(few)
        high.append(many)
        got.append(int(invited[person].sum()))
    return low, high, got


def policies(model: Model, rates: Floats) -> tuple[list[str], Bars]:
    """What lists chosen otherwise come to, as many programs and signals each."""
    found: list[Result] = []
    for at in range(FOLLOWED_IN):
        seed = SEED + 5000 + 10 * at
        world = make_world(seed)
        lists, doubt = habit_lists(world, seed + 1), draw_doubt(world, seed + 2)
        people = np.random.default_rng(seed + 3).choice(PEOPLE, size=FOLLOWED, replace=False)
        found.append(follow(world, lists, doubt, model, people))
    kind: Ints = np.concatenate([one.kind for one in found])
    matched = {p: np.concatenate([one.matched[p] for one in found]) for p in POLICIES}
    said = np.concatenate([one.said["best list"] for one in found])
    shown = hold_back(said, model.rules.settings.shrink_suggested, rates[kind])
    best = matched["best list"]
    followed = (
        f"{len(kind):,} people in {FOLLOWED_IN} further markets, everybody else unchanged; "
        "lists of 20, 25, 40 and 40 programs by type, five signals."
    )
    lines = [
        "## What lists chosen otherwise come to", "", followed, "",
        "| list | matched | against the best list | US MD / US DO / US IMG / non-US IMG |",
        "| --- | --- | --- | --- |",
    ]  # fmt: skip
    for policy, got in matched.items():
        gap = got.astype(float) - best.astype(float)
        error = gap.std() / np.sqrt(len(gap))
        against = "" if policy == "best list" else f"{gap.mean():+.3f} ± {error:.3f}"
        parts = " / ".join(f"{got[kind == each].mean():.2f}" for each in range(len(TYPES)))
        lines.append(f"| {policy} | {got.mean():.3f} | {against} | {parts} |")
    gap = float(shown.mean() - best.mean())
    own = (
        f"Of its own lists the outlook says {shown.mean():.3f} as it is shown, "
        f"{said.mean():.3f} before; {best.mean():.3f} matched."
    )
    lines += ["", own, ""]

    def ahead(policy: str) -> float:
        return float(best.mean() - matched[policy].mean())

    signals = ahead("best list, signals to favourites")
    mixed, loved = ahead("20/60/20"), ahead("favourites")
    bars = [
        ("best list over 20/60/20 by .15", f"{mixed:+.3f}", mixed >= 0.15),
        ("best list over favourites by .25", f"{loved:+.3f}", loved >= 0.25),
        ("signals placed over favourites by .01", f"{signals:+.3f}", signals >= 0.01),
        ("said less was on its own lists, at most .03", f"{gap:+.3f}", abs(gap) <= 0.03),
    ]  # fmt: skip
    return lines, bars


def row(name: str, one: Score) -> str:
    """A line of the table of scores."""
    return (
        f"| {name} | {one.brier:.4f} | {one.log_loss:.4f} | {one.auc:.3f} | {one.ece:.3f} | "
        f"{one.slope:.2f} | {one.said:.3f} / {one.was:.3f} |"
    )


def bars_table(bars: Bars) -> list[str]:
    """Every bar, what it came to, and whether it holds."""
    lines = ["## Bars", "", "| bar | came to | holds |", "| --- | --- | --- |"]
    lines += [
        f"| {bar} | {value} | {'yes' if holds else '**no**'} |" for bar, value, holds in bars
    ]
    return [*lines, ""]


MARKET = """
The market is made up: 1,600 people of four applicant types and 160 programs. Programs rank
files instead of tossing coins, a third publish no usual score, 30 % filter by score in silence,
a quarter silently take nobody who needs a visa, doubt has heavy tails, a day is good or bad at
every interview, and a stable match is made of the rank lists. Its slots, its bars for IMGs and
how people choose lists were set so that it lands near real offers and match rates, below. It
tests the arithmetic and the way figures are fitted, not the world: the effects have the same
form as the model's, and what people do is made up.
"""


def head(model: Model) -> list[str]:
    """What the page is."""
    fitted, today = model.fit, date.today()  # noqa: DTZ011
    kinds = ", ".join(
        f"{kind} {a:+.2f} / {b:+.2f}"
        for kind, a, b in zip(TYPES, fitted.invite, fitted.take, strict=True)
    )
    command = "python3 dev.py bench bench_validation"
    fitted_to = (
        f"Fitted to the aggregates of {FITTED_ON} markets (match and offers by type and by score "
        f"band): logits of invitation / of being taken {kinds}; score terms times "
        f"{fitted.factor:.2f} and {fitted.take_factor:.2f}."
    )
    return [
        "# How the outlook was tried",
        "",
        f"Printed by `{command}` on {today:%-d %B %Y}, seed {SEED}.",
        MARKET,
        fitted_to,
        "",
    ]


if __name__ == "__main__":
    sys.exit(main())

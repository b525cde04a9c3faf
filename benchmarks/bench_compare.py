"""How long the compare page takes: four scenarios with 100 programs each, worked out and painted.

Run with `QT_QPA_PLATFORM=offscreen PYTHONPATH=src python benchmarks/bench_compare.py`.
"""

import os
from dataclasses import replace
from datetime import date
from statistics import median, quantiles
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from smartpick_desktop.core.applicant import Applicant
from smartpick_desktop.core.exams import Step1Result, Step2Result
from smartpick_desktop.core.fact_columns import FactColumns
from smartpick_desktop.core.program_list import ListEntry
from smartpick_desktop.core.scenario import Scenario, Target
from smartpick_desktop.paths import resource
from smartpick_desktop.storage.directory_data import load_directory
from smartpick_desktop.storage.outlook_data import load_outlook_rules
from smartpick_desktop.storage.reference_data import load_reference
from smartpick_desktop.storage.season_data import load_fees
from smartpick_desktop.ui.assessor import Assessor
from smartpick_desktop.ui.document import Document
from smartpick_desktop.ui.pages.compare_page import ComparePage
from smartpick_desktop.ui.panels.score_run_panel import ScoreRunPanel
from smartpick_desktop.ui.ratings import Ratings
from smartpick_desktop.ui.scenario_sides import ScenarioSides
from smartpick_desktop.ui.theme import Mode, Theme

RUNS, LISTED = 40, 100


def main() -> None:
    """Print what the page takes after an edit."""
    application = QApplication([])
    theme = Theme(Mode.LIGHT)
    theme.apply(application)
    directory = load_directory(resource("data", "programs.csv"))
    reference = load_reference(resource()).reference
    rows = [row for row, key in enumerate(directory.specialties) if key == "internal_medicine"]
    entries = tuple(
        ListEntry(program_id=directory.program_ids[row], specialty="internal_medicine")
        for row in rows[:LISTED]
    )
    scenarios = tuple(
        Scenario(
            id=str(score), name=f"CK {score}", step1=Step1Result(score=250),
            step2=Step2Result(score=score), season=2026, entries=entries,
            targets=(Target(specialty="internal_medicine"), Target(specialty="anesthesiology")),
        )
        for score in (236, 244, 252, 260)
    )  # fmt: skip
    applicant = Applicant(id="a", code="A-01", scenarios=scenarios, actual_id="236")
    document = Document(applicant, lambda *_: None)
    assessor = Assessor(document, reference, lambda: date(2026, 9, 1))
    facts = FactColumns(directory, document.facts)

    rules = load_outlook_rules(
        resource("rules", "outlook.toml"), resource("data", "outlook_groups.csv")
    )
    ratings = Ratings(document, directory, lambda: facts, rules, reference.usual_score)
    fees = load_fees(resource("data", "eras_fees.csv"))
    sides = ScenarioSides(document, assessor, ratings, lambda: fees)
    names = {key: reference.short_name(key) for key in reference.specialties}
    run = ScoreRunPanel(theme, sides.run_for, sides.settings, names)
    page = ComparePage(theme, document, sides.of, sides.compare, directory, names, run)
    page.resize(1150, 800)
    page.show()
    image = QImage(page.size(), QImage.Format.Format_ARGB32_Premultiplied)
    times = []
    for run in range(RUNS):
        after = replace(document.scenario, step2=Step2Result(score=230 + run % 30))
        begin = perf_counter()
        document.edit_scenario("Step 2 CK", after)
        page.render(image)
        times.append((perf_counter() - begin) * 1000)
    print(f"compare page, 4 scenarios of {LISTED} programs, from edit to painted")
    print(f"  median {median(times):.0f} ms   95th {quantiles(times, n=20)[18]:.0f} ms")


if __name__ == "__main__":
    main()

"""The applicant in words: type, standing, attempts, strengths and concerns."""

from smartpick_desktop.core.applicant import Applicant, ApplicantType, Standing
from smartpick_desktop.core.scenario import Concern, Scenario, Strength

TYPE_NAMES = {
    ApplicantType.US_MD: "US MD",
    ApplicantType.US_DO: "US DO",
    ApplicantType.US_IMG: "US IMG",
    ApplicantType.NON_US_IMG: "Non-US IMG",
}
STRENGTH_NAMES = {
    Strength.LETTERS: "Strong letters from known faculty",
    Strength.CLINICAL_GRADES: "Clinical grades",
    Strength.MSPE: "Strong MSPE narrative",
    Strength.RESEARCH: "Research",
    Strength.HOME_PROGRAM: "Home program or mentor support",
    Strength.SCHOOL: "Well-connected school",
    Strength.US_CLINICAL_EXPERIENCE: "US clinical experience",
}
CONCERN_NAMES = {
    Concern.CLERKSHIP_COMMENTS: "Critical clerkship comments",
    Concern.REMEDIATION: "Remediation",
    Concern.LEAVE: "Leave of absence",
    Concern.PROFESSIONALISM: "Professionalism note",
    Concern.NO_US_CONNECTIONS: "School without US connections",
}


def who(applicant: Applicant) -> str:
    """Type, standing and year: "US MD senior, 2027"."""
    standing = "senior" if applicant.standing is Standing.SENIOR else "graduate"
    year = f", {applicant.graduation_year}" if applicant.graduation_year else ""
    return f"{TYPE_NAMES[applicant.applicant_type]} {standing}{year}"


def profile_lines(applicant: Applicant, scenario: Scenario) -> tuple[str, str]:
    """The profile in two lines: who, then attempts, strengths, concerns and visa."""
    failed = scenario.failed_step1 + scenario.failed_step2
    strengths, concerns = len(scenario.strengths), len(scenario.concerns)
    parts = [_count(failed, "failed attempt")] if failed else []
    parts.append(_count(strengths, "strength") if strengths else "no strengths noted")
    if concerns:
        parts.append(_count(concerns, "concern"))
    if applicant.needs_visa:
        parts.append("visa needed")
    return who(applicant).partition(",")[0], " · ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

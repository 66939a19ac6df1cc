"""The report of a workshop: what it says around a release, read at one moment; then made as HTML or PDF, which takes time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from conversations.screens import When
from domain.instants import wall_clock
from domain.languages import Texts
from results.files.report_parts import ReportArea
from results.words import Say
from service import areas
from service.drawing import NoSuchFile
from service.work import Tx
from storage import checkin, day, timeline
from storage.checkin import Numbers
from storage.releases import Release
from storage.timeline import Meeting


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report is made from. `html` and `pdf` may take seconds: not for a transaction."""

    figures: dict[str, Any]
    meeting: Meeting
    description: Texts
    numbers: Numbers
    areas: tuple[ReportArea, ...]
    office: Texts
    contact: str

    def html(self, say: Say, language: str) -> bytes:
        """The report in one language. Raises NotPublished for a release that was not hidden."""
        from results.files.report import report_html  # jinja and matplotlib: slow to import, seldom needed
        from results.files.report_parts import ReportFrame

        meeting, numbers = self.meeting, self.numbers
        when = When(meeting.starts_at, meeting.zone, "span", meeting.ends_at)
        year = str(wall_clock(meeting.starts_at, ZoneInfo(meeting.zone)).year)
        frame = ReportFrame(
            office=self.office,
            date={language: say("results-report-date", when=when, year=year)},
            place=meeting.place or {},
            description=self.description,
            contact=self.contact,
            registered=numbers.expected or None,
            came=numbers.present or None,
            areas=self.areas,
        )
        return report_html(self.figures, frame, say, language)

    def pdf(self, say: Say, language: str) -> bytes:
        """The same for printing. Raises results.files.pdf.NoChromium, PdfFailed."""
        from results.files.pdf import pdf_of

        return pdf_of(self.html(say, language))


def read(tx: Tx, release: Release, office: Texts, contact: str) -> Report:
    """What the report of a release is made from. Raises NoSuchFile when the workshop is gone."""
    meeting = timeline.meeting(tx, release.workshop)
    if meeting is None:
        raise NoSuchFile(f"no workshop {release.workshop}")
    return Report(
        figures=release.figures,
        meeting=meeting,
        description=day.description(tx, release.workshop),
        numbers=checkin.numbers(tx, release.workshop),
        areas=areas.agreed(tx, release.workshop),
        office=office,
        contact=contact,
    )

"""The report of a workshop: what it says around a release, read at one moment; then made as HTML or PDF, which takes time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from conversations.screens import When
from domain.instants import wall_clock
from domain.languages import Texts
from domain.timeline import KINDS, wave_of
from results.files.report_parts import Consultation, ReportArea, ReportFrame
from results.words import Say
from service import areas
from service.drawing import NoSuchFile
from service.work import Tx
from storage import checkin, day, delivery_counts, timeline
from storage.checkin import Numbers
from storage.releases import Release
from storage.timeline import Meeting


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a report is made from. `html` and `pdf` may take seconds: not for a transaction.

    `asked`: how many people got a message that asks for answers of this wave, and how many of them gave none.
    """

    figures: dict[str, Any]
    meeting: Meeting
    description: Texts
    numbers: Numbers
    asked: tuple[int, int] | None
    areas: tuple[ReportArea, ...]
    office: Texts
    contact: str

    def html(self, say: Say, language: str) -> bytes:
        """The report in one language. Raises NotPublished for a release that was not hidden."""
        from results.files.report import report_html  # jinja and matplotlib: slow to import, seldom needed

        return report_html(self.figures, self._frame(say, language), say, language)

    def statement(self, consultation: Consultation, say: Say, language: str) -> bytes:
        """The *sprawozdanie* of a workshop that consults a draft, for the office to fill in. Raises NotPublished."""
        from results.files.report import statement_html

        return statement_html(self.figures, self._frame(say, language), consultation, say, language)

    def _frame(self, say: Say, language: str) -> ReportFrame:
        meeting, numbers = self.meeting, self.numbers
        invited, silent = self.asked or (None, None)
        when = When(meeting.starts_at, meeting.zone, "span", meeting.ends_at)
        year = str(wall_clock(meeting.starts_at, ZoneInfo(meeting.zone)).year)
        return ReportFrame(
            office=self.office,
            date={language: say("results-report-date", when=when, year=year)},
            place=meeting.place or {},
            description=self.description,
            contact=self.contact,
            invited=invited or None,
            silent=silent if invited else None,
            registered=numbers.expected or None,
            came=numbers.present or None,
            areas=self.areas,
        )

    def pdf(self, say: Say, language: str) -> bytes:
        """The same for printing. Raises results.files.pdf.NoChromium, PdfFailed."""
        from results.files.pdf import pdf_of

        return pdf_of(self.html(say, language))


def asking(wave: str) -> frozenset[str]:
    """The kinds of the timeline's messages that ask for answers of a wave."""
    of_wave = {kind for kind in KINDS if wave_of(kind) == wave and not kind.startswith("wave_closes")}
    return frozenset(of_wave | ({"invitation"} if wave == "before" else set()))


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
        asked=delivery_counts.asked(tx, release.workshop, release.wave, asking(release.figures["wave"]["kind"])),
        areas=areas.agreed(tx, release.workshop),
        office=office,
        contact=contact,
    )

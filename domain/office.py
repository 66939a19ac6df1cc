"""The office: who asks, on what legal basis, for how long. Written by the town in OFFICE_FILE."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from domain.languages import Texts

LegalBasis = Literal["public_task", "consent"]


@dataclass(frozen=True, slots=True)
class Retention:
    """Days after which things go: needs after the workshop, names after the workshop, links after the summary."""

    needs_days: int = 7
    registration_names_days: int = 30
    unlink_ballots_days: int = 90
    backups_days: int = 30


@dataclass(frozen=True, slots=True)
class Office:
    """What the notice says. `example` makes every first contact say that this is no service of a real city.

    `second_confirmation_above`: an announcement to more people needs a second organiser's word; None: never.
    """

    name: Texts
    controller: Texts
    data_protection_officer: str
    legal_basis: LegalBasis
    legal_basis_text: Texts
    contact: str
    official_page: str
    retention: Retention
    notice_version: int
    example: bool = False
    second_confirmation_above: int | None = None

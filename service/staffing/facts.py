"""What staff's conversations are shown: by flow, read when their current conversation shows it."""

from __future__ import annotations

from typing import Final

from service.staffing import results_acts, roles_acts, theme_acts

LOADERS: Final = {
    "figures": results_acts.facts,
    "roles": roles_acts.facts,
    "audit": roles_acts.log,
    "themes": theme_acts.facts,
}

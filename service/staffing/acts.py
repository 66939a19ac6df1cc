"""All that the office does from the chat, put together."""

from __future__ import annotations

from service.staffing.research_acts import ACTS as RESEARCH_ACTS
from service.staffing.results_acts import ACTS as RESULTS_ACTS
from service.staffing.roles_acts import ACTS as ROLES_ACTS
from service.staffing.theme_acts import ACTS as THEME_ACTS

ACTS = (*RESULTS_ACTS, *RESEARCH_ACTS, *ROLES_ACTS, *THEME_ACTS)

"""All that organisers do from the chat, put together."""

from __future__ import annotations

from service.organising.area_acts import ACTS as AREA_ACTS
from service.organising.area_news import ACTS as AREA_NEWS_ACTS
from service.organising.broadcasts import ACTS as ANNOUNCEMENT_ACTS
from service.organising.checkin_acts import ACTS as CHECKIN_ACTS
from service.organising.day_acts import ACTS as DAY_ACTS
from service.organising.paper_acts import ACTS as PAPER_ACTS
from service.organising.timeline_acts import ACTS as TIMELINE_ACTS
from service.organising.workshop_acts import ACTS as WORKSHOP_ACTS

ACTS = (
    *WORKSHOP_ACTS,
    *TIMELINE_ACTS,
    *ANNOUNCEMENT_ACTS,
    *CHECKIN_ACTS,
    *DAY_ACTS,
    *AREA_ACTS,
    *AREA_NEWS_ACTS,
    *PAPER_ACTS,
)

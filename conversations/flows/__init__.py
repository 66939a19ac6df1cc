"""All flows, by name. A flow that is not listed here cannot be entered, and frames of it are dropped."""

from __future__ import annotations

from conversations.flow import Flow
from conversations.flows.about import HELP, INVITATION, SERIES
from conversations.flows.afterwards import LATER, RESULTS_FLOW
from conversations.flows.announce import ANNOUNCE
from conversations.flows.areas import AREAS
from conversations.flows.asks_needs import ASKS_NEEDS
from conversations.flows.audit import AUDIT, ID
from conversations.flows.card import CARD
from conversations.flows.check import CHECK
from conversations.flows.checkin import CHECKIN
from conversations.flows.code import CODE
from conversations.flows.figures import FIGURES
from conversations.flows.helping import HELPING_FLOW
from conversations.flows.manage import MANAGE
from conversations.flows.needs import NEEDS
from conversations.flows.needs_seen import NEEDS_SEEN
from conversations.flows.new_workshop import NEW
from conversations.flows.own_affairs import FORGET, MYDATA, PRIVACY
from conversations.flows.paper import PAPER_FLOW
from conversations.flows.poster import POSTER
from conversations.flows.profile import PROFILE
from conversations.flows.registration import REGISTRATION
from conversations.flows.roles import ROLES_FLOW
from conversations.flows.settings import SETTINGS, STOP
from conversations.flows.survey import SURVEY
from conversations.flows.themes import THEMES
from conversations.flows.timeline import TIMELINE
from conversations.flows.today import TODAY
from conversations.flows.typing_in import TYPING_FLOW
from conversations.flows.welcome import WELCOME
from conversations.flows.workshops import WORKSHOPS

_ALL = (
    WELCOME,
    WORKSHOPS,
    SURVEY,
    REGISTRATION,
    NEEDS,
    PROFILE,
    CARD,
    MYDATA,
    FORGET,
    PRIVACY,
    SETTINGS,
    STOP,
    HELP,
    SERIES,
    CODE,
    RESULTS_FLOW,
    LATER,
    INVITATION,
    NEW,
    MANAGE,
    TIMELINE,
    ANNOUNCE,
    FIGURES,
    ROLES_FLOW,
    AUDIT,
    THEMES,
    ID,
    CHECKIN,
    TODAY,
    POSTER,
    ASKS_NEEDS,
    NEEDS_SEEN,
    AREAS,
    CHECK,
    PAPER_FLOW,
    TYPING_FLOW,
    HELPING_FLOW,
)

FLOWS: dict[str, Flow] = {flow.name: flow for flow in _ALL}

"""The research file from the chat: for those with the right to it, of closed waves alone."""

from __future__ import annotations

from typing import Final

from conversations.effects import Act as Wanted
from conversations.flows.figures import RESEARCH_FORMS, RESEARCHERS
from conversations.screens import Content, FileRef, In, Joined, Say
from service import entitled, research
from service.act import Act, NotAllowed
from service.doing import Doing
from storage import releases


def _make(doing: Doing, wanted: Wanted) -> None:
    """The file is made when it is sent, and its making written down then: `service.research`."""
    form = str(wanted.args["form"])
    try:
        wave = research.allowed(doing.tx, int(wanted.args["wave"]))
    except research.NoResearchFile as missing:
        raise NotAllowed(f"{wanted.name}: {missing.why}") from missing
    if wanted.workshop is None or wave.workshop != wanted.workshop or form not in RESEARCH_FORMS:
        raise NotAllowed(f"{wanted.name}: there is no such file")
    title = Say("title", {"title": In(releases.results_of(doing.tx, wave.workshop).title)})
    words = (title, Say("results-wave", {"wave": wave.kind}), Say("staff-research-is"))
    if releases.ballots_in(doing.tx, wave.id) > research.MOST_IN_CHAT:
        doing.deliver(Content("figures", (title, Say("staff-research-too-many"))))
        return
    about = {"wave": wave.id, "form": form, **entitled.whose(doing)}
    doing.deliver(Content("figures", (Joined(words, " · "),), file=FileRef(research.KIND, about)))


ACTS: Final = (Act("research.make", RESEARCHERS, _make),)

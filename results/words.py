"""How results ask for words: by catalogue name, in one language. Catalogues are handed in, never imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from domain.languages import Texts, pick
from results.percent import percent, signed_points
from results.published import very_few


class Say(Protocol):
    """Plain text of a catalogue message in one language, without markup. Raises for a name or argument that lacks."""

    def __call__(self, name: str, /, **arguments: object) -> str: ...


@dataclass(frozen=True, slots=True)
class PictureWords:
    """Every word of a picture, in one language; lines that say how many people already hold their number."""

    language: str
    title: str
    under: str
    limits: str
    order: str
    before: str
    after: str
    more: str
    fewer: str
    unclear: str
    kept: str
    gained: str
    dropped: str
    hidden: str
    place_range: str
    percent: str
    points_of_percent: str
    few: str
    new: str
    not_told: str
    covered: str
    plain_list: str
    everybody: str = ""
    twice: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    funding: str = ""

    def name(self, texts: Texts) -> str:
        """A theme's name in this language."""
        return pick(texts, self.language)

    def value(self, key: str | None, texts: Texts | None) -> str:
        """The name of a group of people; ways and attendance are named by the catalogue, people who told nothing too."""
        if texts:
            return pick(texts, self.language)
        return self.not_told if key is None else self.values.get(key, key)

    def share(self, share: float) -> str:
        """48 % as this language writes it."""
        return self.percent.format(value=percent(share))

    def change(self, change: float) -> str:
        """+13 p.p. with a true minus sign."""
        return self.points_of_percent.format(value=signed_points(change))


_NAMED_VALUES: Final = {"way": ("phone", "paper", "helped"), "attendance": ("came", "stayed_away")}


def picture_words(picture: str, release: dict[str, Any], say: Say, language: str) -> PictureWords:
    """The words of one picture of a release: `picture` is change, ranking, groups, flow, shortlist or card."""
    matched = release.get("matched") or {}
    count = matched.get("n", 0) if picture in {"change", "flow"} else release["n"]
    count = count if isinstance(count, int) else 0
    compared = (release["compared_with"] or {"kind": "before"})["kind"]
    later = release["wave"]["kind"] if release["wave"]["kind"] != "before" else "after"
    people = "few" if picture == "ranking" and release["few"] else picture
    funding = release.get("funding")
    return PictureWords(
        language=language,
        title=say(f"results-picture-{picture}", wave=release["wave"]["kind"]),
        under=say(f"results-picture-{people}-people", count=count) if not very_few(release) else "",
        limits=say("results-limits"),
        order=say(f"results-order-{release['instrument']['order']}"),
        before=say("results-wave", wave=compared),
        after=say("results-wave", wave=later),
        more=say("results-clear-more", compared=compared),
        fewer=say("results-clear-fewer", compared=compared),
        unclear=say("results-clear-unclear"),
        kept=say("results-flow-kept"),
        gained=say("results-flow-gained"),
        dropped=say("results-flow-dropped"),
        hidden=say("results-hidden"),
        place_range=say("results-place-range"),
        percent=say("results-percent", value="{value}"),
        points_of_percent=say("results-percentage-points", value="{value}"),
        few=say("results-very-few" if very_few(release) else "results-few"),
        new=say("results-card-new"),
        not_told=say("results-not-told"),
        covered=say("results-covered"),
        plain_list=say("results-plain-list"),
        everybody=say("results-picture-change-everybody", before=_people(release.get("earlier")), after=release["n"]),
        twice=say("results-picture-change-twice", count=count),
        values={key: say(f"results-{kind}", key=key) for kind, keys in _NAMED_VALUES.items() for key in keys},
        funding=pick(funding, language) if funding else "",
    )


def _people(wave: dict[str, Any] | None) -> int:
    return int(wave["n"]) if wave else 0


def card_words(funding: Texts | None, say: Say, language: str) -> PictureWords:
    """The words of a personal card, which is about no release."""
    about = {"wave": {"kind": "after"}, "compared_with": {"kind": "before"}, "n": 0, "instrument": {"order": "share"}}
    return picture_words("card", about | {"funding": funding}, say, language)

"""The figures of docs/results.md once more, slowly and in plain Python: the second count that the service's is held against.

Nothing here is shared with the service, and nothing is imported but the standard library. A ballot is a list of picks in
order of importance: the name of a theme, or None for the person's own words, which keep their place and count for no theme.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

Ballot = Sequence[str | None]
Numbers = dict[str, Any]
Z = 1.959963984540054
"""95 % of a normal distribution lie so many deviations around its middle."""


def wilson(count: float, n: int) -> tuple[float, float]:
    """Wilson's 95 % limits, written as the roots of (p − share)² = z² p (1 − p) / n."""
    share = count / n
    a, b, c = 1 + Z * Z / n, -(2 * share + Z * Z / n), share * share
    root = math.sqrt(max(b * b - 4 * a * c, 0.0))
    return max(0.0, min((-b - root) / (2 * a), share)), min(1.0, max((-b + root) / (2 * a), share))


def shared_places(scores: Mapping[str, Any]) -> dict[str, int]:
    """One more than how many are better."""
    return {name: 1 + sum(other > score for other in scores.values()) for name, score in scores.items()}


def themes_of(ballots: Sequence[Ballot], names: Sequence[str], places: int, order: str) -> dict[str, Numbers]:
    """Count, share with its interval, points, place, place in the published order and in the pairwise one, by theme."""
    n = len(ballots)
    counts = {name: sum(name in ballot for ballot in ballots) for name in names}
    points = {name: sum(places - ballot.index(name) for ballot in ballots if name in ballot) for name in names}
    both = {name: (counts[name], points[name]) if order == "share" else (points[name], counts[name]) for name in names}
    ordered, placed, paired = shared_places(both), shared_places(points), schulze(ballots, names)
    figures = {}
    for name in names:
        low, high = wilson(counts[name], n)
        figures[name] = {
            "order": ordered[name],
            "count": counts[name],
            "share": counts[name] / n,
            "low": low,
            "high": high,
            "points": points[name],
            "place": placed[name],
            "pairwise_place": paired[name],
        }
    return figures


def prefer(ballots: Sequence[Ballot], one: str, other: str) -> int:
    """People who put `one` before `other`; whoever left `other` out puts everything on their list before it."""
    return sum(one in b and (other not in b or b.index(one) < b.index(other)) for b in ballots)


def condorcet(ballots: Sequence[Ballot], names: Sequence[str]) -> str | None:
    """The theme that more people put before each other theme than behind it."""
    for name in names:
        others = [other for other in names if other != name]
        if all(prefer(ballots, name, other) > prefer(ballots, other, name) for other in others):
            return name
    return None


def schulze(ballots: Sequence[Ballot], names: Sequence[str]) -> dict[str, int]:
    """Places by the widest paths over won comparisons."""
    wide = {}
    for one in names:
        for other in names:
            won, lost = prefer(ballots, one, other), prefer(ballots, other, one)
            wide[one, other] = won if one != other and won > lost else 0
    for middle in names:
        for one in names:
            for other in names:
                if len({one, middle, other}) == 3:
                    through = min(wide[one, middle], wide[middle, other])
                    wide[one, other] = max(wide[one, other], through)
    return {name: 1 + sum(wide[other, name] > wide[name, other] for other in names if other != name) for name in names}


def kendall(ballots: Sequence[Ballot], names: Sequence[str]) -> Numbers:
    """Kendall's W with ties: themes that were left out share the mean of the remaining ranks."""
    sums, tied, raters, k = dict.fromkeys(names, 0.0), 0.0, 0, len(names)
    for ballot in ballots:
        listed = [pick for pick in ballot if pick is not None]
        if not listed:
            continue
        raters += 1
        left_out = k - len(listed)
        tied += left_out**3 - left_out
        for name in names:
            sums[name] += listed.index(name) + 1 if name in listed else len(listed) + (left_out + 1) / 2
    mean = sum(sums.values()) / k
    squares = sum((value - mean) ** 2 for value in sums.values())
    return {"n": raters, "value": 12 * squares / (raters**2 * (k**3 - k) - raters * tied)}


def entropy(ballots: Sequence[Ballot], names: Sequence[str]) -> Numbers:
    """How evenly first places are spread: 0 one theme alone, 1 all alike."""
    firsts = [ballot[0] for ballot in ballots if ballot and ballot[0] is not None]
    parts = [firsts.count(name) / len(firsts) for name in set(firsts)]
    return {"n": len(firsts), "value": -sum(part * math.log(part) for part in parts) / math.log(len(names))}


def covering(ballots: Sequence[Ballot], chosen: Sequence[str]) -> Numbers:
    """How many people find one of theirs among the first 1, 2 … of `chosen`, and who finds none."""
    some = [ballot for ballot in ballots if any(ballot)]
    covered = [sum(not set(chosen[: end + 1]).isdisjoint(ballot) for ballot in some) for end in range(len(chosen))]
    return {"n": len(some), "covered": covered, "without": len(some) - (covered[-1] if covered else 0)}


def phragmen(ballots: Sequence[Ballot], names: Sequence[str], k: int) -> list[str]:
    """Phragmén's sequential list: each theme costs its people one together, and the cheapest is taken. Ties: `names`' order."""
    load, taken = [0.0] * len(ballots), list[str]()
    while len(taken) < k:
        cost = {}
        for name in names:
            backers = [person for person, ballot in enumerate(ballots) if name in ballot]
            if backers and name not in taken:
                cost[name] = (1 + sum(load[person] for person in backers)) / len(backers)
        if not cost:
            break
        best = next(name for name in cost if cost[name] <= min(cost.values()) * (1 + 1e-9))
        for person, ballot in enumerate(ballots):
            if best in ballot:
                load[person] = cost[best]
        taken.append(best)
    return taken


def scale_of(answers: Sequence[int], values: Sequence[int]) -> Numbers:
    """Counts, shares and intervals of the steps; mean, and deviation of just these people (divided by n)."""
    n = len(answers)
    mean = sum(answers) / n
    deviation = math.sqrt(sum((value - mean) ** 2 for value in answers) / n)
    steps = {}
    for value in values:
        count = answers.count(value)
        low, high = wilson(count, n)
        steps[value] = {"count": count, "share": count / n, "low": low, "high": high}
    return {"n": n, "mean": mean, "deviation": deviation, "values": steps}


# ---- before and after -------------------------------------------------------------------------------------------


def newcombe(kept: int, gained: int, dropped: int, n: int) -> tuple[float, float]:
    """Newcombe's method 10 for paired shares: Wilson's limits, squared and added, less what the pairs have in common."""
    after, before = kept + gained, kept + dropped
    neither = n - kept - gained - dropped
    cross: float = kept * neither - gained * dropped
    cross = max(cross - n / 2, 0.0) if cross > 0 else cross
    margins = after * (n - after) * before * (n - before)
    phi = cross / math.sqrt(margins) if margins else 0.0
    (low_a, high_a), (low_b, high_b) = wilson(after, n), wilson(before, n)
    share_a, share_b = after / n, before / n

    def reach(one: float, other: float) -> float:
        return math.sqrt(max(one**2 - 2 * phi * one * other + other**2, 0.0))

    change = share_a - share_b
    low = change - reach(share_a - low_a, high_b - share_b)
    return max(-1.0, low), min(1.0, change + reach(high_a - share_a, share_b - low_b))


def mcnemar(gained: int, dropped: int) -> float:
    """Exact and two-sided: as many tosses of a coin as people who changed."""
    tosses = gained + dropped
    tail = sum(math.comb(tosses, heads) for heads in range(min(gained, dropped) + 1))
    return float(min(1.0, 2 * tail / 2**tosses))


def holm(p_values: Mapping[str, float]) -> dict[str, float]:
    """The smallest times as many as there are, the next one times one fewer; never below the one before, at most 1."""
    adjusted, least = {}, 0.0
    for rank, name in enumerate(sorted(p_values, key=lambda name: p_values[name])):
        least = max(least, p_values[name] * (len(p_values) - rank))
        adjusted[name] = min(1.0, least)
    return adjusted


def word(gained: int, dropped: int, p: float) -> str:
    """What may be said of a theme whose corrected p-value is `p`."""
    if p >= 0.05 or gained == dropped:
        return "unclear"
    return "more" if gained > dropped else "fewer"


def change_of(pairs: Sequence[tuple[Ballot, Ballot]], names: Sequence[str]) -> dict[str, Numbers]:
    """What became of each theme among people who answered both times."""
    n, rows = len(pairs), dict[str, Numbers]()
    for name in names:
        kept = sum(name in before and name in after for before, after in pairs)
        gained = sum(name in after and name not in before for before, after in pairs)
        dropped = sum(name in before and name not in after for before, after in pairs)
        low, high = newcombe(kept, gained, dropped, n)
        rows[name] = {
            "n": n,
            "before": kept + dropped,
            "after": kept + gained,
            "kept": kept,
            "gained": gained,
            "dropped": dropped,
            "change": (gained - dropped) / n,
            "low": low,
            "high": high,
            "p": mcnemar(gained, dropped),
        }
    for name, p in holm({name: row["p"] for name, row in rows.items()}).items():
        rows[name]["p_holm"] = p
        rows[name]["clear"] = word(rows[name]["gained"], rows[name]["dropped"], p)
    return rows


def apart(before: int, n_before: int, after: int, n_after: int) -> Numbers:
    """Newcombe's interval for two groups of different people."""
    share_b, share_a = before / n_before, after / n_after
    (low_b, high_b), (low_a, high_a) = wilson(before, n_before), wilson(after, n_after)
    low = share_a - share_b - math.hypot(share_a - low_a, high_b - share_b)
    high = share_a - share_b + math.hypot(high_a - share_a, share_b - low_b)
    return {"before": before, "after": after, "difference": share_a - share_b, "low": low, "high": high}

"""Many themes at once: nothing is called changed on p < .05 alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from statsmodels.stats.multitest import multipletests

METHOD: Final = "holm/1"
LEVEL: Final = 0.05


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Holm's step-down adjusted p-values, in the order given. S. Holm, Scand. J. Statistics 6 (1979) 65–70."""
    if not p_values:
        return ()
    adjusted = multipletests(np.asarray(p_values, dtype=np.float64), alpha=LEVEL, method="holm")[1]
    return tuple(float(value) for value in adjusted)

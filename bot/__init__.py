"""Telegram: what comes in, what goes out, and at which pace. Alone knows python-telegram-bot."""

import sys

# httpx, which python-telegram-bot imports and we do not use, would load its own command line with rich and pygments: five
# megabytes and a tenth of a second. None is Python's way to say "not here"; httpx then takes its documented way without.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]

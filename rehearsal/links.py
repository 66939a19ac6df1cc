"""Which links Telegram takes."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"^(https?|tg|ton|tonsite)://", re.IGNORECASE)


def url_fault(url: str) -> str | None:
    """Why Telegram would not take this link; None when it would."""
    if re.match(r"^(tg|ton|tonsite):", url, re.IGNORECASE):
        return None if re.match(r"^\w+:(//)?[\w-]+", url) else "Wrong tg URL"
    rest = _SCHEME.sub("", url)
    if re.match(r"^\w+://", rest):
        return "Unsupported URL protocol"
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2]
    name, _, port = host.partition(":")
    if not host:
        return "URL host is empty"
    if port and not port.isdigit():
        return "Wrong port number specified in the URL"
    if "." not in name or " " in url:
        return "Wrong HTTP URL"
    return None


def checked_url(url: str) -> str | None:
    """The link as Telegram keeps it, or None when it drops it (the text stays, without a link)."""
    if url_fault(url) is not None:
        return None
    return url if _SCHEME.match(url) or url.lower().startswith("tg:") else f"http://{url}"

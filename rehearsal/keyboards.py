"""Reply markup: what Telegram takes, and its complaints about the rest."""

from __future__ import annotations

from typing import Any

import orjson

from .links import url_fault
from .refusals import bad

MAX_BUTTONS = 100
MAX_ROW = 8
MAX_BYTES = 10_240
"""Of a whole inline keyboard as JSON: about where Telegram refuses it, which documents no number."""
MAX_DATA = 64  # bytes
MAX_REPLY_BUTTONS = 300
MAX_REPLY_ROW = 12
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_INLINE_FIELDS = frozenset((*_ACTIONS, "text", "style", "icon_custom_emoji_id"))
_STYLES = ("danger", "success", "primary")
_REPLY_FIELDS = frozenset(("text", "style", "icon_custom_emoji_id", "request_contact", "request_location", "web_app"))
_OTHERS = {
    "keyboard": frozenset(
        ("keyboard", "is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder", "selective")
    ),
    "remove_keyboard": frozenset(("remove_keyboard", "selective")),
    "force_reply": frozenset(("force_reply", "input_field_placeholder", "selective")),
}
Markup = dict[str, Any]


def read_markup(markup: Markup | None, *, inline_only: bool = False) -> tuple[Markup | None, Markup | None]:
    """Return (inline keyboard, other reply markup), at most one of them set. Raises Refused 400."""
    if not markup:
        return None, None
    if "inline_keyboard" in markup:
        _only(markup, frozenset(("inline_keyboard",)), "InlineKeyboardMarkup")
        return _inline(markup["inline_keyboard"]), None
    if inline_only:
        raise bad("inline keyboard expected")
    for name, fields in _OTHERS.items():
        if name in markup:
            _only(markup, fields, "reply markup")
            if name == "keyboard":
                _reply_keyboard(markup["keyboard"])
            return None, markup
    raise bad("object expected as reply markup")


def _only(given: Markup, known: frozenset[str], what: str) -> None:
    for name in given:
        if name not in known:
            raise bad(f'unknown field "{name}" of {what}')


def _rows(rows: Any, what: str) -> list[list[Any]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad(f"{what} must be an Array of Arrays")
    return rows


def _inline(rows: Any) -> Markup | None:
    kept = [row for row in _rows(rows, 'field "inline_keyboard" of the InlineKeyboardMarkup') if row]
    if not kept:
        return None
    if sum(map(len, kept)) > MAX_BUTTONS:
        raise bad("reply markup is too long")
    for row in kept:
        if len(row) > MAX_ROW:
            raise bad(f"reply markup is too wide: {len(row)} buttons in a row of at most {MAX_ROW}")
        for button in row:
            _inline_button(button)
    if len(orjson.dumps(kept)) > MAX_BYTES:
        raise bad("reply markup is too long")
    return {"inline_keyboard": kept}


def _inline_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise bad("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    _only(button, _INLINE_FIELDS, "InlineKeyboardButton")
    text = button.get("text")
    if not isinstance(text, str):
        raise bad("can't parse inline keyboard button: Can't find field \"text\"")
    if not text.strip():
        raise bad("inline keyboard button text must be non-empty")
    actions = [name for name in _ACTIONS if button.get(name) not in (None, "")]
    if not actions:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad(f"inline keyboard button has more than one action: {', '.join(actions)}")
    if button.get("style") not in (None, "", *_STYLES):
        raise bad("can't parse inline keyboard button: invalid button style specified")
    if "callback_data" in button and not _is_data(button["callback_data"]):
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button:
        _check_url(button["url"], "inline keyboard button URL")
    if "web_app" in button:
        _check_web_app(button["web_app"])
    if "copy_text" in button and not _is_copied(button["copy_text"]):
        raise bad("BUTTON_COPY_TEXT_INVALID")


def _is_data(data: Any) -> bool:
    return isinstance(data, str) and 1 <= len(data.encode()) <= MAX_DATA


def _is_copied(copied: Any) -> bool:
    return isinstance(copied, dict) and isinstance(copied.get("text"), str) and 1 <= len(copied["text"]) <= 256


def _check_url(url: Any, what: str) -> None:
    if not isinstance(url, str):
        raise bad(f"{what} must be a String")
    fault = url_fault(url)
    if fault is not None:
        raise bad(f"{what} '{url}' is invalid: {fault}")


def _check_web_app(web_app: Any) -> None:
    url = web_app.get("url") if isinstance(web_app, dict) else None
    if not isinstance(url, str):
        raise bad("can't parse inline keyboard button: Can't find field \"url\"")
    _check_url(url, "inline keyboard button Web App URL")
    if not url.lower().startswith("https://"):
        raise bad(f"inline keyboard button Web App URL '{url}' is invalid: Only HTTPS links are allowed")


def _reply_keyboard(rows: Any) -> None:
    checked = _rows(rows, 'field "keyboard"')
    if sum(map(len, checked)) > MAX_REPLY_BUTTONS:
        raise bad("reply markup is too long")
    for row in checked:
        if len(row) > MAX_REPLY_ROW:
            raise bad(f"reply markup is too wide: {len(row)} buttons in a row of at most {MAX_REPLY_ROW}")
        for button in row:
            _reply_button(button)


def _reply_button(button: Any) -> None:
    if isinstance(button, dict):
        _only(button, _REPLY_FIELDS, "KeyboardButton")
        button = button.get("text")
    if not isinstance(button, str):
        raise bad("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not button.strip():
        raise bad("keyboard button text must be non-empty")

"""From an HTTP request to a checked call: form, multipart or JSON body, query string, types, unknown and missing parameters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from .methods import METHODS, Parameter
from .refusals import bad


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the call."""

    name: str
    mime: str
    content: bytes


@dataclass(slots=True)
class Call:
    """One call of a method. `values` holds what was given, converted to the type of the table."""

    method: str
    values: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        return self.values.get(name, default)


async def read_call(request: web.Request, method: str) -> Call:
    """Read and check a call of `method` (its exact name). Raises Refused 400."""
    given, uploads = await _read(request)
    return checked(method, given, uploads)


async def _read(request: web.Request) -> tuple[dict[str, Any], dict[str, Upload]]:
    given: dict[str, Any] = dict(request.query) if request.query_string else {}
    uploads: dict[str, Upload] = {}
    if request.method != "POST" or not request.can_read_body:
        return given, uploads
    kind = request.content_type
    if kind == "multipart/form-data":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                uploads[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                given[name] = value if isinstance(value, str) else bytes(value).decode()
        return given, uploads
    body = await request.read()
    if kind == "application/json":
        try:
            decoded = orjson.loads(body or b"{}")
        except orjson.JSONDecodeError:
            raise bad("can't parse JSON object") from None
        if not isinstance(decoded, dict):
            raise bad("can't parse JSON object")
        given.update(decoded)
    elif kind == "application/x-www-form-urlencoded":
        given.update(parse_qsl(body.decode(), keep_blank_values=True))
    elif body:
        raise bad(f"unsupported content type {kind}")
    return given, uploads


def checked(method: str, given: Mapping[str, Any], uploads: Mapping[str, Upload]) -> Call:
    """Check `given` against the table of `method`. Raises Refused 400 that names the parameter."""
    table = METHODS[method]
    values: dict[str, Any] = {}
    for name, value in given.items():
        parameter = table.get(name)
        if parameter is None:
            raise bad(f'unknown parameter "{name}" of {method}')
        if value is None:
            continue
        values[name] = _convert(name, value, parameter)
    for name, parameter in table.items():
        if not parameter.required or name in values:
            continue
        if not (name in uploads and "InputFile" in parameter.types):
            raise bad(_MISSING.get(name, f'parameter "{name}" of {method} is missing'))
    return Call(method, values, dict(uploads))


_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "file_id": "file_id not specified",
}


def _integer(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.removeprefix("-").isascii() and value.removeprefix("-").isdigit():
        return int(value)
    return None


def _boolean(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    return {"true": True, "True": True, "1": True, "false": False, "False": False, "0": False}.get(str(value))


def _text(value: Any) -> Any:
    return value if isinstance(value, str) else None


def _decoded(value: Any) -> Any:
    if isinstance(value, str):
        try:
            return orjson.loads(value)
        except orjson.JSONDecodeError:
            return None
    return value


def _array(value: Any) -> Any:
    value = _decoded(value)
    return value if isinstance(value, list) else None


def _object(value: Any) -> Any:
    value = _decoded(value)
    return value if isinstance(value, dict) else None


_READERS: dict[str, Callable[[Any], Any]] = {
    "Integer": _integer,
    "Boolean": _boolean,
    "String": _text,
    "InputFile": lambda value: None,  # comes as an upload, never as a value
}


def _convert(name: str, value: Any, parameter: Parameter) -> Any:
    for kind in parameter.types:
        reader = _READERS.get(kind) or (_array if kind.startswith("Array of ") else _object)
        converted = reader(value)
        if converted is not None:
            return converted
    raise bad(f'parameter "{name}" must be {" or ".join(parameter.types)}')

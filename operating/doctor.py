"""`./wspolnie doctor`: what is missing or wrong, in plain words, and what to do about it."""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import typer

import installation
from bot import failures
from bot.client import Client, TokenRefused
from clocks import SystemClock
from domain.office_files import placeholders
from errors import OperatorError
from running.telegram_time import telegrams_time
from settings import Settings, read_settings
from storage import migrate
from storage.trouble import DatabaseError
from web.pulse import is_clock_off

TELEGRAM_SECONDS: Final = 10
COPY_THE_EXAMPLE: Final = "Copy surveys/office.example.toml, fill it in, and set OFFICE_FILE to it."
OVER_AFTER: Final = timedelta(hours=1)
"""A failed delivery that is so old, while nothing waits, is no trouble of today: Telegram tries again within minutes."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `advice` says what to do, when it is not well."""

    well: bool
    what: str
    advice: str = ""


def examine() -> int:
    """Print every finding; returns 1 when something is wrong."""
    try:
        settings = read_settings()
    except OperatorError as error:
        return _say(
            [Finding(False, str(error), "Correct it in .env or in the environment; .env.example explains each.")]
        )
    findings = [_office(settings), _database(settings), *_workers(settings), _folder(settings), _owners(settings)]
    findings += asyncio.run(_telegram(settings))
    return _say(findings)


def _say(findings: list[Finding]) -> int:
    for finding in findings:
        typer.echo(f"{'well ' if finding.well else 'WRONG'}  {finding.what}")
        if not finding.well and finding.advice:
            typer.echo(f"       {finding.advice}")
    wrong = sum(not finding.well for finding in findings)
    typer.echo("Everything is well." if not wrong else f"{wrong} to mend.")
    return 1 if wrong else 0


def _office(settings: Settings) -> Finding:
    name = settings.office_file
    try:
        office = installation.office(settings)
    except OperatorError as error:
        return Finding(False, str(error), COPY_THE_EXAMPLE)
    missing = placeholders(office)
    if missing:
        what = f"{name} still holds placeholders: {', '.join(missing)}."
        ours = name != Settings.model_fields["office_file"].default
        return Finding(
            False, what, "Fill them in: residents read them before they answer." if ours else COPY_THE_EXAMPLE
        )
    if office.example and not installation.is_local(settings):
        return Finding(False, f"{name} is an example.", "Write your own office file and set OFFICE_FILE to it.")
    return Finding(True, f"The office file {name} is complete.")


def _database(settings: Settings) -> Finding:
    try:
        found = migrate.state(settings.database_url.get_secret_value())
    except (DatabaseError, OSError) as error:
        return Finding(False, str(installation.unreachable(settings, error)))
    remark = migrate.remark(found)
    if remark is not None:
        return Finding(migrate.may_start(found), remark)
    empty = isinstance(found, migrate.Empty)
    return Finding(
        True, "The database is empty and gets its tables at the first start." if empty else "The database fits."
    )


def _workers(settings: Settings) -> list[Finding]:
    """Whether the processes that WORKERS asks for can be had; nothing is said about one."""
    if settings.workers < 2:
        return []
    try:
        installation.may_have_several_processes(settings)
    except OperatorError as error:
        return [Finding(False, str(error), "Or set WORKERS=1: `run` refuses to start otherwise.")]
    return [Finding(True, f"{settings.workers} processes can serve.")]


def _folder(settings: Settings) -> Finding:
    folder = installation.data_folder(settings)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with tempfile.TemporaryFile(dir=folder):
            return Finding(True, f"The folder {folder.name}/ can be written.")
    except OSError as error:
        user = os.environ.get("USER", "this user")
        return Finding(
            False, f"{folder} cannot be written: {error.strerror}.", f"Give {user} the right to write there."
        )


def _owners(settings: Settings) -> Finding:
    if settings.owner_ids:
        return Finding(True, f"{len(settings.owner_ids)} owner(s) can give roles.")
    return Finding(
        False, "OWNER_IDS is empty: nobody can give roles.", "Write /id to the bot and put the number into OWNER_IDS."
    )


async def _telegram(settings: Settings) -> list[Finding]:
    token = settings.bot_token.get_secret_value()
    if not token:
        return [Finding(False, "BOT_TOKEN is not set.", "Take a token from @BotFather and put it into .env.")]
    client = Client(token, settings.telegram_api_url)
    try:
        me = await asyncio.wait_for(client.start(), TELEGRAM_SECONDS)
        info = await _webhook_info(client)
    except TokenRefused:
        return [Finding(False, "Telegram does not accept BOT_TOKEN.", "Take the current token from @BotFather.")]
    except Exception as error:  # noqa: BLE001 - whatever keeps us from Telegram is the finding
        what = f"The Bot API at TELEGRAM_API_URL {failures.away(error)}."
        return [Finding(False, what, "Check the address, the connection and any proxy.")]
    finally:
        await client.stop()
    return [
        Finding(True, f"The bot is @{me.username}."),
        *_webhook(settings, info, SystemClock().now()),
        await _clock(settings),
    ]


async def _webhook_info(client: Client) -> dict[str, Any]:
    """What Telegram says of the webhook; a server that knows nothing of webhooks, as `run` allows, has none."""
    try:
        info: dict[str, Any] = await client.call("getWebhookInfo")
    except Exception as error:
        if failures.sort(error).why != failures.UNKNOWN_METHOD:
            raise
        return {}
    return info


def _webhook(settings: Settings, info: dict[str, Any], now: datetime) -> list[Finding]:
    url = info.get("url") or ""
    waiting = info.get("pending_update_count", 0)
    findings: list[Finding] = []
    if settings.webhook_url and not url:
        findings.append(Finding(True, "The webhook is not set yet; `run` sets it."))
    elif url and not settings.webhook_url:
        advice = "`run` removes it and asks for updates itself. If another program uses this bot, stop that one first."
        findings.append(Finding(False, "A webhook is still set, and WEBHOOK_URL is empty.", advice))
    elif url != settings.webhook_address():
        findings.append(
            Finding(False, "The webhook leads to another address.", "Start `run`: it sets the one of WEBHOOK_URL.")
        )
    else:
        findings.append(Finding(True, "Webhook and settings agree."))
    if info.get("last_error_message"):
        when = datetime.fromtimestamp(info.get("last_error_date", 0), UTC)
        what = f"Telegram's last failed delivery was on {when:%Y-%m-%d at %H:%M} UTC: {info['last_error_message']}."
        # Telegram goes on telling it when all is well again
        over = not waiting and now - when > OVER_AFTER
        advice = _webhook_advice(str(info["last_error_message"]))
        findings.append(Finding(over, f"{what} Nothing waits since." if over else what, advice))
    if waiting > 100:
        findings.append(Finding(False, f"{waiting} updates wait at Telegram.", "Is `run` running, and reachable?"))
    return findings


def _webhook_advice(message: str) -> str:
    advice: list[tuple[str, str]] = [
        ("SSL", "The certificate is not accepted: renew it, and serve the whole chain."),
        ("resolve", "The host name of WEBHOOK_URL is not known to the DNS yet, or is misspelt."),
        (" 30", "The proxy redirects /telegram, which Telegram does not follow: set WEBHOOK_URL to where it leads."),
        ("reset", "The connection is cut: is there TLS on that port, and no firewall between?"),
        ("refused", "Nothing listens at WEBHOOK_URL: start `run` and the proxy before it."),
        ("timed out", "WEBHOOK_URL does not answer: is port 443, 80, 88 or 8443 open to Telegram?"),
        ("403", "The secret differs: start `run` again, which sets it, and check that the proxy passes headers on."),
        ("timeout", "WEBHOOK_URL takes the connection and says nothing: look at the proxy, then at /health."),
        ("401", "The proxy asks for a password: /telegram must be open to Telegram."),
        ("404", "The proxy does not pass /telegram on to WEB_ADDRESS."),
        ("413", "The proxy takes no requests of this size: let it take 1 MB (client_max_body_size 1m)."),
        ("500", "The service failed at an update: its log at that time says where."),
        ("502", "The proxy does not reach WEB_ADDRESS."),
        ("504", "The proxy waited in vain: let it wait longer than 20 s, and look at the database."),
        ("503", "The service could not store the update: look at the database."),
    ]
    return next(
        (text for part, text in advice if part.lower() in message.lower()), "Look at the proxy's log at that time."
    )


async def _clock(settings: Settings, now: Callable[[], datetime] | None = None) -> Finding:
    """Compare this computer's clock with the Bot API server's."""
    said = await telegrams_time(settings.telegram_api_url)
    if said is None:
        return Finding(True, "The clock could not be compared: the server does not say its time.")
    off = ((now or SystemClock().now)() - said).total_seconds()
    if is_clock_off(off):
        return Finding(
            False, f"This computer's clock is off by {abs(off):.0f} s.", "Switch on time synchronisation (NTP)."
        )
    return Finding(True, "The clock is right.")

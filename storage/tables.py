"""Every table. Limits stand here, not only in code: uniqueness, states, capacity. Names are the glossary's."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TextClause,
    UniqueConstraint,
    text,
)

from storage.types import BigId, InstantColumn, Json

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", BigId, primary_key=True, autoincrement=True)


def _fk(
    name: str, target: str, *, nullable: bool = False, ondelete: str = "CASCADE", index: bool = False
) -> Column[int]:
    return Column(name, BigId, ForeignKey(target, ondelete=ondelete), nullable=nullable, index=index)


def _partial(name: str, *columns: str, where: ColumnElement[bool] | TextClause) -> Index:
    """An index of some rows alone, on both databases: see `for_postgresql`."""
    return Index(name, *columns, sqlite_where=where, info={"where": where})


def for_postgresql() -> None:
    """Tell the partial indexes to PostgreSQL's dialect. Naming it above would load it, and all its drivers, everywhere:
    two and a half megabytes that an installation on SQLite does without."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if "where" in index.info:
                index.dialect_options["postgresql"]["where"] = index.info["where"]


def _one_of(column: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


# ---- people -----------------------------------------------------------------------------------------------------

participants = Table(
    "participants",
    metadata,
    _id(),
    Column("telegram_id", BigId, unique=True, nullable=True),
    Column("random_id", String(32), nullable=False, unique=True),
    Column("language", String(8), nullable=True),
    Column("phone_language", String(16), nullable=True),
    Column("reachable", Boolean, nullable=False, default=True),
    Column("stopped", Boolean, nullable=False, default=False),
    Column("reminders", Boolean, nullable=False, default=True),
    Column("simple_view", Boolean, nullable=False, default=False),
    Column("quiet_from", Integer, nullable=False, default=21),
    Column("quiet_until", Integer, nullable=False, default=8),
    Column("digest", Boolean, nullable=False, default=False),
    Column("digested_at", InstantColumn, nullable=True),  # the last morning digest
    Column("profile", Json, nullable=False, default=dict),
    Column("created_at", InstantColumn, nullable=False),
    Column("seen_at", InstantColumn, nullable=False),
    _partial("ix_participants_digest", "id", where=text("digest")),
)

consents = Table(
    "consents",
    metadata,
    _id(),
    _fk("participant_id", "participants.id"),
    Column("purpose", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("basis", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("given_at", InstantColumn, nullable=False),
    Column("withdrawn_at", InstantColumn, nullable=True),
    UniqueConstraint("participant_id", "purpose", "version"),
)

earlier_consents = Table(  # taken back, and given again since: then the row moves here
    "earlier_consents",
    metadata,
    _id(),
    _fk("participant_id", "participants.id", index=True),
    Column("purpose", String(64), nullable=False),
    Column("version", Integer, nullable=False),
    Column("basis", String(16), nullable=False),
    Column("language", String(8), nullable=False),
    Column("given_at", InstantColumn, nullable=False),
    Column("withdrawn_at", InstantColumn, nullable=False),
)

roles = Table(
    "roles",
    metadata,
    _id(),
    _fk("participant_id", "participants.id"),
    Column("role", String(16), nullable=False),
    _fk("workshop_id", "workshops.id", nullable=True),
    Column("given_at", InstantColumn, nullable=False),
    _fk("given_by", "participants.id", nullable=True, ondelete="SET NULL"),
    _one_of("role", "owner", "organiser", "staff", "facilitator", "researcher"),
    UniqueConstraint("participant_id", "role", "workshop_id"),
)

invitations = Table(
    "invitations",
    metadata,
    _id(),
    Column("secret_hash", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    _fk("workshop_id", "workshops.id", nullable=True),
    Column("created_at", InstantColumn, nullable=False),
    Column("expires_at", InstantColumn, nullable=False),
    _fk("created_by", "participants.id", nullable=True, ondelete="SET NULL"),
    Column("used_at", InstantColumn, nullable=True),
    _fk("used_by", "participants.id", nullable=True, ondelete="SET NULL"),
    Column("revoked_at", InstantColumn, nullable=True),
    _one_of("role", "owner", "organiser", "staff", "facilitator", "researcher"),
)

audit = Table(
    "audit",
    metadata,
    _id(),
    Column("at", InstantColumn, nullable=False, index=True),
    Column("actor", String(64), nullable=False),  # random id of a participant, or 'command line', 'timeline'
    Column("act", String(64), nullable=False),
    Column("workshop_id", BigId, nullable=True),
    Column("about", Json, nullable=False, default=dict),
)

audit_ageing = Table(
    "audit_ageing",
    metadata,
    # While the ageing job runs, its one transaction holds one row here; triggers let audit rows before it go, no others
    Column("before", InstantColumn, primary_key=True),
)

erasures = Table(
    "erasures",
    metadata,
    _id(),
    Column(
        "key_hash", String(64), nullable=False, unique=True
    ),  # keyed hash of the Telegram id: replayed after a restore
    Column("at", InstantColumn, nullable=False),
)

# ---- what came in -----------------------------------------------------------------------------------------------

inbox = Table(
    "inbox",
    metadata,
    _id(),
    Column("bot", BigId, nullable=False),
    Column("source", String(8), nullable=False),  # 'update' or 'time'
    Column("external_id", String(64), nullable=False),
    Column("lane", BigId, nullable=False),  # the person's Telegram id; 0: concerns nobody, or is handled
    Column("event", Json, nullable=True),  # erased once handled
    Column("received_at", InstantColumn, nullable=False),
    Column("state", String(8), nullable=False, default="new"),
    Column("tries", Integer, nullable=False, default=0),
    Column("error", String(200), nullable=True),  # the exception's type and place, never its text
    Column("handled_at", InstantColumn, nullable=True),
    _one_of("state", "new", "done", "dead"),
    UniqueConstraint("bot", "source", "external_id"),
    _partial("ix_inbox_open", "lane", "id", where=Column("state") == "new"),
    _partial("ix_inbox_dead", "lane", where=Column("state") == "dead"),
    Index("ix_inbox_handled_at", "handled_at"),
)

sessions = Table(
    "sessions",
    metadata,
    _id(),
    _fk("participant_id", "participants.id"),
    Column("frames", Json, nullable=False),
    Column("turn", Integer, nullable=False, default=0),
    Column("shown_turn", Integer, nullable=False, default=0),
    Column("message_id", BigId, nullable=True),  # the message that shows the screen; None: send a new one
    Column("changed_at", InstantColumn, nullable=False),
    UniqueConstraint("participant_id"),
    _partial("ix_sessions_unshown", "id", where=Column("turn") > Column("shown_turn")),
)

# ---- workshops --------------------------------------------------------------------------------------------------

series = Table(
    "series",
    metadata,
    _id(),
    Column("slug", String(40), nullable=False, unique=True),
    Column("title", Json, nullable=False),
    Column("description", Json, nullable=False, default=dict),
)

series_followers = Table(
    "series_followers",
    metadata,
    Column("series_id", BigId, ForeignKey("series.id", ondelete="CASCADE"), primary_key=True),
    Column("participant_id", BigId, ForeignKey("participants.id", ondelete="CASCADE"), primary_key=True),
    Column("since", InstantColumn, nullable=False),
    Index("ix_series_followers_participant_id", "participant_id"),
)

workshops = Table(
    "workshops",
    metadata,
    _id(),
    Column("slug", String(40), nullable=False, unique=True),
    _fk("series_id", "series.id", nullable=True, ondelete="SET NULL"),
    Column("state", String(12), nullable=False, default="draft"),
    Column("title", Json, nullable=False),
    Column("description", Json, nullable=False, default=dict),
    Column("starts_at", InstantColumn, nullable=False),
    Column("ends_at", InstantColumn, nullable=False),
    Column("zone", String(64), nullable=False),
    Column("place", Json, nullable=False, default=dict),
    Column("map_link", Text, nullable=True),
    Column("online_link", Text, nullable=True),
    Column("online_code", String(16), nullable=True),  # shown in the call; online people check in with it
    Column("room_capacity", Integer, nullable=True),  # None: no limit; 0: not offered
    Column("online_capacity", Integer, nullable=True),
    Column("room_taken", Integer, nullable=False, default=0),
    Column("online_taken", Integer, nullable=False, default=0),
    Column("access", String(12), nullable=False, default="everybody"),
    Column("access_code_hash", String(64), nullable=True),
    Column("languages", Json, nullable=False, default=list),
    Column("instrument", Json, nullable=False),
    Column("instrument_version", Integer, nullable=False, default=1),
    Column("funding", Json, nullable=True),
    Column("profile_values", Json, nullable=False, default=dict),
    Column("totals", Json, nullable=True),  # known totals that results are weighted by, a class each
    Column("asks_needs", Boolean, nullable=False, default=False),
    Column("needs_contact_id", BigId, ForeignKey("participants.id", ondelete="SET NULL"), nullable=True),
    Column("needs_contact_name", String(80), nullable=True),  # how residents are told who sees what they need
    Column("research_file", Boolean, nullable=False, default=False),
    Column("live_view", Boolean, nullable=False, default=False),
    Column("consults_draft", Boolean, nullable=False, default=False),
    Column("screen_secret", String(64), nullable=True, unique=True),
    Column("version", Integer, nullable=False, default=1),
    Column("stamp", String(16), nullable=False, default=""),  # new and random at each change: what caches go by
    Column("example", Boolean, nullable=False, default=False),
    Column("created_at", InstantColumn, nullable=False),
    _one_of("state", "draft", "announced", "done", "cancelled"),
    _one_of("access", "everybody", "code", "registered"),
    CheckConstraint("room_capacity IS NULL OR room_taken <= room_capacity", name="room"),
    CheckConstraint("online_capacity IS NULL OR online_taken <= online_capacity", name="online"),
    CheckConstraint("ends_at > starts_at", name="order"),
    Index("ix_workshops_state", "state", "ends_at"),
)

themes = Table(
    "themes",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id"),
    Column("key", String(64), nullable=False),
    Column("position", Integer, nullable=False, default=0),
    Column("names", Json, nullable=False),
    Column("origin", String(12), nullable=False, default="catalogue"),
    Column("state", String(12), nullable=False, default="active"),
    _fk("merged_into", "themes.id", nullable=True, ondelete="SET NULL", index=True),
    Column("reason", Text, nullable=True),
    _fk("proposed_by", "participants.id", nullable=True, ondelete="SET NULL", index=True),
    Column("shown_to_room", Boolean, nullable=False, default=False),
    Column("created_at", InstantColumn, nullable=False),
    _one_of("origin", "catalogue", "proposal", "split"),
    # active: counts as itself; incoming: a proposal nobody looked at (counts as itself, unnamed in public);
    # merged: counts as merged_into; rejected: own words are not a theme, shown to nobody
    _one_of("state", "active", "incoming", "merged", "rejected"),
    UniqueConstraint("workshop_id", "key"),
    Index("ix_themes_state", "workshop_id", "state", "position"),
)

theme_decisions = Table(
    "theme_decisions",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id", index=True),
    _fk("theme_id", "themes.id", index=True),
    Column("kind", String(12), nullable=False),  # accept, rename, translate, merge, split, reject, undo
    Column("before", Json, nullable=False),
    Column("after", Json, nullable=False),
    Column("at", InstantColumn, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("undone", Boolean, nullable=False, default=False),
    Column("told_at", InstantColumn, nullable=True),  # the people who proposed it were told, if they wanted to be
)

waves = Table(
    "waves",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id"),
    Column("kind", String(12), nullable=False),
    Column("opens_at", InstantColumn, nullable=False),
    Column("closes_at", InstantColumn, nullable=False),
    Column("late_until", InstantColumn, nullable=True),  # in the room: later ballots count, marked late
    Column("state", String(8), nullable=False, default="planned"),
    Column("closed_at", InstantColumn, nullable=True),
    _one_of("kind", "before", "after", "follow_up"),
    _one_of("state", "planned", "open", "closed"),
    CheckConstraint("closes_at > opens_at", name="order"),
    UniqueConstraint("workshop_id", "kind"),
)

# ---- answers ----------------------------------------------------------------------------------------------------

ballots = Table(
    "ballots",
    metadata,
    _id(),
    _fk("wave_id", "waves.id"),
    _fk("participant_id", "participants.id", nullable=True),
    Column("serial", String(32), nullable=True),  # paper code; the same code before and after pairs them
    Column("link", String(32), nullable=True),  # random id that pairs waves once cut from the participant
    Column("way", String(8), nullable=False, default="phone"),
    Column("language", String(8), nullable=True),
    Column("profile", Json, nullable=False, default=dict),  # group, district, age band as told when submitted
    Column("late", Boolean, nullable=False, default=False),
    Column("checked_in", Boolean, nullable=False, default=False),  # kept when names and links go
    Column("instrument_version", Integer, nullable=False, default=1),
    Column("submitted_at", InstantColumn, nullable=False),
    Column("edited_at", InstantColumn, nullable=True),
    _one_of("way", "phone", "paper", "helped"),
    UniqueConstraint("wave_id", "participant_id"),
    UniqueConstraint("wave_id", "serial"),
    Index("ix_ballots_participant", "participant_id"),
)

ballot_places = Table(
    "ballot_places",
    metadata,
    Column("ballot_id", BigId, ForeignKey("ballots.id", ondelete="CASCADE"), primary_key=True),
    Column("question", String(40), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("theme_id", BigId, ForeignKey("themes.id", ondelete="RESTRICT"), nullable=False, index=True),
    Column("words", Text, nullable=True),  # what was written, when it was the person's own theme
    UniqueConstraint("ballot_id", "question", "theme_id"),
    CheckConstraint("place >= 1", name="place"),
)

ballot_answers = Table(
    "ballot_answers",
    metadata,
    Column("ballot_id", BigId, ForeignKey("ballots.id", ondelete="CASCADE"), primary_key=True),
    Column("question", String(40), primary_key=True),
    Column("value", Json, nullable=False),
)

paper_codes = Table(
    "paper_codes",
    metadata,
    Column("workshop_id", BigId, ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True),
    Column("code", String(32), primary_key=True),  # printed on a ballot and its slip: never twice in a workshop
)

# ---- taking part ------------------------------------------------------------------------------------------------

registrations = Table(
    "registrations",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id"),
    _fk("participant_id", "participants.id", nullable=True, index=True),
    Column("name", Text, nullable=True),  # as Telegram gives it at registration; organisers only; gone after 30 days
    Column("state", String(12), nullable=False),
    Column("online", Boolean, nullable=False, default=False),
    Column("walk_in", Boolean, nullable=False, default=False),
    Column("ticket", String(32), nullable=False, unique=True),
    Column("queued_at", InstantColumn, nullable=True),
    Column("offered_until", InstantColumn, nullable=True),
    Column("checked_in_at", InstantColumn, nullable=True),
    Column("changed_at", InstantColumn, nullable=False),
    _one_of("state", "going", "waiting", "offered", "cancelled", "maybe", "declined"),
    UniqueConstraint("workshop_id", "participant_id"),
    _partial("ix_registrations_named", "workshop_id", where=text("name IS NOT NULL")),
    _partial(
        "ix_registrations_waiting", "workshop_id", "online", "queued_at", "id", where=Column("state") == "waiting"
    ),
    _partial("ix_registrations_offered", "offered_until", where=Column("state") == "offered"),
)

needs = Table(
    "needs",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id"),
    _fk("participant_id", "participants.id", index=True),
    Column("needs", Json, nullable=False),
    Column("given_at", InstantColumn, nullable=False),
    UniqueConstraint("workshop_id", "participant_id"),
)

# ---- messages to many -------------------------------------------------------------------------------------------

timeline = Table(
    "timeline",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id"),
    Column("kind", String(32), nullable=False),
    Column("number", Integer, nullable=False, default=1),
    Column("version", Integer, nullable=False, default=1),
    Column(
        "rule", Json, nullable=False
    ),  # anchor, offset, audience, valid_until, may_wait, late_joiners: domain.timeline
    Column("text", Json, nullable=True),  # an organiser's own words by language instead of the catalogue's
    Column("due_at", InstantColumn, nullable=False),
    Column("valid_until", InstantColumn, nullable=True),
    Column("state", String(10), nullable=False, default="planned"),
    Column("fired_at", InstantColumn, nullable=True),
    Column("why", String(16), nullable=True),  # why it ended without a message: overtaken by another's words, or off
    _one_of("state", "planned", "off", "fired", "expired", "cancelled"),
    UniqueConstraint("workshop_id", "kind", "number"),
    _partial("ix_timeline_due", "due_at", where=Column("state") == "planned"),
)

announcements = Table(
    "announcements",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id", nullable=True),
    _fk("timeline_id", "timeline.id", nullable=True, ondelete="SET NULL"),
    Column("kind", String(32), nullable=False),
    Column("key", String(64), nullable=True, unique=True),  # one announcement per confirmation, however often tapped
    Column("audience", Json, nullable=False),
    Column("content", Json, nullable=False),  # per language, or a catalogue message with arguments
    Column("state", String(12), nullable=False),
    Column("cursor", BigId, nullable=False, default=0),  # the last participant the fan-out looked at
    Column("not_before", InstantColumn, nullable=False),
    Column("valid_until", InstantColumn, nullable=True),
    Column("skip_quiet", Boolean, nullable=False, default=False),  # neither quiet hours nor cap hold it back
    Column("essential", Boolean, nullable=False, default=False),  # reaches even those who stopped other messages
    Column("late_joiners", Boolean, nullable=False, default=False),
    Column("recipients", Integer, nullable=False, default=0),
    Column("created_at", InstantColumn, nullable=False),
    Column("created_by", String(64), nullable=False),
    Column("confirmed_by", String(64), nullable=True),
    Column("finished_at", InstantColumn, nullable=True),
    Column("bug_reported", Boolean, nullable=False, default=False),
    Column("refused", String(64), nullable=True),  # why it paused by itself: the failure's name, until it is reworded
    _one_of("state", "draft", "preparing", "sending", "paused", "done", "cancelled"),
    Index("ix_announcements_state", "state"),
)

deliveries = Table(
    "deliveries",
    metadata,
    _id(),
    _fk("announcement_id", "announcements.id", nullable=True),
    _fk("participant_id", "participants.id"),
    Column("personal", Boolean, nullable=False, default=False),  # goes before bulk, outside SEND_RATE
    Column("content", Json, nullable=True),  # None: the announcement's
    Column("state", String(10), nullable=False, default="queued"),
    Column("not_before", InstantColumn, nullable=False),
    Column("valid_until", InstantColumn, nullable=True),
    Column("lease", BigId, nullable=True),  # the number under which it was claimed
    Column("tries", Integer, nullable=False, default=0),
    Column("held", String(16), nullable=True),  # why it waits: quiet, cap
    Column("why", String(64), nullable=True),  # why it ended: answered, stopped, a failure's name
    Column("message_id", BigId, nullable=True),
    Column("changed_at", InstantColumn, nullable=False),
    _one_of("state", "queued", "claimed", "sending", "sent", "blocked", "failed", "expired", "cancelled", "unknown"),
    UniqueConstraint("announcement_id", "participant_id"),
    _partial("ix_deliveries_due", "not_before", "id", where=text("state = 'queued' AND personal")),
    _partial("ix_deliveries_bulk", "announcement_id", "not_before", "id", where=Column("state") == "queued"),
    _partial("ix_deliveries_in_hand", "state", "lease", where=Column("state").in_(("claimed", "sending"))),
    Index("ix_deliveries_by_announcement", "announcement_id", "state"),
    Index("ix_deliveries_by_participant", "participant_id", "changed_at"),
)

claim_places = Table(
    "claim_places",
    metadata,
    Column(
        "announcement_id",
        BigId,
        ForeignKey("announcements.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("lease", BigId, nullable=False),  # whose claims came so far; another one's begin at the front
    Column("not_before", InstantColumn, nullable=False),  # of the last delivery claimed
    Column("delivery", BigId, nullable=False),  # its id
    Column("claims", Integer, nullable=False),  # made since the front was looked at
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(80), primary_key=True),  # 'bulk': sweeps and sends bulk; 'process:…': personal; '*': counter
    Column("number", BigId, nullable=False, default=0),  # grows with each new holder
    Column("holder", String(64), nullable=True),
    Column("beat", BigId, nullable=False, default=0),  # grows while the holder lives: watched with machine time
)

uploads = Table(
    "uploads",
    metadata,
    Column("bot", BigId, primary_key=True, autoincrement=False),
    Column("key", String(128), primary_key=True),
    Column("file_id", Text, nullable=False),
    Column("at", InstantColumn, nullable=False),
)

processes = Table(
    "processes",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("release", String(32), nullable=False),
    Column("beat_at", InstantColumn, nullable=False),
)

compatibility = Table(
    "compatibility",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("oldest_code", String(32), nullable=False),  # the oldest revision whose code may still run on this schema
    CheckConstraint("id = 1", name="one_row"),
)

# ---- results ----------------------------------------------------------------------------------------------------

releases = Table(
    "releases",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id"),
    _fk("wave_id", "waves.id"),
    Column("number", Integer, nullable=False),
    Column("kind", String(8), nullable=False, default="closed"),  # closed, again, live
    Column("reason", Text, nullable=True),
    Column("figures", Json, nullable=False),  # results.release: everything published, hidden cells marked
    Column("counts", LargeBinary, nullable=True),  # the true tables, for the audit of later releases; never shown
    Column("at", InstantColumn, nullable=False),
    Column("actor", String(64), nullable=False),
    UniqueConstraint("wave_id", "number"),
)

release_requests = Table(
    "release_requests",
    metadata,
    Column("wave_id", BigId, ForeignKey("waves.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    _fk("participant_id", "participants.id", index=True),
    Column("number", Integer, nullable=False),  # of the release to be made
    Column("reason", Text, nullable=False),
    Column("at", InstantColumn, nullable=False),
)

release_blocks = Table(
    "release_blocks",
    metadata,
    Column("wave_id", BigId, ForeignKey("waves.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("state", String(32), nullable=False),  # what its themes or ballots were when no release could be made
    Column("at", InstantColumn, nullable=False),
)

pictures = Table(
    "pictures",
    metadata,
    Column("key", String(128), primary_key=True),
    Column("png", LargeBinary, nullable=False),
    Column("at", InstantColumn, nullable=False),
)

areas = Table(
    "areas",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id", index=True),
    Column("position", Integer, nullable=False),
    Column("name", Json, nullable=False),
    Column("sentence", Json, nullable=False, default=dict),
    Column("state", String(8), nullable=False, default="draft"),
    Column("covers", Json, nullable=False, default=list),  # theme ids
    Column("changed_at", InstantColumn, nullable=False),
    _one_of("state", "draft", "agreed"),
)

area_rounds = Table(
    "area_rounds",
    metadata,
    Column("workshop_id", BigId, ForeignKey("workshops.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("opened_at", InstantColumn, nullable=False),
    Column("closed_at", InstantColumn, nullable=True),
)

area_checks = Table(
    "area_checks",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id"),
    Column("round", Integer, nullable=False, default=1),
    _fk("participant_id", "participants.id", index=True),
    Column("answer", String(8), nullable=False),
    Column("reason", Text, nullable=True),
    Column("at", InstantColumn, nullable=False),
    _one_of("answer", "agree", "live", "object"),
    UniqueConstraint("workshop_id", "round", "participant_id"),
)

comments = Table(
    "comments",
    metadata,
    _id(),
    _fk("workshop_id", "workshops.id", index=True),
    Column("channel", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("position", Text, nullable=True),
    Column("reasons", Text, nullable=True),
    Column("weight", Float, nullable=True),
    Column("at", InstantColumn, nullable=False),
)

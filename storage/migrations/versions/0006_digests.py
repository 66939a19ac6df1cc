"""When somebody on the staff last got their morning digest.

Follows: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    wanted = sa.text("digest")
    op.add_column("participants", sa.Column("digested_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_participants_digest", "participants", ["id"], sqlite_where=wanted, postgresql_where=wanted)


def downgrade() -> None:
    op.drop_index("ix_participants_digest", "participants")
    op.drop_column("participants", "digested_at")

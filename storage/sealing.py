"""Files under a passphrase: Argon2id for the key, libsodium's secret stream for the content, a piece at a time.

The stream knows its pieces' order and its end: pieces cannot be swapped, left out or cut off unnoticed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from nacl import bindings as sodium
from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

MAGIC: Final = b"wspolnie-backup-1\n"
SALT_BYTES: Final = argon2id.SALTBYTES
PIECE: Final = 1 << 20
OVERHEAD: Final = sodium.crypto_secretstream_xchacha20poly1305_ABYTES
HEADER_BYTES: Final = sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES
_MORE: Final = sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE
_LAST: Final = sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL


class Sealed(Exception):
    """The passphrase does not open the file, or the file was changed or cut off."""


def is_sealed(path: Path) -> bool:
    """True for a file that `seal` wrote. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def seal(source: Path, target: Path, passphrase: str) -> None:
    """Write `source` encrypted to `target`."""
    salt, state = os.urandom(SALT_BYTES), sodium.crypto_secretstream_xchacha20poly1305_state()
    with source.open("rb") as plain, target.open("wb") as sealed:
        sealed.write(
            MAGIC + salt + sodium.crypto_secretstream_xchacha20poly1305_init_push(state, _key(passphrase, salt))
        )
        piece = plain.read(PIECE)
        while True:
            following = plain.read(PIECE)
            sealed.write(
                sodium.crypto_secretstream_xchacha20poly1305_push(state, piece, MAGIC, _MORE if following else _LAST)
            )
            if not following:
                return
            piece = following


def unseal(source: Path, target: Path, passphrase: str) -> None:
    """Write the encrypted `source` in clear to `target`. Raises Sealed; what stands in `target` then is of no use."""
    with source.open("rb") as sealed, target.open("wb") as plain:
        sealed.seek(len(MAGIC))
        salt, header, state = (
            sealed.read(SALT_BYTES),
            sealed.read(HEADER_BYTES),
            sodium.crypto_secretstream_xchacha20poly1305_state(),
        )
        try:
            sodium.crypto_secretstream_xchacha20poly1305_init_pull(state, header, _key(passphrase, salt))
            tag = _MORE
            while tag != _LAST:
                piece, tag = sodium.crypto_secretstream_xchacha20poly1305_pull(
                    state, sealed.read(PIECE + OVERHEAD), MAGIC
                )
                plain.write(piece)
        except (CryptoError, ValueError):
            raise Sealed from None
        if sealed.read(1):
            raise Sealed


def _key(passphrase: str, salt: bytes) -> bytes:
    """Costs 64 MiB and under a second, so that passphrases cannot be tried by the million."""
    return argon2id.kdf(
        32,
        passphrase.encode(),
        salt,
        opslimit=argon2id.OPSLIMIT_INTERACTIVE,
        memlimit=argon2id.MEMLIMIT_INTERACTIVE,
    )

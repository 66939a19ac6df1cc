"""Files under a passphrase: scrypt for the key, AES-GCM a piece at a time, so that no file sits in memory as a whole.

Each piece's nonce says its number and whether it is the last: pieces cannot be swapped, left out or cut off unnoticed.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

MAGIC: Final = b"wspolnie-backup-1\n"
SALT_BYTES: Final = 16
PIECE: Final = 1 << 20
TAG_BYTES: Final = 16


class Sealed(Exception):
    """The passphrase does not open the file, or the file was changed or cut off."""


def is_sealed(path: Path) -> bool:
    """True for a file that `seal` wrote. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(MAGIC)) == MAGIC


def seal(source: Path, target: Path, passphrase: str) -> None:
    """Write `source` encrypted to `target`."""
    salt = os.urandom(SALT_BYTES)
    cipher = AESGCM(_key(passphrase, salt))
    with source.open("rb") as plain, target.open("wb") as sealed:
        sealed.write(MAGIC + salt)
        number, piece = 0, plain.read(PIECE)
        while True:
            following = plain.read(PIECE)
            sealed.write(cipher.encrypt(_nonce(number, last=not following), piece, MAGIC))
            if not following:
                return
            number, piece = number + 1, following


def unseal(source: Path, target: Path, passphrase: str) -> None:
    """Write the encrypted `source` in clear to `target`. Raises Sealed; what stands in `target` then is of no use."""
    with source.open("rb") as sealed, target.open("wb") as plain:
        sealed.seek(len(MAGIC))
        cipher = AESGCM(_key(passphrase, sealed.read(SALT_BYTES)))
        number, piece = 0, sealed.read(PIECE + TAG_BYTES)
        while True:
            following = sealed.read(PIECE + TAG_BYTES)
            try:
                plain.write(cipher.decrypt(_nonce(number, last=not following), piece, MAGIC))
            except (InvalidTag, ValueError):
                raise Sealed from None
            if not following:
                return
            number, piece = number + 1, following


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=2**15, r=8, p=1).derive(passphrase.encode())

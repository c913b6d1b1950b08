"""The Open Badge beside a certificate: what it says, and how a place signs it.

Open Badges 3.0 (https://www.imsglobal.org/spec/ob/v3p0), an AchievementCredential in VC 2.0, with the JSON Web Token
proof of its section 8.2. RS256, since that is the one algorithm every verifier must know.
"""

import asyncio
import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from uuid import uuid4

from bot.clock import moment
from bot.dialogue.notices import Notices
from bot.i18n.texts import Text, clean
from bot.relay.encryption import Unsealable
from bot.server.tongues import plain_words
from bot.services import Links
from handlers.thanks import rules, store
from handlers.thanks.rules import Line
from handlers.thanks.store.certificates import Certificate
from handlers.thanks.store.keys import Key
from handlers.thanks.words import t

Json = str | float | bool | Sequence["Json"] | Mapping[str, "Json"]

CONTEXT = ("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
BITS = 2048


def address(links: Links, code: str) -> str:
    return f"{links.web}/c/{code}"


def issuer_address(links: Links, place_code: str) -> str:
    return f"{links.web}/issuers/{place_code}"


def issuer(links: Links, place_code: str, name: str) -> dict[str, Json]:
    """What a place says of itself as one that signs."""
    return {
        "id": issuer_address(links, place_code),
        "type": ["Profile"],
        "name": clean(name),
        "url": links.page(place_code),
    }


async def signed(notices: Notices, one: Certificate, lines: Sequence[Line], code: str) -> str:
    """A compact JWS: her name as she wishes, what stands on the certificate; no birth date, no number of a paper."""
    key, private = await _key(notices)
    kid = f"{issuer_address(notices.links, notices.place.code)}/keys/{key.id}"
    says = payload(notices, one, lines, code, await _language(notices, one))
    return _sign({"alg": "RS256", "kid": kid, "typ": "JWT"}, says, private)


def payload(notices: Notices, one: Certificate, lines: Sequence[Line], code: str, language: str) -> dict[str, Json]:
    links, place = notices.links, notices.place
    here, subject = address(links, code), f"urn:uuid:{uuid4()}"
    return {
        "@context": CONTEXT,
        "id": here,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": _said(t.badge_name, language),
        "issuer": issuer(links, place.code, place.name),
        "validFrom": _iso(notices.now_ms),
        "credentialSubject": _subject(notices, one, lines, subject, language),
        "credentialSchema": [{"id": SCHEMA, "type": "1EdTechJsonSchemaValidator2019"}],
        "credentialStatus": {"id": f"{here}/status", "type": "1EdTechRevocationList"},
        # As the proof format wants them beside the credential's own members.
        "iss": issuer_address(links, place.code),
        "jti": here,
        "sub": subject,
        "nbf": notices.now_ms // 1000,
    }


def _subject(
    notices: Notices, one: Certificate, lines: Sequence[Line], subject: str, language: str
) -> dict[str, Json]:
    hours, training = rules.minutes(lines, training=False), rules.minutes(lines, training=True)
    name: Json = {"type": "IdentityObject", "hashed": False, "identityHash": one.name, "identityType": "name"}
    more: dict[str, Json] = (
        {"narrative": f"{_said(t.pdf_training, language)}: {training / 60:.2f} h"} if training else {}
    )
    return {
        "id": subject,
        "type": ["AchievementSubject"],
        "identifier": [name],
        "activityStartDate": _iso(one.since or notices.now_ms),
        "activityEndDate": _iso(one.until or notices.now_ms),
        "creditsEarned": round(hours / 60, 2),
        "achievement": _achievement(notices, language),
        **more,
    }


def _achievement(notices: Notices, language: str) -> dict[str, Json]:
    place = notices.place
    return {
        "id": f"{issuer_address(notices.links, place.code)}/community-service",
        "type": ["Achievement"],
        "achievementType": "CommunityService",
        "inLanguage": language,
        "name": _said(t.badge_name, language),
        "description": _said(t.badge_description(place=place.name), language),
        "criteria": {"narrative": _said(t.badge_criteria, language)},
    }


async def _language(notices: Notices, one: Certificate) -> str:
    receiver = await notices.find_receiver(one.person_id) if one.person_id is not None else None
    return receiver.language if receiver else notices.place.languages[0]


async def _key(notices: Notices) -> tuple[Key, bytes]:
    """The newest one, made when there is none or its seal is lost: once in the life of a place."""
    await notices.tx.lock(f"key of {notices.place.id}")
    found = await store.keys.newest(notices.tx, notices.place.id)
    if found is not None:
        try:
            return found, notices.seal.open(found.sealed).encode()
        except Unsealable:
            pass  # what it signed is verified with its public half, which stays
    private, public = await asyncio.to_thread(_make)
    sealed = notices.seal.close(private.decode())
    return await store.keys.add(notices.tx, notices.place.id, sealed, public, notices.now_ms), private


def _make() -> tuple[bytes, str]:
    """The private half as PEM, the public one as a JWK."""
    from cryptography.hazmat.primitives import serialization  # late: a town may never sign
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=BITS)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    numbers = key.public_key().public_numbers()
    return private, json.dumps({"kty": "RSA", "n": _number(numbers.n), "e": _number(numbers.e)})


def _sign(header: Mapping[str, Json], says: Mapping[str, Json], private: bytes) -> str:
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import padding, rsa

    key = serialization.load_pem_private_key(private, password=None)
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("a place signs with RSA")
    words = ".".join(_encoded(json.dumps(one, ensure_ascii=False).encode()) for one in (header, says))
    return f"{words}.{_encoded(key.sign(words.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def _encoded(content: bytes) -> str:
    return urlsafe_b64encode(content).rstrip(b"=").decode()


def _number(value: int) -> str:
    return _encoded(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def _said(text: Text, language: str) -> str:
    return plain_words(text, language)


def _iso(at: int) -> str:
    return f"{moment(at):%Y-%m-%dT%H:%M:%SZ}"

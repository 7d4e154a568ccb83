import { generateKeyPairSync, randomBytes, sign, type KeyObject } from "node:crypto";
import { bits, integer, octets, oid, primitive, sequence, set, tagged, time, truth, utf8 } from "./der.ts";

/** A certificate with its key, PEM. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A certificate authority that lives as long as the practice network does; its key never touches the disk. */
export interface Authority {
  /** PEM, for those who are to trust it. */
  readonly cert: string;
  /** A certificate for `host`; times in days from now (both negative: expired). */
  issue(host: string, fromDays: number, toDays: number): Certificate;
}

const ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2"; // RFC 5758, 3.2
const COMMON_NAME = "2.5.4.3"; // X.520
const BASIC_CONSTRAINTS = "2.5.29.19"; // RFC 5280, 4.2.1.9
const SUBJECT_ALT_NAME = "2.5.29.17"; // RFC 5280, 4.2.1.6
const DAY_MS = 86_400_000;

interface Body {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly signer: KeyObject;
  readonly fromDays: number;
  readonly toDays: number;
  readonly extensions: readonly Buffer[];
}

/** Makes an authority with a fresh key. */
export function makeAuthority(name: string): Authority {
  const root = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const isAuthority = extension(BASIC_CONSTRAINTS, true, sequence(truth()));
  const cert = certificate({
    subject: name,
    issuer: name,
    publicKey: root.publicKey,
    signer: root.privateKey,
    fromDays: -3650,
    toDays: 3650,
    extensions: [isAuthority],
  });
  return {
    cert,
    issue: (host, fromDays, toDays) => issue({ host, fromDays, toDays, issuer: name, signer: root.privateKey }),
  };
}

/** A certificate that signs itself. */
export function makeSelfSigned(host: string): Certificate {
  return issue({ host, fromDays: -1, toDays: 365, issuer: host, signer: null });
}

function issue(order: {
  readonly host: string;
  readonly fromDays: number;
  readonly toDays: number;
  readonly issuer: string;
  readonly signer: KeyObject | null;
}): Certificate {
  const leaf = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const names = extension(SUBJECT_ALT_NAME, false, sequence(primitive(2, Buffer.from(order.host, "ascii"))));
  const cert = certificate({
    subject: order.host,
    issuer: order.issuer,
    publicKey: leaf.publicKey,
    signer: order.signer ?? leaf.privateKey,
    fromDays: order.fromDays,
    toDays: order.toDays,
    extensions: [names],
  });
  return { cert, key: leaf.privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}

/** An X.509 version 3 certificate (RFC 5280, 4.1), PEM. */
function certificate(body: Body): string {
  const algorithm = sequence(oid(ECDSA_WITH_SHA256));
  const now = Date.now();
  const validity = sequence(time(new Date(now + body.fromDays * DAY_MS)), time(new Date(now + body.toDays * DAY_MS)));
  const serial = randomBytes(12);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x01;
  const toBeSigned = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    distinguishedName(body.issuer),
    validity,
    distinguishedName(body.subject),
    body.publicKey.export({ type: "spki", format: "der" }),
    tagged(3, sequence(...body.extensions)),
  );
  const signed = sequence(toBeSigned, algorithm, bits(sign("sha256", toBeSigned, body.signer)));
  const lines = signed.toString("base64").match(/.{1,64}/gu) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

function distinguishedName(commonName: string): Buffer {
  return sequence(set(sequence(oid(COMMON_NAME), utf8(commonName))));
}

function extension(id: string, critical: boolean, content: Buffer): Buffer {
  return sequence(oid(id), ...(critical ? [truth()] : []), octets(content));
}

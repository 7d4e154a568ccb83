import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";

/** A list of releases or its signature is never longer. Bytes; a real list has about 600. */
export const LIST_LIMIT = 64 * 1024;

const signatureSchema = z.object({
  version: z.literal(1),
  /** Until when the signature is good: an old list that somebody keeps serving stops counting. ISO 8601, UTC. */
  expires: z.iso.datetime(),
  /** Ed25519, base64. */
  signature: z.base64().length(88),
});

/** What is signed: the list's own name too, so that the list of one system cannot stand for another's. */
export function signedBytes(name: string, expires: string, list: string): Buffer {
  return Buffer.from(`goodgateway-releases-1\n${name}\n${expires}\n${list}`, "utf8");
}

/** A list of releases with what came beside it. */
export interface SignedList {
  /** The list's file name, e.g. `latest-linux.yml`. */
  readonly name: string;
  readonly list: string;
  /** The text of the file with the signature. */
  readonly signature: string;
}

/**
 * Whether a list of releases carries our signature and is not too old. `key`: the public half, base64 of its
 * SubjectPublicKeyInfo (RFC 8410). Never throws: what cannot be read is not signed.
 */
export function checkList(signed: SignedList, key: string, now: Date): Result<void, "not-signed" | "expired"> {
  const parsed = signatureSchema.safeParse(json(signed.signature));
  if (!parsed.success) return fail("not-signed");
  const { expires, signature } = parsed.data;
  if (!isOurs(signedBytes(signed.name, expires, signed.list), signature, key)) return fail("not-signed");
  return new Date(expires).getTime() > now.getTime() ? ok(undefined) : fail("expired");
}

function isOurs(bytes: Buffer, signature: string, key: string): boolean {
  try {
    const known = createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
    return known.asymmetricKeyType === "ed25519" && verify(null, bytes, known, Buffer.from(signature, "base64"));
  } catch {
    return false; // a key or a signature of another form proves nothing
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // the schema refuses it
  }
}

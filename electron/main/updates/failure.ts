import type { UpdateFailure } from "../../../shared/model/updates.ts";
import { ListRefused } from "./signed-provider.ts";

const BY_CODE: Readonly<Record<string, UpdateFailure>> = {
  ERR_CHECKSUM_MISMATCH: "wrong-file",
  ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: "not-there",
  ERR_UPDATER_INVALID_SIGNATURE: "not-signed",
  ERR_UPDATER_INVALID_UPDATE_INFO: "damaged",
  ERR_UPDATER_INVALID_VERSION: "damaged",
  ERR_UPDATER_NO_CHECKSUM: "damaged",
  ERR_UPDATER_NO_FILES_PROVIDED: "damaged",
  ERR_UPDATER_OLD_FILE_NOT_FOUND: "not-installed",
  ENOSPC: "no-room",
  EDQUOT: "no-room",
  EACCES: "no-room",
  EPERM: "no-room",
  EROFS: "no-room",
};

/** Which of our closed codes an error of the updater, of Chromium's network or of the disk is. */
export function failureOf(error: unknown): UpdateFailure {
  if (error instanceof ListRefused) return error.failure;
  if (!(error instanceof Error)) return "other";
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  // HttpError of the updater's network layer.
  if (code.startsWith("HTTP_ERROR_")) return /_(?:404|410)$/u.test(code) ? "not-there" : "unreachable";
  // What our own session cancelled: the place led to a host that is not on the list.
  if (error.message.includes("net::ERR_BLOCKED_BY_CLIENT")) return "elsewhere";
  if (error.message.includes("net::ERR_") || error.name === "CancellationError" || error.message === "cancelled")
    return "unreachable";
  return /^E(?:CONN|HOST|NET|AI_|NOTFOUND|TIMEDOUT)/u.test(code) ? "unreachable" : "other";
}

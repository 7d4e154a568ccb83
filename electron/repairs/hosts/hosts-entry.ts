import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import type { HostsChange } from "../../../shared/model/hosts-change.ts";
import { type HostsReplacement, replaceHosts } from "../../platform/elevated/edit-hosts.ts";
import type { ElevationDeps, ElevationFailure } from "../../platform/elevated/run-elevated.ts";
import type { Machine } from "../../platform/machine.ts";
import { writeFileAtomic } from "../../storage/atomic-file.ts";
import { bringBack, commentOut, type HostsEdit } from "./hosts-edit.ts";

/** What the repair works with. */
export interface HostsDeps {
  readonly machine: Machine;
  readonly elevation: ElevationDeps;
  /** The folder of all data. */
  readonly dataFolder: string;
  readonly now: () => Date;
  /** The raw bytes of the hosts file; for tests. */
  readonly readBytes?: (path: string) => Promise<Buffer>;
}

/** Why the hosts file stayed as it is. `theirs`: the note is gone or changed, so somebody else was there since. */
export type HostsFailure =
  | ElevationFailure
  | { readonly code: "no-entry" | "nothing-to-undo" | "theirs"; readonly detail: string };

const changeSchema: z.ZodType<HostsChange> = z.object({
  id: z.string().regex(/^[0-9a-f]{8}$/),
  startedAt: z.iso.datetime(),
  host: z.string().max(260),
  path: z.string().max(1_000),
  lines: z.array(z.string().max(10_000)).max(10_000),
  state: z.enum(["planned", "done", "kept", "undone"]),
});

/**
 * Turns the entries of one name into notes. The record is on the disk first; the file is replaced as a whole, and only
 * if it still is what was read; afterwards it is read again.
 */
export async function commentOutHostsEntry(
  deps: HostsDeps,
  host: string,
  signal: AbortSignal,
): Promise<Result<HostsChange, HostsFailure>> {
  const file = await readHosts(deps, signal);
  if (!file.ok) return file;
  const id = randomBytes(4).toString("hex");
  const edit = commentOut(file.value.bytes, host, id);
  if (edit === null) return fail({ code: "no-entry", detail: "" });
  const { path } = file.value;
  const startedAt = deps.now().toISOString();
  const change: HostsChange = { id, startedAt, host, path, lines: edit.lines, state: "planned" };
  const kept = keep(deps, change);
  if (!kept.ok) return kept;
  const written = await write(deps, path, edit, signal);
  // Whatever the program said, the file decides. When it cannot be read the record stays open, and an undo looks again.
  const after = await readHosts(deps, new AbortController().signal);
  const stands = after.ok && bringBack(after.value.bytes, id) !== null;
  if (after.ok) keep(deps, { ...change, state: stands ? "done" : "undone" });
  if (stands) return ok({ ...change, state: "done" });
  return written.ok ? fail({ code: "not-effective", detail: "" }) : written;
}

/** Brings the entries back: of one change, or of the newest. What else changed in the file since stays. */
export async function undoHostsEntry(
  deps: HostsDeps,
  id: string | null,
  signal: AbortSignal,
): Promise<Result<HostsChange, HostsFailure>> {
  const change = hostsChanges(deps.dataFolder).find((one) => (id === null ? one.state !== "undone" : one.id === id));
  if (change === undefined || change.state === "undone") return fail({ code: "nothing-to-undo", detail: "" });
  const file = await readHosts(deps, signal);
  if (!file.ok) return file;
  const edit = bringBack(file.value.bytes, change.id);
  const undone = { ...change, state: "undone" } as const;
  // Notes that somebody deleted or edited are no longer ours to bring back.
  if (edit === null || edit.lines.length !== change.lines.length) {
    if (edit === null) keep(deps, undone);
    return fail({ code: "theirs", detail: "" });
  }
  const written = await write(deps, file.value.path, edit, signal);
  if (!written.ok) return written;
  keep(deps, undone);
  return ok(undone);
}

/** Every change of the hosts file that is on record, newest first; unreadable records are left out. */
export function hostsChanges(dataFolder: string): readonly HostsChange[] {
  const folder = folderIn(dataFolder);
  return namesIn(folder)
    .flatMap((name) => readChange(join(folder, name)) ?? [])
    .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
}

/** The person keeps a change; false when it is not on record, was taken back, or the record could not be written. */
export function keepHostsChange(dataFolder: string, id: string): boolean {
  const change = hostsChanges(dataFolder).find((one) => one.id === id);
  return change !== undefined && change.state !== "undone" && keep({ dataFolder }, { ...change, state: "kept" }).ok;
}

async function readHosts(
  deps: HostsDeps,
  signal: AbortSignal,
): Promise<Result<{ readonly path: string; readonly bytes: Buffer }, ElevationFailure>> {
  const where = await deps.machine.hostsFile(signal);
  if (!where.ok) return fail({ code: "failed", detail: where.error.code });
  try {
    return ok({ path: where.value.path, bytes: await (deps.readBytes ?? readFile)(where.value.path) });
  } catch (error) {
    return fail({ code: "failed", detail: error instanceof Error && "code" in error ? String(error.code) : "" });
  }
}

function write(
  deps: HostsDeps,
  path: string,
  { before, after, splices }: HostsEdit,
  signal: AbortSignal,
): Promise<Result<void, ElevationFailure>> {
  const replacement: HostsReplacement = { path, before, after, splices };
  return replaceHosts(deps.elevation, replacement, signal);
}

function keep(deps: Pick<HostsDeps, "dataFolder">, change: HostsChange): Result<void, ElevationFailure> {
  const path = join(folderIn(deps.dataFolder), `${change.id}.json`);
  const written = writeFileAtomic(path, `${JSON.stringify(change, null, 1)}\n`);
  return written.ok ? written : fail({ code: "failed", detail: `journal ${written.error.code}` });
}

function folderIn(dataFolder: string): string {
  return join(dataFolder, "journal", "hosts");
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{8}\.json$/.test(name));
  } catch {
    // No folder yet: nothing was ever changed.
    return [];
  }
}

function readChange(path: string): HostsChange | null {
  try {
    const parsed = changeSchema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    // A torn record cannot be: it is written whole. Whatever else it is, it is none of ours.
    return null;
  }
}

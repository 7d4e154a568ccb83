import { lstatSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "../../../shared/lib/result.ts";
import { syncFolder } from "../../storage/atomic-file.ts";

/** One folder that is moved aside: on the same disk, so that moving is one step that either happened or did not. */
export interface CacheMove {
  readonly from: string;
  readonly to: string;
}

/** The moves as the journal keeps them. */
export const movesSchema = z.array(z.object({ from: z.string().max(4_096), to: z.string().max(4_096) })).max(100);

/** Where each folder goes: beside itself, under a name that no browser looks at. */
export function plannedMoves(folders: readonly string[], id: string): readonly CacheMove[] {
  return folders.map((from) => ({ from, to: join(dirname(from), `${basename(from)}.goodgateway-${id}`) }));
}

/** Whether moves read back from a record are of the shape that {@link plannedMoves} makes; others are never carried out. */
export function areOurMoves(moves: readonly CacheMove[]): boolean {
  return moves.every(
    ({ from, to }) =>
      dirname(from) === dirname(to) &&
      new RegExp(`^${escaped(basename(from))}\\.goodgateway-[0-9a-f]{8}$`).test(basename(to)),
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Moves folders aside. When one cannot be moved, those before it are moved back: all or nothing. */
export function moveAside(moves: readonly CacheMove[]): Result<void, string> {
  const done: CacheMove[] = [];
  for (const move of moves) {
    try {
      // A link would lead out of the profile.
      if (!lstatSync(move.from).isDirectory()) throw new Error("not a folder");
      renameSync(move.from, move.to);
      done.push(move);
    } catch (error) {
      const code = codeOf(error);
      // Gone meanwhile: nothing to move.
      if (code === "ENOENT") continue;
      moveBack(done);
      return fail(code);
    }
  }
  settle(moves);
  return ok(undefined);
}

/** Moves back what lies aside. A folder that the browser made anew meanwhile gives way: it can be rebuilt too. */
export function moveBack(moves: readonly CacheMove[]): Result<number, string> {
  let count = 0;
  for (const { from, to } of moves) {
    try {
      if (!isFolder(to)) continue;
      if (isFolder(from)) rmSync(from, { recursive: true, force: true });
      renameSync(to, from);
      count += 1;
    } catch (error) {
      return fail(codeOf(error));
    }
  }
  settle(moves);
  return ok(count);
}

/** Deletes what lies aside, for good. False when some of it is still there. */
export function deleteAside(moves: readonly CacheMove[]): boolean {
  for (const { to } of moves) {
    try {
      // Only what was moved: a link in its place is not ours.
      if (isFolder(to)) rmSync(to, { recursive: true, force: true, maxRetries: 2, retryDelay: 100 });
    } catch {
      // Tried again later.
    }
  }
  return !moves.some(({ to }) => isFolder(to));
}

/** Whether anything of a change still lies aside. */
export function liesAside(moves: readonly CacheMove[]): boolean {
  return moves.some(({ to }) => isFolder(to));
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** After a power cut the disk has to tell the same as the journal. */
function settle(moves: readonly CacheMove[]): void {
  for (const folder of new Set(moves.map(({ from }) => dirname(from)))) {
    try {
      syncFolder(folder);
    } catch {
      // The folder itself went with its profile.
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}

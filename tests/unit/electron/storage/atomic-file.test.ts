import { spawnSync } from "node:child_process";
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { storageFailureOf, writeFileAtomic } from "../../../../electron/storage/atomic-file.ts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "gg-atomic-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("an atomic write", () => {
  test("makes folders, replaces whole files and leaves nothing beside them", () => {
    const path = join(folder, "a", "b", "file.json");
    expect(writeFileAtomic(path, "first, and longer").ok).toBe(true);
    expect(writeFileAtomic(path, Buffer.from("second")).ok).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("second");
    expect(readdirSync(join(folder, "a", "b"))).toStrictEqual(["file.json"]);
  });

  test.skipIf(process.platform === "win32")("is readable by this user alone", () => {
    writeFileAtomic(join(folder, "file"), "x");
    expect(statSync(join(folder, "file")).mode & 0o777).toBe(0o600);
  });

  test("that fails leaves the old file as it was, and nothing beside it", () => {
    const path = join(folder, "file");
    writeFileAtomic(path, "old");
    // A folder in the place of the temporary file: it cannot be opened for writing.
    mkdirSync(join(folder, ".file.new"));
    expect(writeFileAtomic(path, "new")).toMatchObject({ ok: false });
    expect(readFileSync(path, "utf8")).toBe("old");
    writeFileSync(join(folder, "blocked"), "");
    expect(writeFileAtomic(join(folder, "blocked", "file"), "x")).toMatchObject({ ok: false });
  });

  test.skipIf(process.platform === "win32")("does not follow a link that somebody laid, nor wait at a pipe", () => {
    const [path, other] = [join(folder, "report.html"), join(folder, "precious")];
    writeFileSync(other, "precious");
    symlinkSync(other, join(folder, ".report.html.new"));
    expect(writeFileAtomic(path, "report").ok).toBe(true);
    expect(readFileSync(other, "utf8")).toBe("precious");
    expect(lstatSync(path).isSymbolicLink()).toBe(false);
    expect(spawnSync("mkfifo", [join(folder, ".report.html.new")]).status).toBe(0);
    expect(writeFileAtomic(path, "again").ok).toBe(true);
    expect(readFileSync(path, "utf8")).toBe("again");
    expect(readdirSync(folder).toSorted()).toStrictEqual(["precious", "report.html"]);
  });

  test.skipIf(process.platform === "win32")("does not take over the rights of a file that was left behind", () => {
    const left = join(folder, ".file.new");
    writeFileSync(left, "", { mode: 0o600 });
    chmodSync(left, 0o666);
    expect(writeFileAtomic(join(folder, "file"), "x").ok).toBe(true);
    expect(statSync(join(folder, "file")).mode & 0o777).toBe(0o600);
  });

  test.each([
    ["ENOSPC", "no-space"],
    ["EDQUOT", "no-space"],
    ["EROFS", "read-only"],
    ["EACCES", "not-permitted"],
    ["EIO", "input-output-error"],
    ["EBUSY", "failed"],
  ])("%s is %s", (code, expected) => {
    expect(storageFailureOf(Object.assign(new Error("x"), { code }))).toStrictEqual({ code: expected, detail: code });
  });

  test("something thrown that is no error of the system is a failure too", () => {
    expect(storageFailureOf("odd")).toStrictEqual({ code: "failed", detail: "" });
  });
});

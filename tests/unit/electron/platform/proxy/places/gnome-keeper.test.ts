import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { createRunner } from "../../../../../../electron/platform/exec.ts";
import { gnomeKeeper } from "../../../../../../electron/platform/proxy/places/gnome-keeper.ts";
import { fakeDeps, makeFakes, never } from "../../fakes.ts";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A gsettings that keeps its mode in a file. */
function gnome(
  mode: string,
  over: { readonly writable?: string; readonly set?: string; readonly desktop?: string } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "gg-gsettings-"));
  made.push(folder);
  const state = join(folder, "mode");
  writeFileSync(state, mode);
  const set = over.set ?? `printf %s "$4" > '${state}'`;
  const script = `#!/bin/sh
case $1 in
  list-recursively)
    printf "org.gnome.system.proxy mode '%s'\\n" "$(cat '${state}')"
    printf "org.gnome.system.proxy autoconfig-url 'http://127.0.0.1:9/x.pac'\\n"
    printf "org.gnome.system.proxy.http host '127.0.0.1'\\norg.gnome.system.proxy.http port 9\\n" ;;
  writable) echo ${over.writable ?? "true"} ;;
  set) ${set} ;;
esac
`;
  const path = join(folder, "gsettings");
  writeFileSync(path, script, { mode: 0o755 });
  const fakes = makeFakes({});
  made.push(fakes.folder);
  const environment = { XDG_RUNTIME_DIR: folder, XDG_CURRENT_DESKTOP: over.desktop ?? "GNOME" };
  const keeper = gnomeKeeper(fakeDeps(fakes, { run: createRunner({ gsettings: [path] }), environment }));
  const read = async () => {
    const list = await keeper.list(never());
    return list.ok ? list.value[0] : undefined;
  };
  return { keeper, read, mode: () => readFileSync(state, "utf8") };
}

test.each([
  ["manual", [{ kind: "manual", host: "127.0.0.1", port: 9 }]],
  ["auto", [{ kind: "pac", url: "http://127.0.0.1:9/x.pac" }]],
  ["none", []],
])("the mode %s leads where it says, is switched off and comes back", async (mode, leads) => {
  const { keeper, read, mode: now } = gnome(mode);
  const place = await read();
  if (place === undefined) throw new Error("no place");
  expect([place.leads, place.locked]).toEqual([leads, false]);
  expect((await keeper.write(place, place.off, never())).ok).toBe(true);
  expect([now(), (await read())?.leads]).toEqual(["none", []]);
  expect((await keeper.write(place, place.state, never())).ok).toBe(true);
  expect(now()).toBe(mode);
  expect(await read()).toEqual(place);
});

test("a key that the administrator has locked is known", async () => {
  expect((await gnome("manual", { writable: "false" }).read())?.locked).toBe(true);
});

test("a set that fails, or a mode that is none, is no success", async () => {
  const { keeper, read, mode } = gnome("manual", { set: "exit 1" });
  const place = await read();
  if (place === undefined) throw new Error("no place");
  expect(await keeper.write(place, place.off, never())).toMatchObject({ error: { code: "failed" } });
  expect(await keeper.write(place, { mode: "'x; reboot'" }, never())).toMatchObject({ error: { detail: "mode" } });
  expect(mode()).toBe("manual");
});

test("there is none on another desktop or without gsettings", async () => {
  expect(await gnome("manual", { desktop: "KDE" }).read()).toBeUndefined();
  const fakes = makeFakes({});
  made.push(fakes.folder);
  const keeper = gnomeKeeper(fakeDeps(fakes, { environment: { XDG_RUNTIME_DIR: "/run/user/1" } }));
  expect(await keeper.list(never())).toEqual({ ok: true, value: [] });
});

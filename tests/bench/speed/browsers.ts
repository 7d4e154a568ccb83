import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { realBrowserFiles } from "../../../electron/browsers/browser-files.ts";
import { readBrowsers } from "../../../electron/browsers/read-browsers.ts";
import { launchProgram, runProgram } from "../../../electron/platform/exec.ts";
import { middle, type Row, short } from "./row.ts";

/** Reading every browser of a machine: ten profiles with twenty extensions and four hundred cached files each. */
export async function browserRows(): Promise<readonly Row[]> {
  const home = mkdtempSync(join(tmpdir(), "gg-bench-browsers-"));
  try {
    const put = (path: string, text: string): void => {
      mkdirSync(join(home, path, ".."), { recursive: true });
      writeFileSync(join(home, path), text);
    };
    put(".local/bin/vivaldi", "");
    const names = Array.from({ length: 10 }, (_, index) => (index === 0 ? "Default" : `Profile ${index}`));
    const list = Object.fromEntries(names.map((name) => [name, { name }]));
    put(".config/vivaldi/Local State", JSON.stringify({ profile: { info_cache: list } }));
    const extension = (id: number) => ({
      location: 1,
      manifest: { name: `Extension ${id}`, permissions: ["webRequest"] },
    });
    const settings = Object.fromEntries(Array.from({ length: 20 }, (_, id) => [String(id), extension(id)]));
    for (const name of names) {
      put(
        `.config/vivaldi/${name}/Preferences`,
        JSON.stringify({ extensions: { settings }, filler: "x".repeat(1_000_000) }),
      );
      for (let file = 0; file < 400; file += 1)
        put(`.cache/vivaldi/${name}/Cache/Cache_Data/f_${file}`, "x".repeat(1_000));
    }
    const environment = { HOME: home };
    const deps = {
      os: "linux",
      files: realBrowserFiles,
      run: runProgram,
      launch: launchProgram,
      environment,
      home,
      hostName: "bench",
    } as const;
    const times: number[] = [];
    let profiles = 0;
    for (let round = 0; round < 5; round += 1) {
      const started = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- nothing else may run beside a measurement
      const browsers = await readBrowsers(deps, new AbortController().signal);
      times.push(performance.now() - started);
      profiles = browsers.find(({ key }) => key === "vivaldi")?.profiles.length ?? 0;
    }
    const ms = middle(times);
    const ours = profiles === 10 ? `${short(ms)} ms` : "not all were read";
    const what = "all browsers read, ten profiles of 1 MB settings";
    return [
      { id: "browsers", what, ours, beside: "", ratio: null, bar: "below 1 s", holds: profiles === 10 && ms < 1_000 },
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

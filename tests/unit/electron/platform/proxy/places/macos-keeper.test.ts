import { describe, expect, it } from "vitest";
import { macosKeeper } from "../../../../../../electron/platform/proxy/places/macos-keeper.ts";
import type { ProgramRequest } from "../../../../../../electron/platform/exec.ts";
import { ok } from "../../../../../../shared/lib/result.ts";
import { fakeDeps, makeFakes, never, value } from "../../fakes.ts";

const IDS = ["4DAE0A1B-2C3D-4E5F-8A9B-0C1D2E3F4A5B", "5DAE0A1B-2C3D-4E5F-8A9B-0C1D2E3F4A5B"] as const;

/** A Mac with two services of these names, both with a proxy. */
function keeperOf(names: readonly [string, string]) {
  const seen: ProgramRequest[] = [];
  const run = async (request: ProgramRequest) => {
    seen.push(request);
    const { input = "" } = request;
    const name = names[IDS.findIndex((id) => input.includes(id))] ?? "";
    const list = IDS.map((id, at) => `  subKey [${at}] = Setup:/Network/Service/${id}\n`).join("");
    const keys = input.includes("/Proxies") ? "HTTPEnable : 1" : `UserDefinedName : ${name}`;
    const stdout = input.startsWith("list") ? list : `<dictionary> {\n  ${keys}\n}\n`;
    return ok({ exitCode: 0, stdout, stderr: "" });
  };
  const fakes = makeFakes({});
  fakes.remove();
  return { seen, keeper: macosKeeper({ ...fakeDeps(fakes), run }, { os: "macos", run, uid: 501 }) };
}

describe("the proxies of macOS' services", () => {
  it("are switched by name only where one service has that name", async () => {
    const { keeper } = keeperOf(["Wi-Fi", "Ethernet"]);
    expect((await value(keeper.list(never()))).map(({ label, locked }) => [label, locked])).toEqual([
      ["Wi-Fi", false],
      ["Ethernet", false],
    ]);
  });

  it("are left alone where two share a name: networksetup could take the other one", async () => {
    const { keeper, seen } = keeperOf(["Wi-Fi", "Wi-Fi"]);
    const [first] = await value(keeper.list(never()));
    expect(first?.locked).toBe(true);
    const before = seen.length;
    const written = first === undefined ? null : await keeper.write(first, first.off, never());
    expect(written).toMatchObject({ ok: false, error: { code: "failed" } });
    expect(seen.length).toBe(before);
  });
});

import { describe, expect, it } from "vitest";
import { hasProgram, run } from "../../../build/scripts/lib/run.mjs";

const node = process.execPath;

describe("running a program", () => {
  it("gives back what it said and how it ended", async () => {
    const script = "process.stdout.write('out'); process.stderr.write('err'); process.exitCode = 3";
    expect(await run(node, ["-e", script], { output: "capture" })).toEqual({ code: 3, stdout: "out", stderr: "err" });
  });

  it("ends with 127 when there is no such program", async () => {
    expect((await run("/no/such/program", [], { output: "capture" })).code).toBe(127);
  });

  it("ends it after its time, with 124", async () => {
    const ended = await run(node, ["-e", "setInterval(() => {}, 1000)"], { output: "capture", timeoutMs: 300 });
    expect(ended.code).toBe(124);
  });

  it("passes words on as they are", async () => {
    const words = ["a b", "$(x)", "'\"", ""];
    const { stdout } = await run(node, ["-e", "console.log(JSON.stringify(process.argv.slice(1)))", ...words], {
      output: "capture",
    });
    expect(JSON.parse(stdout)).toEqual(words);
  });
});

describe("looking for a program", () => {
  it.skipIf(process.platform === "win32")("finds what is there and nothing else", async () => {
    expect(await hasProgram("sh")).toBe(true);
    expect(await hasProgram("no-such-program-at-all")).toBe(false);
  });
});

import { afterEach, expect, it, vi } from "vitest";
import { processTerminal } from "../../../../../electron/cli/terminal/terminal.ts";

afterEach(() => vi.restoreAllMocks());

it("the terminal of this process writes nothing that would act, whatever a command forgot", async () => {
  const written: string[] = [];
  const take = (text: string | Uint8Array, done?: unknown): boolean => {
    written.push(String(text));
    if (typeof done === "function") done();
    return true;
  };
  vi.spyOn(process.stdout, "write").mockImplementation(take);
  vi.spyOn(process.stderr, "write").mockImplementation(take);
  const { out, err } = processTerminal();
  await out("a\u001B]0;x\u0007\u009B2J");
  err("b\u001B[2J\u202E");
  expect(written).toEqual(["a\\u001b]0;x\\u0007\\u009b2J", "b\\u001b[2J\\u202e"]);
});

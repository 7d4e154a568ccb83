import { expect, it } from "vitest";
import { staleReason } from "../../../build/scripts/prepare.mjs";

function lock(packages: Readonly<Record<string, object>>): string {
  return JSON.stringify({ packages });
}

const LOCK = lock({
  "": { version: "0.1.0" },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "2.0.0", optional: true },
});

it("is content with what fits, other platforms' optional packages left out", () => {
  expect(staleReason(LOCK, LOCK)).toBeNull();
  expect(staleReason(lock({ "node_modules/a": { version: "1.0.0" } }), LOCK)).toBeNull();
});

it("names what is missing or of another version", () => {
  expect(staleReason(null, LOCK)).toBe("node_modules is missing");
  expect(staleReason(lock({}), LOCK)).toBe("node_modules/a is missing");
  expect(staleReason(lock({ "node_modules/a": { version: "1.0.1" } }), LOCK)).toBe(
    "node_modules/a is 1.0.1, not 1.0.0",
  );
  const other = { "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "1.9.0" } };
  expect(staleReason(lock(other), LOCK)).toBe("node_modules/b is 1.9.0, not 2.0.0");
});

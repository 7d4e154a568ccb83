import { expect, it } from "vitest";
import { createDnsBackend } from "../../../../../electron/platform/dns/create-dns-backend.ts";
import { realDeps } from "../../../../../electron/platform/machine-deps.ts";

it("gives each system its own back end, and none to a system that we do not know", () => {
  const deps = { ...realDeps(), environment: { XDG_RUNTIME_DIR: "/run/user/1000" } };
  for (const os of ["windows", "macos", "linux"] as const) expect(createDnsBackend(os, deps)?.os).toBe(os);
  expect(createDnsBackend(null, deps)).toBeNull();
});

import react from "@vitejs/plugin-react";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

const root = resolve(import.meta.dirname, "../..");

/** Limits are there to end what hangs, not to measure: a busy machine takes ten times as long. */
const PATIENCE = { testTimeout: 60_000, hookTimeout: 60_000 };

/** Lines that the unit tests must reach in the parts that decide and that change things, percent. */
const COVERED = ["engine", "checks", "probes", "gateway", "repairs", "platform", "report", "browsers", "watch"];
const LEAST = 90;

/** Many of these tests wait for a program or a socket, so more of them than there are cores (the runner's own choice is one fewer). */
const AT_ONCE = Math.max(3, availableParallelism() + 1);

export default defineConfig({
  root,
  test: {
    maxWorkers: AT_ONCE,
    projects: [
      // Real sockets on loopback, no network beyond it: tests/unit/setup-no-outside.ts refuses any other address.
      {
        root,
        test: {
          name: "unit",
          environment: "node",
          ...PATIENCE,
          include: ["tests/unit/**/*.test.ts"],
          setupFiles: ["tests/unit/setup-no-outside.ts"],
        },
      },
      {
        root,
        test: {
          name: "contract",
          environment: "node",
          ...PATIENCE,
          include: ["tests/contract/**/*.test.ts"],
          setupFiles: ["tests/unit/setup-no-outside.ts"],
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: "ui",
          environment: "jsdom",
          ...PATIENCE,
          include: ["tests/unit/**/*.test.tsx"],
          setupFiles: ["tests/unit/setup-no-warnings.ts"],
          css: { modules: { classNameStrategy: "non-scoped" } },
        },
      },
      // Real Electron windows: one at a time, or they steal each other's focus.
      {
        root,
        test: {
          name: "e2e",
          environment: "node",
          include: ["tests/e2e/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: "lab",
          environment: "node",
          include: ["tests/lab/**/*.test.ts"],
          // Machines wait more than they work, so more of them than there are cores.
          maxWorkers: 5,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: ["{electron,renderer,shared}/**/*.{ts,tsx}"],
      exclude: ["**/*.d.ts"],
      reportsDirectory: "node_modules/.cache/coverage",
      reporter: ["text-summary", "json-summary"],
      thresholds: Object.fromEntries(COVERED.map((part) => [`electron/${part}/**`, { lines: LEAST }])),
    },
  },
});

import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import { resolve } from "node:path";
import { createLogger } from "vite";
import { releases } from "./releases.mjs";

const root = resolve(import.meta.dirname, "../..");
const at = (path: string): string => resolve(root, path);

/** Where the build goes: scripts build aside and swap the result in. */
const out = resolve(root, process.env["GG_OUT"] ?? "out");
// The build tool guesses targets from the pinned Electron and would emit newer syntax than the oldest runtime we run on
// (Electron 33: Node 20.18, Chromium 130) understands.
const NODE = "node20.18";
const CHROME = "chrome130";

/** One warning of the build tool is about its own handling of CSS modules: nothing that anybody here could mend. */
const logger = createLogger("warn");
const warnOnce = logger.warnOnce.bind(logger);
logger.warnOnce = (text, options) => {
  if (!text.includes("A PostCSS plugin did not pass the `from` option")) warnOnce(text, options);
};

export default defineConfig({
  main: {
    // Where this build looks for newer versions; nowhere unless it is a release.
    define: { GG_RELEASES: JSON.stringify(releases(process.env)) },
    build: {
      target: NODE,
      outDir: out,
      emptyOutDir: true,
      // Everything is bundled: the package ships no node_modules.
      externalizeDeps: false,
      // Names stay readable: they are what a log line of a user's machine shows.
      minify: false,
      rolldownOptions: {
        input: { "main/index": at("electron/main/index.ts"), "cli/index": at("electron/cli/index.ts") },
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "chunks/[name]-[hash].js",
          // Comments and indents are a third of the files and of use to nobody there. Functions keep their names.
          minify: {
            compress: false,
            mangle: { keepNames: { function: true, class: true } },
            codegen: { removeWhitespace: true },
          },
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      outDir: resolve(out, "preload"),
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at("electron/preload/index.ts") },
        // A sandboxed preload cannot be an ES module.
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: at("renderer"),
    customLogger: logger,
    plugins: [react()],
    // Main's scheme handler puts a fresh nonce in its place with every page.
    html: { cspNonce: "__NONCE__" },
    build: {
      target: CHROME,
      outDir: resolve(out, "renderer"),
      minify: true,
      // The content policy allows no data: URLs.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Read and taken away again by build/scripts/lib/prerender.mjs.
      manifest: true,
      rolldownOptions: { input: at("renderer/index.html") },
    },
  },
});

import react from "@vitejs/plugin-react";
import { resolve } from "node:path";
import { defineConfig } from "vite";

/** The window's own page over a made-up main process, to look at in any browser: `npx vite build -c tests/window/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [react()],
  html: { cspNonce: "window" },
  build: {
    target: "chrome130",
    outDir: resolve(import.meta.dirname, "../../node_modules/.cache/window"),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    minify: true,
  },
});

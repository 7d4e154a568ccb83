import { rm } from "node:fs/promises";
import { join } from "node:path";

/** @type {import("electron-builder").Configuration} */
export default {
  appId: "org.goodgateway.app",
  productName: "GoodGateway",
  // The unpacked runtime that build/scripts/package.mjs found: without it the packager would download one.
  ...(process.env["GG_ELECTRON_DIST"] === undefined ? {} : { electronDist: process.env["GG_ELECTRON_DIST"] }),
  ...(process.env["GG_ELECTRON_VERSION"] === undefined ? {} : { electronVersion: process.env["GG_ELECTRON_VERSION"] }),
  directories: { output: "dist", buildResources: "build/resources" },
  // Everything is bundled into out/: no node_modules, no sources, no tests.
  files: ["out/**", "!out/.built-from", "package.json", "!node_modules/**"],
  asar: true,
  npmRebuild: false,
  nodeGypRebuild: false,
  publish: null,
  electronLanguages: ["en-US", "de"],
  linux: { target: ["AppImage", "deb"], category: "Network", executableName: "goodgateway" },
  mac: { target: ["dmg"], category: "public.app-category.utilities" },
  win: { target: ["nsis"] },
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    // Not available on Linux; elsewhere a changed app.asar does not start.
    enableEmbeddedAsarIntegrityValidation: process.platform !== "linux",
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  // A stand-in runtime brings its loader; the shipped program has app.asar only.
  afterPack: async ({ appOutDir, electronPlatformName }) => {
    if (electronPlatformName === "linux")
      await rm(join(appOutDir, "resources", "app"), { recursive: true, force: true });
  },
};

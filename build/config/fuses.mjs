/**
 * The switches inside the runtime's binary (Electron: docs/tutorial/fuses.md), by the packager's names: the packager
 * sets them, the table after packaging and the tests read them back. `fuse`: the name the reader knows it by.
 * @param {NodeJS.Platform} platform the system that is packaged for
 */
export function fusesFor(platform) {
  return [
    { key: "runAsNode", fuse: "RunAsNode", on: false, why: "nobody runs own scripts with our program" },
    { key: "enableCookieEncryption", fuse: "EnableCookieEncryption", on: true, why: "nothing readable on the disk" },
    {
      key: "enableNodeOptionsEnvironmentVariable",
      fuse: "EnableNodeOptionsEnvironmentVariable",
      on: false,
      why: "the environment loads no code",
    },
    {
      key: "enableNodeCliInspectArguments",
      fuse: "EnableNodeCliInspectArguments",
      on: false,
      why: "no debugger",
    },
    {
      key: "enableEmbeddedAsarIntegrityValidation",
      fuse: "EnableEmbeddedAsarIntegrityValidation",
      // Not available on Linux; elsewhere a changed app.asar does not start.
      on: platform !== "linux",
      why: platform === "linux" ? "there is none on Linux" : "a changed app.asar does not start",
    },
    { key: "onlyLoadAppFromAsar", fuse: "OnlyLoadAppFromAsar", on: true, why: "no folder beside it is run instead" },
    {
      key: "loadBrowserProcessSpecificV8Snapshot",
      fuse: "LoadBrowserProcessSpecificV8Snapshot",
      on: false,
      why: "no second snapshot",
    },
    {
      key: "grantFileProtocolExtraPrivileges",
      fuse: "GrantFileProtocolExtraPrivileges",
      on: false,
      why: "pages from files have no powers",
    },
  ];
}

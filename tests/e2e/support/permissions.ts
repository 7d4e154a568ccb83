/** Every name of a permission that the page's engine can be asked about. */
export const PERMISSIONS: readonly string[] = (
  "accelerometer background-fetch background-sync camera clipboard-read clipboard-write " +
  "display-capture geolocation gyroscope idle-detection keyboard-lock local-fonts magnetometer " +
  "microphone midi notifications payment-handler periodic-background-sync persistent-storage " +
  "pointer-lock push screen-wake-lock storage-access window-management"
).split(" ");

/** What came of asking for everything a page can ask for. */
export interface Answers {
  /** Of each name, as the page is told: granted, denied or prompt. */
  readonly states: readonly string[];
  readonly notification: string;
  /** Of what was really tried: "granted ...", "refused ..." or "no answer". */
  readonly tried: Readonly<Record<string, string>>;
}

/** Asks for all of it. Runs in the page, where nothing outside this function exists. */
export async function askForAll(all: readonly string[]): Promise<Answers> {
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page and must be sent there whole
  const asked = (name: string): PermissionDescriptor =>
    ({ name, userVisibleOnly: true }) as unknown as PermissionDescriptor;
  // oxlint-disable-next-line unicorn/consistent-function-scoping -- it runs in the page and must be sent there whole
  const ask = async (work: () => Promise<unknown>): Promise<string> =>
    Promise.race([
      work().then(
        (value) => `granted ${String(value)}`,
        (error: unknown) => `refused ${(error as Error).name}`,
      ),
      new Promise<string>((resolve) => {
        setTimeout(() => resolve("no answer"), 3_000);
      }),
    ]);
  const states = await Promise.all(all.map(async (name) => (await navigator.permissions.query(asked(name))).state));
  return {
    states,
    notification: await Notification.requestPermission(),
    tried: {
      camera: await ask(async () => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await ask(async () => navigator.mediaDevices.getDisplayMedia()),
      place: await ask(
        async () =>
          new Promise((resolve, reject) => {
            navigator.geolocation.getCurrentPosition(resolve, () => reject(new Error("denied")));
          }),
      ),
      clipboard: await ask(async () => navigator.clipboard.readText()),
      written: await ask(async () => navigator.clipboard.writeText("x")),
      midi: await ask(async () => navigator.requestMIDIAccess({ sysex: true })),
      awake: await ask(async () => navigator.wakeLock.request("screen")),
    },
  };
}

/** When it happened, for a reader elsewhere: local time with its zone and distance, and UTC for the log; once where both are the same. */
export function sayMoment(iso: string, timeZone: string): string {
  const date = new Date(iso);
  const utc = `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
  const parts = partsOf(date, timeZone);
  if (parts === null) return utc;
  const { zone, ...local } = parts;
  // Where the clocks show UTC anyway, once is enough.
  if (`${local.day} ${local.time} UTC` === utc) return utc;
  return `${local.day} ${local.time} (${timeZone}, ${zone}) = ${utc}`;
}

function partsOf(
  date: Date,
  timeZone: string,
): { readonly day: string; readonly time: string; readonly zone: string } | null {
  try {
    const options = { timeZone, timeZoneName: "longOffset", hourCycle: "h23" } as const;
    const format = new Intl.DateTimeFormat("en-CA", { ...options, ...FIELDS });
    const found = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]));
    const get = (name: Intl.DateTimeFormatPartTypes): string => found.get(name) ?? "";
    return {
      day: `${get("year")}-${get("month")}-${get("day")}`,
      time: `${get("hour")}:${get("minute")}:${get("second")}`,
      zone: get("timeZoneName"),
    };
  } catch {
    // A zone that this runtime does not know: UTC alone says it too.
    return null;
  }
}

const FIELDS = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
} as const;

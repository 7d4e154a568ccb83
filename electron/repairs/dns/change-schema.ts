import { z } from "zod";
import { DNS_CHANGE_STATES, type DnsChange } from "../../../shared/model/dns-change.ts";
import { DNS_MANAGERS } from "../../../shared/model/dns-settings.ts";

const texts = z.array(z.string().max(1_000)).max(100);
const settings = z.record(z.string(), z.string().max(10_000).nullable());
const native = z.record(z.string(), z.string().max(200_000));
const processMark = z.object({ pid: z.number().int(), startTime: z.string().max(40) });

const family = z.object({
  origin: z.enum(["automatic", "static", "absent"]),
  configured: texts,
  inUse: texts.nullable(),
});

const snapshot = z.object({
  manager: z.enum(DNS_MANAGERS),
  linkId: z.string().max(300),
  linkName: z.string().max(1_000),
  networkKey: z.string().max(1_000).nullable(),
  v4: family,
  v6: family,
  settings,
  native,
});

const plan = z.object({
  servers: texts,
  settings,
  kept: settings,
  commands: z
    .array(
      z.object({
        argv: z.array(z.string().max(20_000)).max(60),
        elevated: z.boolean(),
        purpose: z.enum(["guard", "switch", "keep", "restore", "flush"]),
      }),
    )
    .max(30),
  needsAdmin: z.boolean(),
  afterPowerCut: z.enum(["volatile", "boot-restore", "next-start"]),
  lasts: z.enum(["permanent", "until-restart"]),
  objects: texts,
});

/** A change as it is read back from the disk: anything else is not trusted to be written into the system. */
export const dnsChangeSchema: z.ZodType<DnsChange> = z.object({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  appVersion: z.string().max(100),
  bootId: z.string().max(100),
  owner: processMark,
  mode: z.object({ kind: z.enum(["ask", "keep-for"]), deadlineSeconds: z.number().int().min(1).max(86_400) }),
  token: z.string().regex(/^[0-9a-f]{64}$/),
  snapshot,
  plan,
  guard: z.object({ process: processMark.nullable(), native }).nullable(),
  state: z.enum(DNS_CHANGE_STATES),
  confirmed: z.boolean(),
  restoring: z.boolean(),
  end: z.enum(["restored", "restored-by-guard", "restored-by-restart", "never-applied", "theirs-now"]).nullable(),
});

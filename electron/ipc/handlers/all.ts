import type { Handlers } from "../answer.ts";
import { appInfoHandler, type AppFacts } from "./app-info.ts";
import { changeHandlers } from "./changes.ts";
import { checkupCancelHandler, checkupStartHandler, targetHandler, type CheckupParts } from "./checkup.ts";
import { clipboardHandler } from "./clipboard.ts";
import { contactHandlers, type ContactPorts } from "./contact.ts";
import { dnsHandlers, type DnsParts } from "./dns.ts";
import { guidedHandlers, type GuidedParts } from "./guided.ts";
import { ownerHandlers, type OwnerPorts } from "./owner.ts";
import { pageClassifyHandler, pageOpenHandler, type PageParts } from "./page.ts";
import { historyHandlers } from "./history.ts";
import { reportHandlers, type ReportParts } from "./report.ts";
import { recording, type Recorder } from "../checkup-record.ts";
import { settingsHandlers, type SettingsParts } from "./settings.ts";
import { ok } from "../../../shared/lib/result.ts";
import { watchHandlers, type WatchParts } from "./watch.ts";
import { updatesHandlers, type UpdatesCallParts } from "./updates.ts";
import { practiceListHandler, practiceStartHandler } from "./practice.ts";

/** What the handlers need from the desktop program. */
export interface HandlerParts
  extends
    CheckupParts,
    PageParts,
    DnsParts,
    GuidedParts,
    ReportParts,
    SettingsParts,
    ContactPorts,
    OwnerPorts,
    UpdatesCallParts,
    WatchParts {
  readonly recorder: Recorder;
  readonly facts: () => AppFacts;
  /** Called when a page has opened and listens. */
  readonly pageOpened: () => void;
  readonly readClipboard: () => Promise<string>;
}

/** The handler of every call of the contract. */
export function allHandlers(given: HandlerParts): Handlers {
  const { recorder } = given;
  const onEvent: HandlerParts["onEvent"] = (event) => {
    recorder.note(event);
    given.onEvent(event);
  };
  const parts = { ...given, onEvent };
  const guided = guidedHandlers(parts);
  const onDnsJob: HandlerParts["onDnsJob"] = (job) => {
    parts.onDnsJob(job);
    guided.noteDnsJob(job);
  };
  return {
    "app.info": appInfoHandler(parts.facts, parts.pageOpened),
    "target.parse": targetHandler(),
    "clipboard.offer": clipboardHandler(parts.readClipboard),
    "checkup.start": recording(recorder, checkupStartHandler(parts), (asked) => ({ kind: "address", ...asked })),
    "checkup.current": async () => ok(recorder.current()),
    "checkup.cancel": checkupCancelHandler(parts),
    "practice.list": practiceListHandler(),
    "practice.start": recording(recorder, practiceStartHandler(parts), (asked) => ({ kind: "practice", ...asked })),
    "page.classify": pageClassifyHandler(),
    "page.open": pageOpenHandler(parts),
    ...dnsHandlers({ ...parts, onDnsJob }),
    ...guided.handlers,
    ...changeHandlers(parts, guided.noteChange),
    ...watchHandlers(parts),
    ...reportHandlers(parts),
    ...historyHandlers(parts),
    ...settingsHandlers(parts),
    ...contactHandlers(parts),
    ...ownerHandlers(parts),
    ...updatesHandlers(parts),
  };
}

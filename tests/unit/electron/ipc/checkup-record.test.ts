import { describe, expect, it } from "vitest";
import { createRecorder } from "../../../../electron/ipc/checkup-record.ts";
import type { CheckupEvent } from "../../../../shared/model/checkup.ts";
import { TARGET } from "../../../window/fake-main.ts";
import { checkup } from "../../../window/samples.ts";

const ASKED = { kind: "practice", scenarioId: "a", answers: {} } as const;
const STARTED: CheckupEvent = { kind: "started", id: "one", planned: ["http"] };
const ENDED: CheckupEvent = { kind: "ended", id: "one", checkup: checkup("healthy") };

describe("a check-up while the page is loaded again", () => {
  it("is handed over with all that was heard, also what came before its start was answered", () => {
    const recorder = createRecorder();
    recorder.note(STARTED);
    recorder.begin(ASKED, { id: "one", target: TARGET });
    recorder.pageLost();
    expect(recorder.current()).toEqual({ asked: ASKED, id: "one", target: TARGET, events: [STARTED] });
  });

  it("is handed over once when it ended while no page was there to hear it", () => {
    const recorder = createRecorder();
    recorder.begin(ASKED, { id: "one", target: TARGET });
    recorder.pageLost();
    recorder.note(ENDED);
    expect(recorder.current()?.events).toEqual([ENDED]);
    expect(recorder.current()).toBeNull();
  });

  it("is over for a page that heard its end", () => {
    const recorder = createRecorder();
    recorder.begin(ASKED, { id: "one", target: TARGET });
    recorder.note(ENDED);
    recorder.pageLost();
    expect(recorder.current()).toBeNull();
  });

  it("is forgotten with the window", () => {
    const recorder = createRecorder();
    recorder.begin(ASKED, { id: "one", target: TARGET });
    recorder.forget();
    expect(recorder.current()).toBeNull();
  });
});

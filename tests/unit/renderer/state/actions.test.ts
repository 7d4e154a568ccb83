import { describe, expect, it } from "vitest";
import { createActions, type Actions } from "../../../../renderer/state/actions.ts";
import { listen } from "../../../../renderer/state/listen.ts";
import { createAppStore, type AppStore } from "../../../../renderer/state/store.ts";
import type { Api } from "../../../../shared/contract/calls.ts";
import { createFakeMain, type FakeMain } from "../../../window/fake-main.ts";
import { checkup } from "../../../window/samples.ts";

interface Parts {
  readonly main: FakeMain;
  readonly store: AppStore;
  readonly actions: Actions;
}

function parts(change: (api: Api) => Api = (api) => api): Parts {
  const main = createFakeMain();
  const api = change(main.api);
  const store = createAppStore();
  listen(store, api);
  return { main, store, actions: createActions(store, api) };
}

describe("starting", () => {
  it("does not lose events that arrive before the answer that names the check-up", async () => {
    const { main, store, actions } = parts((api) => ({
      ...api,
      call: async (name, input) => {
        const outcome = await api.call(name, input);
        if (name === "checkup.start") main.play(checkup("healthy"), 1);
        return outcome;
      },
    }));
    await actions.check("shop.example");
    expect(store.getState().screen).toBe("verdict");
    expect(store.getState().run?.checkup?.judgement.verdict.code).toBe("healthy");
  });

  it("starts once when pressed twice", async () => {
    const { main, actions } = parts();
    await Promise.all([actions.check("shop.example"), actions.check("shop.example")]);
    expect(main.calls.filter(({ name }) => name === "checkup.start")).toHaveLength(1);
  });

  it("says so when the door to main breaks", async () => {
    const { store, actions } = parts((api) => ({ ...api, call: () => Promise.reject(new Error("gone")) }));
    await actions.check("shop.example");
    expect(store.getState()).toMatchObject({ startError: "crashed", starting: null, screen: "home" });
  });

  it("waits for the check-up that was just stopped instead of complaining that it is busy", async () => {
    let busy = 0;
    const { store, actions } = parts((api) => ({
      ...api,
      call: (name, input) => {
        if (name !== "checkup.start" || busy === 0) return api.call(name, input);
        busy -= 1;
        return Promise.resolve({ ok: false, error: { code: "busy" } });
      },
    }));
    await actions.check("shop.example");
    await actions.cancel();
    busy = 2;
    await actions.check("shop.example");
    expect(store.getState()).toMatchObject({ screen: "checkup", startError: null });
    expect(busy).toBe(0);
  });

  it("complains at once when another check-up is running that nobody stopped", async () => {
    const { main, store, actions } = parts();
    main.startError = "busy";
    await actions.check("shop.example");
    expect(store.getState().startError).toBe("busy");
    expect(main.calls).toHaveLength(1);
  });

  it("passes on what the person chose and answered", async () => {
    const { main, actions } = parts();
    actions.setPrivateMode(true);
    await actions.check("shop.example");
    main.play(checkup("healthy"), 1);
    await actions.checkAgain({ answers: { "browser-fails": "yes" } });
    expect(main.calls.at(-1)?.input).toEqual({
      input: "shop.example",
      privateMode: true,
      askVantage: false,
      answers: { "browser-fails": "yes" },
    });
  });
});

describe("stopping", () => {
  it("stops the check-up by its id and hears no more of it", async () => {
    const { main, store, actions } = parts();
    await actions.check("shop.example");
    await actions.cancel();
    expect(main.calls.at(-1)).toEqual({ name: "checkup.cancel", input: { id: "run-1" } });
    main.play(checkup("healthy"), 1);
    expect(store.getState()).toMatchObject({ screen: "home", run: null, input: "shop.example", stopped: true });
  });

  it("does nothing when there is nothing to stop", async () => {
    const { main, actions } = parts();
    await actions.cancel();
    expect(main.calls).toEqual([]);
  });
});

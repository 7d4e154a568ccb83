import { createContext, useContext, type ReactNode } from "react";
import { useStore } from "zustand";
import type { Actions } from "./actions.ts";
import type { AppState, AppStore } from "./store.ts";

interface WindowContext {
  readonly store: AppStore;
  readonly actions: Actions;
}

const Context = createContext<WindowContext | null>(null);

export function WindowProvider({ store, actions, children }: WindowContext & { readonly children: ReactNode }) {
  return <Context value={{ store, actions }}>{children}</Context>;
}

function useWindow(): WindowContext {
  const context = useContext(Context);
  if (context === null) throw new Error("used outside WindowProvider");
  return context;
}

/** A part of the window's state; the selector must give the same object for the same state. */
export function useAppState<Part>(selector: (state: AppState) => Part): Part {
  return useStore(useWindow().store, selector);
}

export function useActions(): Actions {
  return useWindow().actions;
}

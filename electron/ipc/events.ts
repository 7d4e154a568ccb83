import { events, type EventData } from "../../shared/contract/calls.ts";
import type { EventName } from "../../shared/contract/channels.ts";
import { isOwnSender, type Frame, type Gate } from "./sender.ts";

/** A frame that can be sent to. */
export interface Receiver extends Frame {
  send(channel: string, data: unknown): void;
}

/** A gate whose frame can be sent to. */
export interface ReceiverGate extends Gate {
  readonly ownFrame: () => Receiver | null;
}

/** Sends one event of the contract to our own page; to nobody while there is no page of ours. */
export type Emit = <Name extends EventName>(name: Name, data: EventData<Name>) => void;

/** The one sender of events. The same gate as for calls: a window that shows anything else hears nothing. */
export function createEmit(gate: ReceiverGate): Emit {
  return (name, data) => {
    const frame = gate.ownFrame();
    if (frame !== null && isOwnSender(frame, gate)) frame.send(name, events[name].parse(data));
  };
}

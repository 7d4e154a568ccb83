import { Socket as DatagramSocket } from "node:dgram";
import { Socket } from "node:net";

/** Tests must be unable to reach out: any connect or packet to an address other than loopback throws before it leaves. */
const LOOPBACK = /^(127\.|::1$|::ffff:127\.|localhost$|0\.0\.0\.0$|::$)/;

function refuse(host: unknown): void {
  if (typeof host === "string" && !LOOPBACK.test(host)) throw new Error(`a test tried to reach ${host}`);
}

const connect = Socket.prototype.connect;
Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  if (typeof first === "object" && first !== null && "host" in first) refuse(first.host);
  if (typeof first === "number") refuse(second);
  return Reflect.apply(connect, this, args);
};

const send = DatagramSocket.prototype.send;
DatagramSocket.prototype.send = function (this: DatagramSocket, ...args: unknown[]): void {
  refuse(args.findLast((arg) => typeof arg === "string"));
  Reflect.apply(send, this, args);
} as typeof send;

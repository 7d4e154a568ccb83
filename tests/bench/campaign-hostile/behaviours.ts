import type { Socket } from "node:net";
import { makeBombs } from "./bombs.ts";

/** What a hostile server does with a connection, once the first bytes of the request are there. */
export type Behaviour = (socket: Socket) => void;

const OK = "HTTP/1.1 200 OK\r\n";
/** One piece of an endless flood. */
const PIECE = Buffer.alloc(64 * 1024, "flood ");

/** Writes as long as the other side takes it. */
function forever(socket: Socket, piece: () => Buffer | string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece()));
  };
  socket.on("drain", more);
  more();
}

function drip(socket: Socket, piece: () => string, everyMs: number): void {
  const timer = setInterval(() => void socket.write(piece()), everyMs);
  socket.on("close", () => clearInterval(timer));
}

function encoded(names: string, body: Buffer): Behaviour {
  return (socket) => {
    socket.write(`${OK}Content-Encoding: ${names}\r\nContent-Length: ${body.length}\r\n\r\n`);
    socket.end(body);
  };
}

const says =
  (text: string): Behaviour =>
  (socket) =>
    void socket.end(text);
const saysAndWaits =
  (text: string): Behaviour =>
  (socket) =>
    void socket.write(text);

function redirects(location: (count: number) => string): Behaviour {
  let count = 0;
  return (socket) => {
    count += 1;
    socket.end(`HTTP/1.1 302 Found\r\nLocation: ${location(count)}\r\nContent-Length: 0\r\n\r\n`);
  };
}

/** Everything that a server can do to whoever asks it, by name. */
export function behaviours(): Readonly<Record<string, Behaviour>> {
  const bombs = makeBombs();
  return {
    "a gzip bomb": encoded("gzip", bombs.gzip),
    "a deflate bomb": encoded("deflate", bombs.deflate),
    "a brotli bomb": encoded("br", bombs.br),
    "gzip in gzip": encoded("gzip, gzip", bombs.twice),
    "gzip ten times": encoded(Array.from({ length: 10 }, () => "gzip").join(", "), bombs.tenfold),
    "gzip a thousand times": encoded(Array.from({ length: 1_000 }, () => "gzip").join(","), bombs.thousandfold),
    "gzip cut short": encoded("gzip", bombs.gzip.subarray(0, 1_000)),
    "gzip that is none": encoded("gzip", Buffer.from("plain text, whatever the header says")),
    "an unknown encoding": encoded("zstd, x-nonsense", bombs.gzip),
    "an endless body": (socket) => {
      socket.write(`${OK}\r\n`);
      forever(socket, () => PIECE);
    },
    "an endless chunked body": (socket) => {
      socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`);
      forever(socket, () => `10000\r\n${"x".repeat(65_536)}\r\n`);
    },
    "a body that drips": (socket) => {
      socket.write(`${OK}\r\n`);
      drip(socket, () => "x", 100);
    },
    "a body that stops": saysAndWaits(`${OK}Content-Length: 1000000\r\n\r\nhalf`),
    "a chunk of sixteen exabytes": saysAndWaits(`${OK}Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx`),
    "a negative chunk": says(`${OK}Transfer-Encoding: chunked\r\n\r\n-5\r\nhello\r\n0\r\n\r\n`),
    "a chunk size without end": (socket) => {
      socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n`);
      forever(socket, () => "0".repeat(65_536));
    },
    "a chunk extension without end": (socket) => {
      socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n5;`);
      forever(socket, () => "x=y;".repeat(16_384));
    },
    "trailers without end": (socket) => {
      socket.write(`${OK}Transfer-Encoding: chunked\r\n\r\n0\r\n`);
      forever(socket, () => "X-Trailer: yes\r\n".repeat(4_096));
    },
    "a length that is none": says(`${OK}Content-Length: banana\r\n\r\nbody`),
    "a negative length": says(`${OK}Content-Length: -1\r\n\r\nbody`),
    "a length beyond all numbers": says(`${OK}Content-Length: 99999999999999999999999\r\n\r\nbody`),
    "two lengths": says(`${OK}Content-Length: 4\r\nContent-Length: 400\r\n\r\nbody`),
    "length and chunks": says(`${OK}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n`),
    "a hundred thousand headers": says(`${OK}${"a: b\r\n".repeat(100_000)}\r\n`),
    "headers without end": (socket) => {
      socket.write(OK);
      forever(socket, () => "X-More: and more\r\n".repeat(4_096));
    },
    "one header of ten megabytes": says(`${OK}X-Long: ${"x".repeat(10_000_000)}\r\n\r\n`),
    "headers that drip": (socket) => {
      socket.write(OK);
      drip(socket, () => "X-Slow: yes\r\n", 200);
    },
    "a status line without end": (socket) => {
      socket.write("HTTP/1.1 200 ");
      forever(socket, () => "OK ".repeat(20_000));
    },
    silence: () => undefined,
    "nothing, and closed": (socket) => void socket.end(),
    "a reset": (socket) => void socket.resetAndDestroy(),
    "a reset in the middle": (socket) => {
      socket.write(`${OK}Content-Length: 100\r\n\r\nhalf`, () => void socket.resetAndDestroy());
    },
    "another protocol's greeting": says("SSH-2.0-OpenSSH_9.2\r\n"),
    noise: says(String.fromCharCode(...Array.from({ length: 4_096 }, (_, index) => (index * 7919) % 256))),
    "a page without a head": says("<html><title>old</title></html>"),
    "continue for ever": (socket) => forever(socket, () => "HTTP/1.1 100 Continue\r\n\r\n".repeat(1_000)),
    "early hints for ever": (socket) =>
      forever(socket, () => "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".repeat(1_000)),
    "a switch to another protocol": saysAndWaits("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n"),
    "a status out of range": says("HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n"),
    "octets of zero in headers": says(`${OK}X-\u0000Zero: \u0000\u0000\r\nContent-Length: 0\r\n\r\n`),
    "terminal sequences": says(`${OK}X-Bell: \u001b]0;owned\u0007\u001b[2J\r\nContent-Length: 5\r\n\r\n\u001b[2J!`),
    "redirects in a ring": redirects((count) => (count % 2 === 0 ? "/a" : "/b")),
    "redirects without end": redirects((count) => `/step/${count}`),
    "redirects that grow": redirects((count) => `/${"x".repeat(Math.min(count * 4_000, 60_000))}`),
    "redirects to this machine": redirects(() => "http://127.0.0.1:1/"),
    "redirects to the cloud's own address": redirects(() => "http://169.254.169.254/latest/meta-data/"),
    "redirects to a file": redirects(() => "file:///etc/passwd"),
    "a greeting of the next version": says("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
  };
}

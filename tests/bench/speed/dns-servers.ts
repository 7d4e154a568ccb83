// Sixty name servers in one program, inside the lab's "net" machine: each address answers any question for an address.
// usage: dns-servers.ts ADDRESS...
import { createSocket } from "node:dgram";

/** What follows a question in every answer: one A record that points at the question's name (RFC 1035, 4.1). */
const RECORD = Buffer.from([0xc0, 0x0c, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1]);
const HEADER_BYTES = 12;

function answer(query: Buffer): Buffer {
  let end = HEADER_BYTES;
  while (end < query.length && query[end] !== 0) end += 1 + (query[end] ?? 0);
  end += 5;
  const invalid = query.subarray(HEADER_BYTES, end).includes("invalid");
  const head = Buffer.from(query.subarray(0, end));
  // A reply that may recurse; "no such name" for what cannot exist.
  head.writeUInt16BE(invalid ? 0x81_83 : 0x81_80, 2);
  head.writeUInt16BE(invalid ? 0 : 1, 6);
  head.writeUInt16BE(0, 8);
  head.writeUInt16BE(0, 10);
  return invalid ? head : Buffer.concat([head, RECORD]);
}

const bound = process.argv.slice(2).map(
  (address) =>
    new Promise<void>((resolve) => {
      const socket = createSocket("udp4");
      socket.on("message", (query, from) => socket.send(answer(query), from.port, from.address));
      socket.bind(53, address, resolve);
    }),
);
await Promise.all(bound);
process.stdout.write("ready\n");

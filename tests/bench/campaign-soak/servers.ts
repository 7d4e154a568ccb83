import { createServer } from "node:http";

/** `servers.mjs FIRST-PORT COUNT`: sites on loopback; every fifth comes and goes, minute by minute. */
const [first = "21000", count = "50"] = process.argv.slice(2);

for (let index = 0; index < Number(count); index += 1) {
  createServer((_request, response) => {
    const gone = index % 5 === 0 && Math.floor(Date.now() / 60_000) % 2 === 0;
    response.writeHead(gone ? 502 : 200, { "content-type": "text/html" });
    response.end(
      gone ? "<h1>502 Bad Gateway</h1>" : `<title>Site ${index}</title><p>${"All is well. ".repeat(200)}</p>`,
    );
  }).listen(Number(first) + index, "127.0.0.1");
}
process.stdout.write("ready\n");

import { createServer } from "node:http";

/** An ordinary page of some ten kilobytes. */
const PAGE = `<!doctype html><title>Site</title>${"<p>Some words of an ordinary page, again and again.</p>".repeat(200)}`;

// A program of its own, so that what the servers cost is not counted: tells its starter the address of each site.
const count = Number(process.argv[2]);
for (let site = 1; site <= count; site += 1) {
  const host = `127.0.2.${site}`;
  const server = createServer((_request, response) => void response.end(PAGE));
  server.listen(0, host, () => {
    const address = server.address();
    if (address !== null && typeof address === "object") process.send?.(`http://${host}:${address.port}/`);
  });
}
process.once("disconnect", () => process.exit());

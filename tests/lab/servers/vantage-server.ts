// A stand-in for Globalping's public API (POST /v1/measurements, then GET /v1/measurements/ID).
// usage: vantage-server.ts ADDRESS works|fails|limit|malformed|silent
import { createServer, type ServerResponse } from "node:http";

const [address = "", reply = "works"] = process.argv.slice(2);
const PLACES = [
  { country: "DE", city: "Frankfurt", network: "Example One" },
  { country: "US", city: "Chicago", network: "Example Two" },
  { country: "JP", city: "Tokyo", network: "Example Three" },
];
let polls = 0;

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

createServer((request, response) => {
  request.resume();
  if (reply === "silent") return;
  if (reply === "malformed") return void response.end("<html>not the service you know</html>");
  if (reply === "limit") return json(response, 429, { error: { type: "too_many_requests", message: "slow down" } });
  if (request.method === "POST" && request.url === "/v1/measurements") {
    polls = 0;
    return json(response, 202, { id: "lab1", probesCount: PLACES.length });
  }
  if (request.url !== "/v1/measurements/lab1") return json(response, 404, { error: { type: "not_found" } });
  polls += 1;
  if (polls === 1) return json(response, 200, { id: "lab1", status: "in-progress", results: [] });
  const result =
    reply === "works"
      ? { status: "finished", statusCode: 200, resolvedAddress: "23.45.67.50" }
      : { status: "failed", statusCode: null, rawOutput: "connect ETIMEDOUT" };
  return json(response, 200, { id: "lab1", status: "finished", results: PLACES.map((probe) => ({ probe, result })) });
}).listen(80, address);

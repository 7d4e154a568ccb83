import type { Socket } from "node:net";
import { AnswerFault } from "./answer-fault.ts";
import { ByteReader } from "./byte-reader.ts";
import { readAnswerBody, readAnswerHead } from "./http1-exchange.ts";
import type { Journey } from "./open-path.ts";
import { connectHead } from "./request-headers.ts";
import type { ResponseHead } from "./response-head.ts";

/** A proxy that reached us but did not answer CONNECT as HTTP: as good as not reached. */
function brokenProxy(fault: unknown): unknown {
  if (!(fault instanceof AnswerFault) || fault.outcome === "cancelled") return fault;
  return new AnswerFault("proxy-connect-failed", fault.errno ?? fault.outcome.toUpperCase().replaceAll("-", "_"));
}

/** The refusal's page is evidence, not needed: whatever goes wrong while reading it, the refusal stands. */
async function keepPage(reader: ByteReader, head: ResponseHead, journey: Journey): Promise<void> {
  try {
    await readAnswerBody(reader, head, { method: "CONNECT", draft: journey.draft, budget: journey.budget });
  } catch (error) {
    if (error instanceof AnswerFault && error.outcome !== "cancelled") return;
    throw error;
  }
}

/**
 * Asks a proxy for a tunnel to the site; afterwards the socket speaks with the site. A refusal's status, headers and
 * page are in the draft and the fault is `proxy-tunnel-refused`; a proxy that does not answer in HTTP is
 * `proxy-connect-failed`, errno says how. Throws AnswerFault.
 */
export async function openTunnel(socket: Socket, journey: Journey): Promise<void> {
  const { draft, budget } = journey;
  const reader = new ByteReader(socket);
  socket.write(connectHead(journey.host, journey.port, journey.userAgent), "latin1");
  let head: ResponseHead;
  try {
    head = await readAnswerHead(reader, { method: "CONNECT", draft, budget });
  } catch (error) {
    throw brokenProxy(error);
  }
  if (head.status < 200 || head.status > 299) {
    await keepPage(reader, head, journey);
    throw new AnswerFault("proxy-tunnel-refused");
  }
  reader.detach();
  // The proxy's "go ahead" is not the site's answer.
  draft.forgetAnswer();
}

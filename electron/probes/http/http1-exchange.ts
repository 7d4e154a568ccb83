import type { Duplex } from "node:stream";
import type { Budget } from "./budget.ts";
import { framingOf, readFramed } from "./body-framing.ts";
import { ByteReader } from "./byte-reader.ts";
import { sampleText } from "./charset.ts";
import type { ExchangeDraft } from "./exchange-draft.ts";
import { readBody } from "./read-body.ts";
import { readHead } from "./read-head.ts";
import type { ResponseHead } from "./response-head.ts";

/** One answer to be read off a connection. */
export interface AnswerPlan {
  readonly method: "GET" | "HEAD" | "CONNECT";
  readonly draft: ExchangeDraft;
  readonly budget: Budget;
}

/** Evidence kept of something that is not HTTP: enough for any protocol's greeting. */
const GREETING_BYTES = 512;

/** Reads an answer's head into the draft. Throws AnswerFault; then the draft still holds what was seen. */
export async function readAnswerHead(reader: ByteReader, { draft, budget }: AnswerPlan): Promise<ResponseHead> {
  const head = await readHead(reader, budget.headLimit(), {
    onFirstByte: () => {
      draft.mark("firstByte");
    },
    onNotHttp: (bytes) => {
      const sample = sampleText(bytes.subarray(0, GREETING_BYTES), []);
      draft.body = { sample, bytes: bytes.length, truncated: true, hash: null };
    },
  });
  draft.head = head;
  return head;
}

/** Reads the body that follows a head into the draft. Throws AnswerFault. */
export async function readAnswerBody(reader: ByteReader, head: ResponseHead, plan: AnswerPlan): Promise<void> {
  const framed = readFramed(reader, framingOf(head, plan.method), plan.budget.bodyLimit());
  await readBody({ reader, framed }, head, plan);
}

/** Sends a request's head and reads the whole answer into the draft. Throws AnswerFault. */
export async function http1Exchange(stream: Duplex, requestText: string, plan: AnswerPlan): Promise<void> {
  const reader = new ByteReader(stream);
  stream.write(requestText, "latin1");
  const head = await readAnswerHead(reader, plan);
  await readAnswerBody(reader, head, plan);
}

import { request as httpRequest, type RequestListener, type ServerResponse } from "node:http";

/** How long the practice gateway waits for its origin, ms: real ones wait 60 s; nobody practises that long. */
const ORIGIN_WAIT_MS = 700;

/** A gateway that really forwards each request to the origin's port and reports failures in its product's words. */
export function gatewayListener(product: "nginx" | "cdn", originPort: number): RequestListener {
  return (request, response) => {
    const upstream = httpRequest(
      {
        host: "127.0.0.1",
        port: originPort,
        method: request.method,
        path: request.url,
        headers: request.headers,
        agent: false,
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    let timedOut = false;
    upstream.setTimeout(ORIGIN_WAIT_MS, () => {
      timedOut = true;
      upstream.destroy();
    });
    upstream.on("error", () => {
      if (response.headersSent) response.destroy();
      else complain(response, product, timedOut);
    });
    upstream.end();
  };
}

function complain(response: ServerResponse, product: "nginx" | "cdn", timedOut: boolean): void {
  const status = timedOut ? 504 : 502;
  const words = timedOut ? "Gateway Time-out" : "Bad Gateway";
  if (product === "nginx") {
    const body = `<html>\r\n<head><title>${status} ${words}</title></head>\r\n<body>\r\n<center><h1>${status} ${words}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
    end(response, status, { server: "nginx" }, body);
    return;
  }
  // A CDN's own code for "the origin refused" and "the origin did not answer" (Cloudflare 521 and 522).
  const code = timedOut ? 522 : 521;
  end(response, code, { server: "cloudflare", "cf-ray": "0123456789abcdef-PRA" }, `error code: ${code}`);
}

function end(response: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: string): void {
  response.writeHead(status, { "content-type": "text/html", "content-length": Buffer.byteLength(body), ...headers });
  response.end(body);
}

import type { TopicId } from "../../../model/explain/page.ts";
import type { PageWords } from "../../../model/explain/statuses.ts";

/** English words of the pages that are neither one status nor one verdict. */
export const EN_TOPICS = {
  "502-503-504": {
    title: "502, 503 or 504: what is the difference?",
    means:
      "All three come from the site's side. 502: the gateway got no usable answer from the server behind it. 503: the server turns requests away, because it is too full or being worked on. 504: the server behind the gateway did not answer in time.",
    more: "503 passes by itself most often. With 504, and now and then with 502, what you sent may have arrived although you saw an error. Products differ: some gateways say 503 for a dead server where others say 502.",
  },
  "form-or-payment": {
    title: "A form or payment was on its way: did it arrive?",
    means:
      "An error after pressing “Send” or “Pay” does not tell whether it arrived. The server may have done the work and only the answer got lost. Look before you send it again.",
    more: "Look into your mailbox, your orders and your bank account; wait ten minutes, as confirmations can be late. If the browser asks whether to send the form again, say no. If you cannot tell, ask the site, and give the time and the number on the error page.",
  },
  "search-ranking": {
    title: "Does an outage hurt the place in search results?",
    means:
      "A short outage does not. When a search engine's robot gets a 5xx error, it comes back later and slows down meanwhile. After about two days of errors pages begin to drop out of the index, and it takes a while until they are back.",
    more: "For planned work answer 503 with Retry-After: it says “temporary” plainly. Do not answer 200 with an error text, and do not answer 404: both read as the page's new content or its end. An error on robots.txt alone can stop the crawling of the whole site.",
  },
  "windows-update": {
    title: "Windows Update says 0x80244021, 0x80244022 or 0x80244023.",
    means:
      "These are gateway errors in disguise: 0x80244021 is a 502, 0x80244022 a 503 and 0x80244023 a 504. The update server, or a proxy on the way to it, could not answer.",
    more: "Wait an hour and search for updates again. If it stays, look at proxy, VPN and security program; in a company the update server (WSUS) may be the one in trouble.",
  },
  "blank-page": {
    title: "The page stays white or black.",
    means:
      "A blank page can be an error without words: some gateways send a 502 with nothing in it, and some sites show nothing, or only a picture of their own, when their program fails. It can also be the browser: a script or an extension that stops the page.",
    more: "A check-up tells the two apart: it sees the number that the browser does not show.",
  },
  "iis-numbers": {
    title: "Numbers with a dot, such as 502.3 (Microsoft IIS)",
    means:
      "Microsoft's web server adds a second number. 502.3 with “Forwarder Connection Error (ARR)” means that its gateway could not use the server behind it: a usual 502. 502.1 means that a program took too long (CGI time-out) and is really a 504. 502.2 means that the program's answer could not be read, and 502.5 that the program did not start.",
  },
  "server-error-only": {
    title: "Only “Server Error”, without a number",
    means:
      "Some services, Google's among them, show nothing but “Server Error” or a lone number. It is the same as a 500 or 502: something on their side failed.",
  },
  "class-1xx": {
    title: "Numbers from 100: information on the way",
    means: "A note of the server before the real answer. You never need to do anything.",
  },
  "class-2xx": { title: "Numbers from 200: it worked", means: "The server understood and did what was asked." },
  "class-3xx": {
    title: "Numbers from 300: look elsewhere",
    means: "The page is at another address or has not changed. The browser follows by itself.",
  },
  "class-4xx": {
    title: "Numbers from 400: the request is refused",
    means:
      "The site works and answers, but does not accept this request: the page does not exist, you may not see it, or something in the request is wrong. Numbers that no standard knows mean what the site wants them to mean.",
  },
  "class-5xx": {
    title: "Numbers from 500: the site has failed",
    means:
      "The request was fine, and the site, or a gateway in front of it, could not answer it. Visitors can only wait. Numbers that no standard knows mean what the site wants them to mean.",
  },
} as const satisfies Record<TopicId, PageWords>;

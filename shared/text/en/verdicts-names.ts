import type { Catalogue } from "../translator.ts";

/** English sentences of the verdicts about names and those who answer for them; see verdicts.ts. */
export const EN_VERDICTS_NAMES = {
  "dns-service-down": {
    title: "This computer's own name service has stopped.",
    explanation:
      "Names are looked up through a helper program on this computer, and it does not answer. The DNS servers behind it are fine. Restarting it, or the computer, mends this.",
  },
  "resolver-unreachable": {
    title: "Your DNS server does not answer.",
    explanation:
      "Without it, names like {{host}} cannot be turned into addresses. The internet itself works, so another DNS server solves it.",
  },
  "resolver-failing": {
    title: "It's your DNS server, not the site.",
    explanation: "The DNS server in use fails for {{host}}, while others find it. Switching to another one solves it.",
  },
  "resolver-slow": {
    title: "Your DNS server is too slow.",
    explanation: "Looking names up takes so long that pages give up waiting. Other DNS servers answer quickly.",
  },
  "resolver-stale": {
    title: "Your DNS server sends you to an old address.",
    explanation:
      "{{host}} has moved. The address your DNS server still gives does not work, the new one does. A flush or another DNS server brings you there.",
  },
  "resolver-hijack": {
    title: "Your DNS server gives false answers.",
    explanation:
      "It leads {{host}} to an address that is not the site's. Encrypted DNS, or another DNS server, gives the true one.",
  },
  "resolver-filtered": {
    title: "A filter on your DNS server blocks {{host}}.",
    explanation:
      "Somebody chose this: a parental filter, an ad blocker, a company or the provider. Whoever runs the filter can allow the site.",
  },
  "dns-interception": {
    title: "Your provider answers DNS questions in others' place.",
    "title_local-network": "Your router answers DNS questions in others' place.",
    explanation:
      "Whichever DNS server you choose, somebody else answers, and for {{host}} wrongly. Encrypted DNS goes round this.",
  },
  "dns-port-blocked": {
    title: "Your network lets no DNS questions out.",
    explanation:
      "Public DNS servers cannot be asked from here in the plain way, only encrypted. Use the network's own DNS server, or encrypted DNS.",
  },
  "name-not-found": {
    title: "There is no site called {{host}}.",
    title_link: "No device called {{host}} answers in this network.",
    explanation_link:
      "Names that end in .local belong to devices in the same network, which answer for themselves (mDNS). Check that the device is on and in this network, and the spelling; its address in numbers works without the name.",
    explanation:
      "The name does not exist, say all DNS servers that were asked. Check the spelling; if it is right, the name has been given up or not been set up.",
  },
  "site-dns-failing": {
    title: "It's the site, not you: its name cannot be looked up.",
    explanation: "The DNS servers of {{host}} fail for everybody, not only for you. Only the site can mend that.",
    explanation_bogus:
      "The DNS records of {{host}} carry a broken signature, so careful DNS servers refuse them. Only the site can mend that.",
    explanation_empty: "The name {{host}} exists but leads nowhere: it has no address. Only the site can mend that.",
  },
} as const satisfies Catalogue;

import type { Catalogue } from "../translator.ts";
import { EN_ACTION_MENUS } from "./action-menus.ts";

/** English sentences of what a repair offers on this computer, and how it ended: `action.REPAIR...`. */
export const EN_ACTIONS = {
  refused: {
    cancelled: "You stopped it. Nothing was changed.",
    "not-permitted":
      "The system did not allow it. It takes an administrator of this computer; nothing was changed without one.",
    "not-supported": "This cannot be done by a program on this system. The steps for doing it yourself still hold.",
    "no-longer-there": "What was to be changed is not there any more.",
    "changed-since": "Somebody or something has changed it since it was shown. Look at the step again.",
    "still-running": "It is still running. Close it first, then try again.",
    "not-effective": "It was done, but looking again shows no effect.",
    timeout: "It took too long and was given up. Look again to see what it did.",
    failed: "It did not work.",
  },
  "restart-computer": {
    save: "Save your work and close your programs.",
    "carry-on": "Afterwards, open GoodGateway again: it carries on from here and makes the same check.",
  },
  reconnect: {
    "near-router":
      "If your network is not in the list, go nearer to the router and look whether its Wi-Fi light is on. If the password is refused, let the computer forget the network and choose it again.",
    "choose-network": "Connect to your network: its name is in the list above.",
    cable: "Pull the network cable out at both ends, then push it in until it clicks.",
    "cable-light":
      "A small light beside the socket should come on. If it stays dark, try another socket of the router, then another cable.",
  },
  "other-device": {
    "mobile-data": "Take a phone and switch its Wi-Fi off, so that it uses mobile data.",
    open: "Open {{url}} on it.",
    "back-on-wifi": "Then switch its Wi-Fi on again and open the page once more.",
    "works-outside":
      "Works with mobile data but not with your Wi-Fi: the reason is your network, your provider, or the way to the site.",
    "works-inside": "Works on the phone in your Wi-Fi too: the reason is this computer or its browser.",
    "fails-everywhere": "Fails both ways: the reason is the site. Nothing on this computer will change it.",
  },
  "ipv6-hint": {
    "falls-back": "Browsers go back to IPv4 by themselves after a moment, so most pages still open.",
    "at-router":
      "On the router's page, look for “IPv6”. Restart the router; if that does not help, set IPv6 to “automatic” or “native”, as your provider says.",
    provider: "If it stays broken, tell your provider: IPv6 gets an address but leads nowhere.",
    "bring-back": "That switches IPv6 off here. With this you bring it back:",
  },
  "mtu-hint": {
    "until-restart": "Lasts only until the computer is restarted, so it is safe to try.",
    "bring-back": "If it does not help, this sets the usual size again:",
    "at-router":
      "On the router's page, look for “MTU” among the settings of the internet connection, note what stands there, and enter {{size}}. It then holds for every device.",
  },
  "router-dns": {
    page: "Open http://{{address}} in a browser: that is your router's page.",
    "find-page": "Open your router's page in a browser. Its address stands on the router's label.",
    password: "Sign in. The password stands on the router's label, unless somebody changed it.",
    menu: "Look for “DNS server”, mostly under “Internet”, “WAN” or “Account information”.",
    "note-old": "Write down or photograph what stands there now, so that you can bring it back.",
    enter: "Enter for IPv4: {{v4}}. For IPv6: {{v6}}.",
    save: "Save, then switch Wi-Fi off and on again on this computer, or pull the cable out and push it in.",
  },
  "encrypted-dns": {
    "only-browser": "Only for this browser.",
    "whole-system": "For all programs of this computer.",
    chromium:
      "Switch “Use secure DNS” on and choose a provider from the list, for example Cloudflare (1.1.1.1). “Current service provider” would ask the same servers as before.",
    firefox:
      "Under “DNS over HTTPS”, choose “Max Protection” and a provider, for example Cloudflare. “Increased Protection” quietly goes back to the old servers when they are faster to answer.",
    "windows-11":
      "Choose “Wi-Fi” and then “Hardware properties” (or “Ethernet”). Beside “DNS server assignment”, click “Edit” and choose “Manual”.",
    "windows-11-doh":
      "Switch “IPv4” on, enter 1.1.1.1 as preferred and 1.0.0.1 as alternate DNS, set “DNS over HTTPS” to “On (automatic template)” for both, and save. “Automatic (DHCP)” in the same place brings the old setting back.",
    "bring-back": "With this you bring the old setting back:",
  },
  browser: { "type-address": "Type {{address}} into the browser's address bar and press Enter." },
  "mend-browser": {
    keeps: "Bookmarks, passwords and history stay through all of this. Stop as soon as the page opens.",
    "update-page":
      "Type {{address}} into the address bar of {{name}}: it looks for updates by itself. Restart it if it asks.",
    "update-firefox":
      "Open Firefox's menu (three lines), choose “Help” > “About Firefox”: it looks for updates by itself. Restart it if it asks.",
    "update-packages": "Install the updates of your system: {{name}} is updated with them.",
    "reset-page":
      "Type {{address}} into the address bar of {{name}} and choose “Reset settings”. Extensions are switched off, cookies are deleted.",
    "reset-firefox":
      "Type about:support into the address bar of Firefox and click “Refresh Firefox…”. Extensions and own settings go.",
    "reset-safari":
      "Safari > Settings > Extensions: untick all. Then Safari > Settings > Privacy > “Manage Website Data…” and remove this site's entry.",
    reinstall: "As the last step, remove {{name}} and install it again from its maker's own page.",
  },
  "security-software": {
    rule: "Look for a rule that blocks {{host}}, port {{port}}, or your browser, and switch that rule off.",
    "not-there": "One of these commands may be missing: then that firewall is not installed.",
    "find-others":
      "Look beside the clock (or in the menu bar) for the symbol of a security program, and open its window.",
    log: "Its log (“history”, “events”, “blocked”) names what it blocked: look for {{host}} or port {{port}} at the time of the check, and allow that one entry.",
    pause: "If nothing is there, pause its web protection for ten minutes and let this step check again.",
    "on-again": "Switch it on again afterwards, whatever the result: without it this computer is not protected.",
    company: "On a computer of an employer or a school, ask the help desk: such rules are often set on purpose.",
  },
  "check-address": {
    "open-near": "Did you mean {{name}}? Open that instead of {{host}}.",
    exists: "A site of this name exists. That does not yet make it the one you meant.",
    letters:
      "Read {{host}} letter by letter: doubled or swapped letters, a missing dot, .com instead of another ending.",
    "front-page": "Open just {{host}}, without what follows, and look for the page from there. Pages move.",
    search: "Look for the site with a search engine and open it from the results, rather than typing its address.",
  },
  "proxy-off": {
    "leads-to": "It leads to {{address}}.",
    "no-listener":
      "That is this computer itself, and nothing listens there: a VPN, filter or privacy program has mostly left it behind.",
    silent: "Nobody answers there.",
    "no-pac": "The file with the proxy's rules cannot be fetched.",
    answers:
      "It answers. An employer, a school or a program may want it, so find out before you switch it off for good.",
    unknown: "Whether it answers could not be found out.",
    locked: "A rule of an organisation holds this setting, so only its administrator can change it.",
    done: "The proxy of {{name}} is off. Its address is kept, and can be switched on again.",
    "file-line": "Open {{path}} in an editor, put a # before line {{line}} ({{name}}) and save.",
    "only-there": "That holds for this one terminal only.",
    "where-else":
      "These variables were given to GoodGateway when it was started. If you do not know from where, sign out and in again, then open it from the menu.",
    "sign-in-again":
      "Sign out of your system and in again, then open GoodGateway: programs keep the variables that they were started with.",
  },
  "portal-login": {
    opens: "Opens {{url}} in your browser.",
    "sign-in":
      "Sign in there or accept the terms, then come back here. Enter no passwords of other services on that page.",
    "dns-first":
      "The DNS servers that you switched here are set back first: this network shows its sign-in page only through its own.",
  },
  "vpn-toggle": {
    "is-on": "It is on now.",
    "is-off": "It is off now.",
    organisation: "It mostly belongs to an employer or a school: without it their pages do not open. Ask if unsure.",
    "client-off": "Open {{name}} (its symbol is beside the clock or in the menu bar) and disconnect.",
    "client-on": "Open {{name}} (its symbol is beside the clock or in the menu bar) and connect.",
    "system-off": "Click “{{name}}” there and disconnect.",
    "system-on": "Click “{{name}}” there and connect.",
    unknown:
      "Something sends your traffic through a tunnel ({{name}}), but the program behind it has no name that we know. Look beside the clock or in the menu bar for a VPN or security program and pause it.",
    "compare-off": "Let this step check again while it is off. Then switch it on again if you need it.",
    "compare-on": "Let this step check again while it is on.",
  },
  "restart-service": {
    running: "It runs now.",
    stopped: "It does not run now.",
    failed: "It has stopped with an error.",
    runs: "{{name}} was restarted and runs.",
    "services-window": "Press Windows key + R, type services.msc and press Enter.",
    find: "Find the program that answers for names on this computer: AdGuard, dnscrypt-proxy, NextDNS, Acrylic, Unbound, Cisco Umbrella or the like. Restart it.",
    "quit-and-start": "If it has a symbol in the menu bar, quit it there and start it again.",
  },
  "set-clock": {
    ahead: "This computer's clock is {{amount}} ahead.",
    behind: "This computer's clock is {{amount}} behind.",
    "sync-on": "Setting the clock by the network is switched on already; it is asked again now.",
    "sync-off": "Setting the clock by the network is switched off; it is switched on.",
    automatic: "Switch “Set time automatically” on. If it is on, switch it off and on again.",
    zone: "Look at the time zone too: it must be the one you are in.",
    battery: "If the clock is wrong again after every start, the computer's small clock battery is empty.",
    asked: "The system was told to set its clock by the network.",
    "on-but-no-answer": "Setting the clock by the network is on now, but no time server has answered yet.",
  },
  "hosts-entry": {
    entry: "Line {{line}} sends {{host}} to {{address}}.",
    note: "Puts a # before line {{line}} of {{path}}, so that it counts no more. It can be brought back.",
    done_one: "One line of {{path}} became a note.",
    done_other: "{{count}} lines of {{path}} became notes.",
  },
  "renew-address": {
    keeps: "The address in use is kept until a new one is there.",
    asks: "Asks the network on {{name}} for an address again (DHCP).",
    "got-address": "The network gave this computer an address: {{after}}.",
    "new-address": "The address changed from {{before}} to {{after}}.",
    "same-address": "The network confirmed the address {{after}}.",
    unclear: "The network was asked; the addresses could not be read afterwards.",
  },
  "restart-network": {
    calls: "Telephone and television over the same box are gone for some minutes too.",
    "router-is": "Your router has the address {{address}}. We watch it, and see when it is gone and when it is back.",
    "not-yours": "This network has a sign-in page, so the boxes belong to somebody else: ask them.",
    "one-box": "One box that is modem and router (most homes have this).",
    "two-boxes": "A modem (or fibre box) and a router apart.",
    "unplug-both": "Pull the power plugs of modem and router.",
    "unplug-one": "Pull the power plug of the box.",
    wait: "Wait 30 seconds. Leave it unplugged until the picture here says that it was seen going.",
    "modem-first": "Plug in the modem only: the one that the line from outside goes into.",
    "modem-lights": "Wait until its lights stay steady. That takes two to five minutes.",
    "plug-one": "Plug it in again and wait until its lights stay steady. That takes two to five minutes.",
    "router-next": "Now plug in the router and wait until its Wi-Fi is back, mostly two minutes.",
    rest: "Last come repeaters and switches, then this computer, if it does not connect by itself.",
    stage: {
      link: "Connection of this computer",
      router: "Router",
      provider: "Internet",
      dns: "Names",
      site: "The site",
    },
    phase: {
      looking: "Looking at how it is before you begin.",
      "waiting-for-gap": "Pull the plug now. We look every few seconds whether the router is gone.",
      "waiting-for-gap-dead":
        "Your router does not answer at all. Pull its plug; from then on we look until it is there again.",
      pulled: "Your router still answers. Is it the right plug? Some boxes have a battery, too. We go on looking.",
      "pulled-dead": "We look until your router answers again. Plug in after 30 seconds.",
      gone: "The router is gone. That is what we waited for. After 30 seconds plug in again, from the outside in.",
      "gone-modem":
        "The way to the internet is gone. That is what we waited for. After 30 seconds plug in again, from the outside in.",
      returning: "Coming back, one after the other. This takes some minutes.",
      back: "Everything is back.",
    },
    proof: {
      gap: "It really restarted: the router did not answer for {{seconds}} seconds.",
      "was-down-router":
        "The router did not answer before either, and does now. That it restarted is likely, but was not seen.",
      "was-down-provider":
        "The way to the internet was dead before, and works now. That something restarted is likely, but was not seen.",
      "modem-gap":
        "The way to the internet was gone for {{seconds}} seconds while the router stayed on: the modem restarted.",
      "address-changed": "Your address on the internet changed from {{before}} to {{after}}.",
      "address-same": "Your address on the internet is still {{address}}. Many providers give the same one again.",
      none: "We never saw the router gone. Perhaps another box was unplugged, or only for a moment.",
    },
    end: {
      "no-gap_one": "Nothing was switched off in one minute, as far as we can see, so nothing was restarted.",
      "no-gap_other": "Nothing was switched off in {{count}} minutes, as far as we can see, so nothing was restarted.",
      "no-gap-pulled":
        "Nothing went away, as far as we can see, so nothing was restarted. Perhaps it was another box's plug.",
      "not-back_one": "After one minute this is still missing: {{stage}}.",
      "not-back_other": "After {{count}} minutes this is still missing: {{stage}}.",
      elsewhere: "This computer is now in another network (router {{address}}). Connect it to your own again.",
      cancelled: "You stopped the picture. What you unplugged comes back by itself.",
    },
  },
  open: EN_ACTION_MENUS,
} as const satisfies Catalogue;

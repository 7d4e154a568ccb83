import type { Catalogue } from "../translator.ts";

/** English names of the places in each system's menus, as its English edition shows them: `action.open.PLACE.SYSTEM`. */
export const EN_ACTION_MENUS = {
  network: {
    "windows-11": "Open Settings (Windows key + I) and choose “Network & internet”.",
    "windows-10": "Open Settings (Windows key + I) and choose “Network & Internet”.",
    macos: "Open the Apple menu > “System Settings…” and choose “Network”.",
    "macos-12": "Open the Apple menu > “System Preferences…” and choose “Network”.",
    gnome: "Open Settings and choose “Network”.",
    kde: "Open System Settings and choose “Wi-Fi & Internet”.",
    other: "Open your system's network settings.",
  },
  wifi: {
    "windows-11":
      "Click the network symbol at the right end of the taskbar (Windows key + A), switch “Wi-Fi” on, click the arrow beside it and choose your network.",
    "windows-10":
      "Click the network symbol at the right end of the taskbar, switch “Wi-Fi” on and choose your network.",
    macos: "Click the Wi-Fi symbol in the menu bar, switch Wi-Fi on and choose your network.",
    "macos-12": "Click the Wi-Fi symbol in the menu bar, switch Wi-Fi on and choose your network.",
    gnome:
      "Click the top right corner of the screen, switch “Wi-Fi” on, click the arrow beside it and choose your network.",
    kde: "Click the network symbol in the panel, switch “Wi-Fi” on and click “Connect” beside your network.",
    other: "Switch Wi-Fi on in your desktop's network menu and choose your network.",
  },
  airplane: {
    "windows-11": "Press Windows key + A: “Airplane mode” must be off.",
    "windows-10": "Click the network symbol in the taskbar: “Airplane mode” must be off.",
    macos: "Open the Apple menu > “System Settings…” > “Wi-Fi”: it must be switched on.",
    "macos-12": "Open the Apple menu > “System Preferences…” > “Network” > “Wi-Fi”: it must be switched on.",
    gnome: "Click the top right corner of the screen: “Airplane Mode” must be off.",
    kde: "Click the network symbol in the panel: “Airplane mode” must be off.",
    other: "Airplane mode must be off. Some laptops have a key for it.",
  },
  vpn: {
    "windows-11": "Open Settings (Windows key + I) > “Network & internet” > “VPN”.",
    "windows-10": "Open Settings (Windows key + I) > “Network & Internet” > “VPN”.",
    macos: "Open the Apple menu > “System Settings…” > “VPN”.",
    "macos-12": "Open the Apple menu > “System Preferences…” > “Network” and choose the VPN on the left.",
    gnome: "Open Settings > “Network” > “VPN”.",
    kde: "Click the network symbol in the panel: VPNs stand in the same list.",
    other: "Open the network menu of your desktop: VPNs stand in the same list.",
  },
  date: {
    "windows-11": "Open Settings (Windows key + I) > “Time & language” > “Date & time”.",
    "windows-10": "Open Settings (Windows key + I) > “Time & Language” > “Date & time”.",
    macos: "Open the Apple menu > “System Settings…” > “General” > “Date & Time”.",
    "macos-12": "Open the Apple menu > “System Preferences…” > “Date & Time”.",
    gnome: "Open Settings > “System” > “Date & Time” (in older versions “Date & Time” stands by itself).",
    kde: "Open System Settings > “Language & Time” > “Date & Time” (in older versions under “Regional Settings”).",
    other: "Open your system's date and time settings.",
  },
  proxy: {
    "windows-11": "Open Settings (Windows key + I) > “Network & internet” > “Proxy”.",
    "windows-10": "Open Settings (Windows key + I) > “Network & Internet” > “Proxy”.",
    macos: "Open the Apple menu > “System Settings…” > “Network”, click your connection > “Details…” > “Proxies”.",
    "macos-12":
      "Open the Apple menu > “System Preferences…” > “Network”, choose your connection > “Advanced…” > “Proxies”.",
    gnome: "Open Settings > “Network” > “Proxy”.",
    kde: "Open System Settings > “Wi-Fi & Internet” > “Proxy” (in older versions under “Network Settings”).",
    other: "Open your desktop's proxy settings.",
  },
  firewall: {
    "windows-11":
      "Open “Windows Security” from the start menu > “Firewall & network protection” > “Allow an app through firewall”.",
    "windows-10":
      "Open “Windows Security” from the start menu > “Firewall & network protection” > “Allow an app through firewall”.",
    macos: "Open the Apple menu > “System Settings…” > “Network” > “Firewall” > “Options…”.",
    "macos-12":
      "Open the Apple menu > “System Preferences…” > “Security & Privacy” > “Firewall” > “Firewall Options…”.",
  },
  restart: {
    "windows-11": "Start > Power > “Restart”. Not “Shut down”: that keeps what got stuck for the next start.",
    "windows-10": "Start > Power > “Restart”. Not “Shut down”: that keeps what got stuck for the next start.",
    macos: "Apple menu > “Restart…”.",
    "macos-12": "Apple menu > “Restart…”.",
    gnome: "Click the top right corner of the screen > power symbol > “Restart…”.",
    kde: "Application launcher > “Restart”.",
    other: "Restart the computer from its menu.",
  },
  "software-update": {
    macos:
      "Open the Apple menu > “System Settings…” > “General” > “Software Update”: Safari is updated with the system.",
    "macos-12": "Open the Apple menu > “System Preferences…” > “Software Update”: Safari is updated with the system.",
  },
  terminal: {
    "windows-11": "Right-click Start > “Terminal (Admin)”, and enter:",
    "windows-10": "Right-click Start > “Windows PowerShell (Admin)”, and enter:",
    macos: "Open “Terminal” (Cmd + space, type Terminal), and enter:",
    "macos-12": "Open “Terminal” (Cmd + space, type Terminal), and enter:",
    gnome: "Open “Console” or “Terminal”, and enter:",
    kde: "Open “Konsole”, and enter:",
    other: "Open a terminal, and enter:",
  },
} as const satisfies Catalogue;

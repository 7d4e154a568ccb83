import { app, Menu, type MenuItemConstructorOptions } from "electron";
import type { Translator } from "../../shared/text/translator.ts";

/** The application menu: the system's own roles, so that copy, paste, zoom and quit work as everywhere. */
export function setMenu(t: Translator): void {
  const mac = process.platform === "darwin";
  const menus: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: "appMenu" } as const] : []),
    { label: t("menu.file"), submenu: [mac ? { role: "close" } : { role: "quit" }] },
    { role: "editMenu", label: t("menu.edit") },
    { label: t("menu.view"), submenu: [...zoomItems(), ...developerItems(t)] },
    { role: "windowMenu", label: t("menu.window") },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}

function zoomItems(): MenuItemConstructorOptions[] {
  return [
    { role: "resetZoom" },
    { role: "zoomIn" },
    // The plus sign without Shift, as browsers take it.
    { role: "zoomIn", accelerator: "CommandOrControl+=", visible: false, acceleratorWorksWhenHidden: true },
    { role: "zoomOut" },
    { type: "separator" },
    { role: "togglefullscreen" },
  ];
}

function developerItems(t: Translator): MenuItemConstructorOptions[] {
  if (app.isPackaged) return [];
  return [
    { type: "separator" },
    { role: "reload", label: t("menu.reload") },
    { role: "toggleDevTools", label: t("menu.developer") },
  ];
}

import { app, Menu, type MenuItemConstructorOptions } from "electron";
import type { ShellCommand } from "../../shared/model/shell-command.ts";
import { SHORTCUTS } from "../../shared/model/shortcuts.ts";
import type { Translator } from "../../shared/text/translator.ts";

/** The application menu: what the window can do, and the system's own roles, so that copy, paste, zoom and quit work as everywhere. */
export function setMenu(t: Translator, send: (command: ShellCommand) => void): void {
  const mac = process.platform === "darwin";
  const item = (command: ShellCommand): MenuItemConstructorOptions => {
    const keys = SHORTCUTS[command];
    const label = t(`menu.${command}`);
    return { label, click: () => send(command), ...(keys === null ? {} : { accelerator: keys }) };
  };
  const line = { type: "separator" } as const;
  const menus: MenuItemConstructorOptions[] = [
    ...(mac ? [appMenu(t, item)] : []),
    {
      label: t("menu.file"),
      submenu: [
        item("new-check"),
        item("check-again"),
        line,
        item("open-page"),
        item("open-report"),
        ...(mac ? [line, { role: "close", label: t("menu.close") } as const] : [line, item("settings"), line, quit(t)]),
      ],
    },
    { label: t("menu.edit"), submenu: editItems(t) },
    {
      label: t("menu.view"),
      submenu: [item("watches"), item("history"), item("dns"), line, ...zoomItems(t), ...developerItems(t)],
    },
    { role: "windowMenu", label: t("menu.window") },
    {
      role: "help",
      label: t("menu.help"),
      submenu: [item("explain"), item("shortcuts"), ...(mac ? [] : [line, item("about")])],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menus));
}

function appMenu(
  t: Translator,
  item: (command: ShellCommand) => MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  const line = { type: "separator" } as const;
  return {
    label: app.getName(),
    submenu: [item("about"), line, item("settings"), line, { role: "services" }, line, { role: "hide" }, quit(t)],
  };
}

function quit(t: Translator): MenuItemConstructorOptions {
  return { role: "quit", label: t("menu.quit") };
}

function editItems(t: Translator): MenuItemConstructorOptions[] {
  return [
    { role: "undo", label: t("menu.undo") },
    { role: "redo", label: t("menu.redo") },
    { type: "separator" },
    { role: "cut", label: t("menu.cut") },
    { role: "copy", label: t("menu.copy") },
    { role: "paste", label: t("menu.paste") },
    { role: "selectAll", label: t("menu.select-all") },
  ];
}

function zoomItems(t: Translator): MenuItemConstructorOptions[] {
  return [
    { role: "resetZoom", label: t("menu.zoom-reset") },
    { role: "zoomIn", label: t("menu.zoom-in") },
    // The plus sign without Shift, as browsers take it.
    { role: "zoomIn", accelerator: "CommandOrControl+=", visible: false, acceleratorWorksWhenHidden: true },
    { role: "zoomOut", label: t("menu.zoom-out") },
    { type: "separator" },
    { role: "togglefullscreen", label: t("menu.full-screen") },
  ];
}

function developerItems(t: Translator): MenuItemConstructorOptions[] {
  if (app.isPackaged) return [];
  return [
    { type: "separator" },
    // Its usual keys belong to "Check again" here.
    { role: "reload", label: t("menu.reload"), accelerator: "CommandOrControl+Shift+R" },
    { role: "toggleDevTools", label: t("menu.developer") },
  ];
}

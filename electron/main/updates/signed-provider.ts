import { CancellationToken, type AppUpdater, type UpdateInfo } from "electron-updater";
import { GenericProvider } from "electron-updater/out/providers/GenericProvider.js";
import {
  parseUpdateInfo,
  type Provider,
  type ProviderRuntimeOptions,
} from "electron-updater/out/providers/Provider.js";
import type { UpdateFailure } from "../../../shared/model/updates.ts";
import type { Releases } from "../../engine/outside-endpoints.ts";
import { checkList, LIST_LIMIT } from "./signed-list.ts";

/** A list must have come by then, ms. */
const LIST_WAIT_MS = 20_000;
/** SHA-512 as base64. */
const SHA512 = /^[A-Za-z0-9+/]{86}==$/u;
/** A file's name beside the list: no folder, no other place. */
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/u;
/** Bytes; the programs have about a hundred million. */
const BIGGEST = 600 * 1024 * 1024;

/** Why a list of releases was not taken. */
export class ListRefused extends Error {
  readonly failure: UpdateFailure;
  constructor(failure: UpdateFailure) {
    super(`the list of releases was not taken: ${failure}`);
    this.name = "ListRefused";
    this.failure = failure;
  }
}

/** A provider that takes a list of releases only with our signature; the hashes in it make the programs ours too. */
export function signedProvider(
  releases: Releases,
  now: () => Date,
): new (options: unknown, updater: AppUpdater, runtime: ProviderRuntimeOptions) => Provider<UpdateInfo> {
  return class SignedProvider extends GenericProvider {
    constructor(_options: unknown, updater: AppUpdater, runtime: ProviderRuntimeOptions) {
      super({ provider: "generic", url: releases.url }, updater, runtime);
    }

    /** The updater would send a number that stays the same for this installation; nobody needs to know it. */
    override setRequestHeaders(): void {
      super.setRequestHeaders(null);
    }

    override async getLatestVersion(): Promise<UpdateInfo> {
      const name = `${this.getDefaultChannelName()}.yml`;
      const place = new URL(name, folderOf(releases.url));
      const list = await this.#text(place);
      const signature = await this.#text(new URL(`${name}.sig`, place));
      const checked = checkList({ name, list, signature }, releases.key, now());
      if (!checked.ok) throw new ListRefused(checked.error);
      const info = parseUpdateInfo(list, name, place);
      if (!isPlain(info)) throw new ListRefused("damaged");
      return info;
    }

    async #text(place: URL): Promise<string> {
      const token = new CancellationToken();
      const late = setTimeout(() => token.cancel(), LIST_WAIT_MS);
      try {
        const text = (await this.httpRequest(place, null, token)) ?? "";
        if (text === "") throw new ListRefused("not-there");
        if (text.length > LIST_LIMIT) throw new ListRefused("damaged");
        return text;
      } finally {
        clearTimeout(late);
      }
    }
  };
}

/** The folder of the releases as an address whose last part is not replaced by a file's name. */
function folderOf(url: string): string {
  return url.endsWith("/") ? url : `${url}/`;
}

/** What we make ourselves: files beside the list, each with its size and its hash. Anything else is not taken. */
function isPlain({ files, packages }: UpdateInfo & { readonly packages?: unknown }): boolean {
  return (
    packages === undefined &&
    files.length > 0 &&
    files.every(
      ({ url, sha512, size }) =>
        PLAIN_NAME.test(url) && SHA512.test(sha512) && size !== undefined && size > 0 && size <= BIGGEST,
    )
  );
}

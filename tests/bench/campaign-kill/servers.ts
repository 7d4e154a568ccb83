/** What every switch of the campaigns sets. */
export const SERVERS = ["1.1.1.1", "2606:4700:4700::1111"] as const;

/** The version in package.json; a test holds the two together. */
export const APP_VERSION = "0.1.0";

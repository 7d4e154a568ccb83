import { hearEarly } from "./early.ts";
import { painted } from "./painted.ts";

// Small, so that it runs long before the rest has come.
hearEarly();
// The first screen stands in the page already: it is shown before the program behind it takes its time.
await painted();
await import("./main.tsx");

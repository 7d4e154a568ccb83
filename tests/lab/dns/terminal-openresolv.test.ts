import { describeTerminal } from "./terminal.ts";

describeTerminal("openresolv");

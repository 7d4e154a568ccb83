import { describeTerminal } from "./terminal.ts";

describeTerminal("resolvconf");

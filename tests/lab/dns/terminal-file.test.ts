import { describeTerminal } from "./terminal.ts";

describeTerminal("file");

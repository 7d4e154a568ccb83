import { describeTerminal } from "./terminal.ts";

describeTerminal("resolved");

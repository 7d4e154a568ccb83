import { describeTerminal } from "./terminal.ts";

describeTerminal("nm");

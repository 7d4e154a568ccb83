import { describeSwitching } from "./switching.ts";

describeSwitching("file");

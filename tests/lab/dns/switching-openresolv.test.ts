import { describeSwitching } from "./switching.ts";

describeSwitching("openresolv");

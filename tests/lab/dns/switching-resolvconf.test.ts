import { describeSwitching } from "./switching.ts";

describeSwitching("resolvconf");

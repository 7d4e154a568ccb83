import { describeSwitching } from "./switching.ts";

describeSwitching("resolved");

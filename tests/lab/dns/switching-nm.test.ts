import { describeSwitching } from "./switching.ts";

describeSwitching("nm");

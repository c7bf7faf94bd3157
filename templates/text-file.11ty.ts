import { define } from "./define.ts";

export default define("textFiles", ({ text }) => text);

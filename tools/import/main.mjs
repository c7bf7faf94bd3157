// Not TypeScript, since Node 20 reads none: it has the sources of this tool and of the generator translated as they are loaded.
import { register } from "tsx/esm/api";

register();
await import("./main.ts");

import { createCommand } from "../options.ts";
import { accept } from "./accept.ts";
import { importLetters } from "./import.ts";
import { list } from "./list.ts";
import { purge } from "./purge.ts";
import { reject } from "./reject.ts";
import { serve } from "./serve.ts";
import { show } from "./show.ts";

export const letters = createCommand("letters", "receive readers’ letters, and decide which are published");
for (const command of [serve, importLetters, list, show, accept, reject, purge]) letters.addCommand(command);

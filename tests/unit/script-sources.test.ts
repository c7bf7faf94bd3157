import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { listScriptSources } from "../../src/pipeline/look/scripts.ts";
import { PROJECT } from "../command.ts";

test.each(["scripts/search.ts", "scripts/page.ts", "desk/desk.ts"])(
  "a change of any file that %s is made of makes it anew",
  async (name) => {
    const { metafile } = await build({
      entryPoints: [join(PROJECT, "templates", name)],
      absWorkingDir: PROJECT,
      bundle: true,
      metafile: true,
      write: false,
    });
    const inputs = Object.keys(metafile.inputs).map((path) => join(PROJECT, path));
    expect(inputs.length).toBeGreaterThan(0);
    const known = listScriptSources();
    expect(inputs.filter((path) => !known.includes(path))).toEqual([]);
  },
);

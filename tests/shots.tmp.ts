import { launchBrowser } from "./browser/launch.ts";
import { serveSite } from "./site-server.ts";
const [site = "_site", ...paths] = process.argv.slice(2);
const s = await serveSite(site);
const b = await launchBrowser();
for (const p of paths)
  for (const w of [360, 1280])
    for (const c of ["light", "dark"] as const) {
      const x = await b.newContext({ viewport: { width: w, height: w < 600 ? 740 : 900 }, colorScheme: c });
      const g = await x.newPage();
      await g.goto(s.url + p.replace(/@.*/, ""));
      const act = /@(.*)/.exec(p)?.[1];
      if (act === "open") await g.locator(".comfort > summary").click();
      if (act === "end") await g.locator(".end").scrollIntoViewIfNeeded();
      if (act === "share") await g.locator(".share").scrollIntoViewIfNeeded();
      await g.screenshot({ path: `/tmp/shots/${p.replace(/\W+/g, "_")}_${w}_${c}.png` });
      await x.close();
    }
await b.close();
await s.close();

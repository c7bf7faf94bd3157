/** Eleventy 3 ships no types; these are the parts in use. */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    /** What measures how long filters and transforms take, by group; one whose threshold is 0 says nothing of it. */
    readonly benchmarks: Readonly<Record<string, { setMinimumThresholdMs(milliseconds: number): void }>>;
    addCollection(name: string, collection: () => readonly unknown[]): void;
    addTemplate(path: string, template: object): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(use: boolean): void;
  }

  export interface Options {
    configPath: false;
    quietMode?: boolean;
    config?: (config: UserConfig) => void | Promise<void>;
    source?: "cli" | "script";
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    disableLogger(): void;
    init(): Promise<unknown>;
    toJSON(): Promise<{ outputPath: string; content: string }[]>;
  }
}

/** Eleventy 3 ships no types; these are the parts in use. */
declare module "@11ty/eleventy" {
  export interface UserConfig {
    addCollection(name: string, collection: () => readonly unknown[]): void;
    addTemplate(path: string, template: object): void;
    addTransform(name: string, transform: (written: string) => string): void;
    addWatchTarget(target: string): void;
    setServerOptions(options: { port?: number; showAllHosts?: boolean; domDiff?: boolean }): void;
    setTemplateFormats(formats: readonly string[]): void;
    setUseGitIgnore(use: boolean): void;
    setChokidarConfig(options: { awaitWriteFinish: { stabilityThreshold: number; pollInterval: number } }): void;
    setWatchThrottleWaitTime(milliseconds: number): void;
    on(event: "eleventy.before", listener: () => Promise<void> | void): void;
    readonly watchIgnores: Set<string>;
  }

  export interface Options {
    configPath: false;
    quietMode?: boolean;
    config?: (config: UserConfig) => void | Promise<void>;
    runMode?: "build" | "watch" | "serve";
    source?: "cli" | "script";
    pathPrefix?: string;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: Options);
    disableLogger(): void;
    init(): Promise<unknown>;
    toJSON(): Promise<{ outputPath: string; content: string }[]>;
    watch(): Promise<(path: string) => Promise<void>>;
    readonly watcher: { on(event: "unlink", listener: (path: string) => void): void };
    serve(port: number): Promise<unknown>;
  }
}

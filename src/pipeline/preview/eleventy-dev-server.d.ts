/** Eleventy's development server ships no types; these are the parts in use. */
declare module "@11ty/eleventy-dev-server" {
  import type { Server } from "node:http";

  export interface DevServerOptions {
    port: number;
    /** Where the site begins at its host, with a slash before and after. */
    pathPrefix: string;
    showAllHosts: boolean;
    /** Whether the server's own script stands in each page. */
    liveReload: boolean;
    /** Of every response. */
    headers: Record<string, string>;
    messageOnStart: (started: { hosts: readonly string[] }) => string;
  }

  export default class DevServer {
    constructor(name: string, folder: string, options: DevServerOptions);
    readonly options: DevServerOptions;
    readonly server: Server;
    /** From when the server is ready. */
    readonly updateServer: {
      on(event: "connection", listener: (socket: { send(message: string): void }) => void): void;
    };
    serve(port: number): void;
    ready(): Promise<void>;
    /** Tells every open page. */
    sendUpdateNotification(message: object): void;
    _serverListen(port: number): void;
  }
}

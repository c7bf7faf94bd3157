/** Eleventy's development server ships no types; these are the parts in use. */
declare module "@11ty/eleventy-dev-server" {
  import type { Server } from "node:http";
  export default class DevServer {
    readonly server: Server;
    _serverListen(this: DevServer, port: number): void;
  }
}

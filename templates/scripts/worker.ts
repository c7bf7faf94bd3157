/// <reference lib="dom" />

/** Of a service worker, what the compiler's types of pages do not have (W3C Service Workers). */

export interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
}

export interface WorkerFetch extends WorkerEvent {
  readonly request: Request;
  /** What the browser asked for while the worker was started; undefined where it does not do so. */
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(response: Promise<Response>): void;
}

export interface Worker {
  readonly registration: Omit<ServiceWorkerRegistration, "navigationPreload"> & {
    readonly navigationPreload?: NavigationPreloadManager;
  };
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { readonly includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", listener: (event: WorkerEvent) => void): void;
  addEventListener(name: "fetch", listener: (event: WorkerFetch) => void): void;
}

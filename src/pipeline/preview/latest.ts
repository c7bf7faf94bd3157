/** A value that is made again and again, for those who wait for the first one. */
export interface Latest<T> {
  readonly put: (value: T) => void;
  readonly get: () => Promise<T>;
}

/** Makes a place for a value of which none is there yet. */
export function createLatest<T>(): Latest<T> {
  const { promise, resolve } = withResolvers<T>();
  let latest = promise;
  return {
    put(value) {
      resolve(value);
      latest = Promise.resolve(value);
    },
    get: () => latest,
  };
}

/** As `Promise.withResolvers`, which Node 20 has not. */
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
